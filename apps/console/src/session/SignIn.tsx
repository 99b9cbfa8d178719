import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionApi } from '../api/api.js';
import { keys } from '../api/keys.js';
import { Problem } from '../api/problem.js';
import { queryClient } from '../api/query-client.js';
import { prepareSound } from '../offers/offer-sound.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { useTitle } from '../ui/use-title.js';
import { sitDown } from './clear-desk.js';
import { DoorPage } from './DoorPage.js';
import { ForgottenPassword } from './ForgottenPassword.js';
import classes from './SignIn.module.css';

const asksForCode = (error: unknown) => error instanceof Problem && error.code.includes('otp');

export function SignIn() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [forgotten, setForgotten] = useState(false);
  const [form, setForm] = useState({ email: '', password: '', otp: '' });
  const signIn = useMutation({
    mutationFn: () =>
      sessionApi.signIn({
        email: form.email.trim(),
        password: form.password,
        ...(form.otp && { otp: form.otp }),
      }),
    onSuccess: ({ user }) => {
      sitDown(user.id);
      queryClient.setQueryData(keys.session, user);
    },
  });
  useTitle(t('signIn.title'));
  const set = (field: keyof typeof form) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setForm((old) => ({ ...old, [field]: value }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    prepareSound();
    signIn.mutate();
  };
  return (
    <DoorPage heading={t('app.name')}>
      <p className={classes.lead}>{t('signIn.lead')}</p>
      {forgotten ? (
        <ForgottenPassword email={form.email} back={() => setForgotten(false)} />
      ) : (
        <form onSubmit={submit}>
          <Stack>
            {signIn.isError && (
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
            {(asksForCode(signIn.error) || form.otp !== '') && (
              <TextInput
                label={t('signIn.otp')}
                name="otp"
                inputMode="numeric"
                autoComplete="one-time-code"
                dir="ltr"
                value={form.otp}
                onChange={set('otp')}
              />
            )}
            <Button type="submit" loading={signIn.isPending} fullWidth>
              {t('signIn.submit')}
            </Button>
            <Button variant="subtle" onClick={() => setForgotten(true)} fullWidth>
              {t('signIn.forgotten')}
            </Button>
          </Stack>
        </form>
      )}
    </DoorPage>
  );
}
