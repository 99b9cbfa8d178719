import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { PasskeyError } from '../account/PasskeyError.js';
import { requestPasskey } from '../account/passkey-ceremonies.js';
import { secondFactorApi } from '../api/second-factor-api.js';
import { unlockAudio } from '../offers/offer-sound.js';
import { startSession } from './start-session.js';

interface Props {
  label: string;
  /** with a password the passkey is the second step; without, it signs in alone */
  after?: { email: string; password: string };
}

export function PasskeySignIn({ label, after }: Props) {
  const signIn = useMutation({
    mutationFn: async () => {
      const asked = await secondFactorApi.askToSignIn(after ?? {});
      const { challenge, credential } = await requestPasskey(asked);
      return secondFactorApi.signInByPasskey(challenge, credential);
    },
    onSuccess: startSession,
  });
  return (
    <>
      <PasskeyError error={signIn.error} />
      <Button
        variant="default"
        loading={signIn.isPending}
        fullWidth
        onClick={() => {
          unlockAudio();
          signIn.mutate();
        }}
      >
        {label}
      </Button>
    </>
  );
}
