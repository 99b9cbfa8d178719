import { Alert, Button, Divider, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { browserSupportsWebAuthn } from '../account/passkey-ceremonies.js';
import { sessionApi } from '../api/api.js';
import { unlockAudio } from '../offers/offer-sound.js';
import { PasswordInput, TextInput } from '../ui/fields.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { PasskeySignIn } from './PasskeySignIn.js';
import { secondFactorChallengeOf, type SecondFactorChallenge } from './SecondFactorStep.js';
import { startSession } from './start-session.js';
import classes from './SignIn.module.css';

interface Form {
  email: string;
  password: string;
}
interface Props {
  form: Form;
  change: (form: Form) => void;
  /** called when the password was right and a second factor is required */
  askSecond: (second: SecondFactorChallenge) => void;
  forgotten: () => void;
}

export function PasswordStep({ form, change, askSecond, forgotten }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const signIn = useMutation({
    mutationFn: () => sessionApi.signIn({ email: form.email.trim(), password: form.password }),
    onSuccess: startSession,
    onError: (error) => {
      const second = secondFactorChallengeOf(error);
      if (second) askSecond(second);
    },
  });
  const set = (field: keyof Form) => (event: { currentTarget: { value: string } }) =>
    change({ ...form, [field]: event.currentTarget.value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    unlockAudio();
    signIn.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {signIn.isError && !secondFactorChallengeOf(signIn.error) && (
          <Alert color="red" role="alert" title={t('signIn.failed')} className={classes.alert}>
            {problemText(signIn.error)}
          </Alert>
        )}
        <TextInput
          label={t('signIn.email')}
          type="email"
          name="email"
          autoComplete="username"
          dir="ltr"
          required
          autoFocus
          value={form.email}
          onChange={set('email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          name="password"
          autoComplete="current-password"
          dir="ltr"
          required
          value={form.password}
          onChange={set('password')}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword'), tabIndex: 0 }}
        />
        <Button type="submit" loading={signIn.isPending} fullWidth>
          {t('signIn.submit')}
        </Button>
        {browserSupportsWebAuthn() && (
          <>
            <Divider label={t('signIn.or')} />
            <PasskeySignIn label={t('signIn.passkey')} />
          </>
        )}
        <Button variant="subtle" onClick={forgotten} fullWidth>
          {t('signIn.forgotten')}
        </Button>
      </Stack>
    </form>
  );
}
