import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { PasskeyError } from '../account/PasskeyError.js';
import { requestPasskey } from '../account/passkey-ceremonies.js';
import { secondFactorApi } from '../api/second-factor-api.js';
import { unlockAudio } from '../offers/offer-sound.js';
import { startSession } from './start-session.js';

interface Props {
  label: string;
  /** the steps of a sign-in whose second factor the passkey is; without them it signs in alone */
  steps?: PasskeySteps;
}

/** How a passkey is asked for and taken. */
export interface PasskeySteps {
  askForPasskey: () => ReturnType<typeof secondFactorApi.askToSignIn>;
  byPasskey: typeof secondFactorApi.signInByPasskey;
}

const ALONE: PasskeySteps = {
  askForPasskey: () => secondFactorApi.askToSignIn({}),
  byPasskey: (challenge, credential) => secondFactorApi.signInByPasskey(challenge, credential),
};

export function PasskeySignIn({ label, steps = ALONE }: Props) {
  const signIn = useMutation({
    mutationFn: async () => {
      const { challenge, credential } = await requestPasskey(await steps.askForPasskey());
      return steps.byPasskey(challenge, credential);
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
