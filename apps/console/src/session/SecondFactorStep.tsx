import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { browserSupportsWebAuthn } from '../account/passkey-ceremonies.js';
import { sessionApi } from '../api/api.js';
import { Problem } from '../api/problem.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { PasskeySignIn } from './PasskeySignIn.js';
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
  error instanceof Problem ? (SECONDS[error.code] ?? null) : null;

interface Props {
  email: string;
  password: string;
  second: SecondFactorChallenge;
  back: () => void;
}

/** A passkey, an authenticator code or a recovery code. */
export function SecondFactorStep({ email, password, second, back }: Props) {
  const { t } = useTranslation();
  const [recovery, setRecovery] = useState(!second.totp);
  const after = { email: email.trim(), password };
  const offersPasskey = second.passkey && browserSupportsWebAuthn();
  return (
    <Stack>
      <h2 className={classes.step}>{t('signIn.second')}</h2>
      {offersPasskey && <PasskeySignIn label={t('signIn.usePasskey')} after={after} />}
      <CodeForm key={String(recovery)} after={after} recovery={recovery} />
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

function CodeForm({ after, recovery }: { after: { email: string; password: string }; recovery: boolean }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [otp, setOtp] = useState('');
  const signIn = useMutation({
    mutationFn: () => sessionApi.signIn({ ...after, otp: otp.trim() }),
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

/** The password was accepted before, so a refusal is about the code. */
const isWrong = (error: unknown) => error instanceof Problem && error.code === 'session.wrong';
