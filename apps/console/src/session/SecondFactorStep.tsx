import { Alert, Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { browserSupportsWebAuthn } from '../account/passkey-ceremonies.js';
import { sessionApi } from '../api/api.js';
import { Problem } from '../api/problem.js';
import { TextInput } from '../ui/fields.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { secondFactorApi } from '../api/second-factor-api.js';
import { PasskeySignIn, type PasskeySteps } from './PasskeySignIn.js';
import { startSession } from './start-session.js';
import classes from './SignIn.module.css';

/** Which second factors an account accepts after the password. */
export interface SecondFactorChallenge {
  totp: boolean;
  passkey: boolean;
}

const SECONDS: Record<string, SecondFactorChallenge> = {
  'session.otp_required': { totp: true, passkey: false },
  'session.passkey_required': { totp: false, passkey: true },
  'session.otp_or_passkey_required': { totp: true, passkey: true },
};

/** @returns null for any other error */
export const secondFactorChallengeOf = (error: unknown): SecondFactorChallenge | null =>
  error instanceof Problem ? secondFactorOfCode(error.code) : null;

/** @returns null for the code of any other refusal */
export const secondFactorOfCode = (code: string): SecondFactorChallenge | null =>
  Object.hasOwn(SECONDS, code) ? SECONDS[code]! : null;

/** How the second factor of a sign-in is given. */
export interface SecondFactorSteps extends PasskeySteps {
  byCode: (otp: string) => ReturnType<typeof sessionApi.signIn>;
}

/** The password is sent again with the second factor. */
export function afterPassword(form: { email: string; password: string }): SecondFactorSteps {
  const after = { email: form.email.trim(), password: form.password };
  return {
    byCode: (otp) => sessionApi.signIn({ ...after, otp }),
    askForPasskey: () => secondFactorApi.askToSignIn(after),
    byPasskey: (challenge, credential) => secondFactorApi.signInByPasskey(challenge, credential),
  };
}

interface Props {
  second: SecondFactorChallenge;
  steps: SecondFactorSteps;
  back: () => void;
}

/** A passkey, an authenticator code or a recovery code. */
export function SecondFactorStep({ second, steps, back }: Props) {
  const { t } = useTranslation();
  const [recovery, setRecovery] = useState(!second.totp);
  const offersPasskey = second.passkey && browserSupportsWebAuthn();
  return (
    <Stack>
      <h2 className={classes.step}>{t('signIn.second')}</h2>
      {offersPasskey && <PasskeySignIn label={t('signIn.usePasskey')} steps={steps} />}
      <CodeForm key={String(recovery)} steps={steps} recovery={recovery} />
      {second.totp && (
        <Button variant="subtle" onClick={() => setRecovery(!recovery)} fullWidth>
          {t(recovery ? 'signIn.useApp' : 'signIn.useRecovery')}
        </Button>
      )}
      <Button variant="subtle" onClick={back} fullWidth>
        {t('signIn.back')}
      </Button>
    </Stack>
  );
}

function CodeForm({ steps, recovery }: { steps: SecondFactorSteps; recovery: boolean }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [otp, setOtp] = useState('');
  const signIn = useMutation({
    mutationFn: () => steps.byCode(otp.trim()),
    onSuccess: startSession,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  const common = {
    name: 'otp',
    dir: 'ltr',
    required: true,
    autoFocus: true,
    value: otp,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => setOtp(currentTarget.value),
  } as const;
  return (
    <form onSubmit={submit}>
      <Stack>
        {signIn.isError && (
          <Alert color="red" role="alert" title={t('signIn.failed')} className={classes.alert}>
            {isWrong(signIn.error) ? t('signIn.codeWrong') : problemText(signIn.error)}
          </Alert>
        )}
        {recovery ? (
          <TextInput
            {...common}
            label={t('signIn.recovery')}
            description={t('signIn.recoveryHint')}
            autoComplete="off"
            maxLength={20}
          />
        ) : (
          <TextInput
            {...common}
            label={t('signIn.otp')}
            description={t('signIn.otpHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
          />
        )}
        <Button type="submit" loading={signIn.isPending} fullWidth>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}

/** The first step was accepted before, so a refusal is about the code. */
const isWrong = (error: unknown) => error instanceof Problem && error.code === 'session.wrong';
