import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { PasskeyRefused } from '../account/PasskeyRefused.js';
import { askPasskey } from '../account/passkey-answers.js';
import { secondFactorApi } from '../api/second-factor-api.js';
import { prepareSound } from '../offers/offer-sound.js';
import { signedIn } from './signed-in.js';

interface Props {
  label: string;
  /** with a password the passkey is the second step; without, it signs in alone */
  after?: { email: string; password: string };
}

export function PasskeySignIn({ label, after }: Props) {
  const signIn = useMutation({
    mutationFn: async () => {
      const asked = await secondFactorApi.askToSignIn(after ?? {});
      const { challenge, credential } = await askPasskey(asked);
      return secondFactorApi.signInByPasskey(challenge, credential);
    },
    onSuccess: signedIn,
  });
  return (
    <>
      <PasskeyRefused error={signIn.error} />
      <Button
        variant="default"
        loading={signIn.isPending}
        fullWidth
        onClick={() => {
          prepareSound();
          signIn.mutate();
        }}
      >
        {label}
      </Button>
    </>
  );
}
