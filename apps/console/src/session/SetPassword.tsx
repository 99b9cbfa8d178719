import { Alert, Button, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { passwordApi } from '../api/admin-api.js';
import { sessionApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import { queryClient } from '../api/query-client.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { PasswordInput } from '../ui/fields.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { useTitle } from '../ui/use-title.js';
import { AuthLayout } from './AuthLayout.js';
import { GoneLink } from './GoneLink.js';
import { takeFragment } from './take-fragment.js';
import { secondFactorChallengeOf } from './SecondFactorStep.js';
import { startSession } from './start-session.js';
import classes from './SignIn.module.css';

/** Target of invitation and reset links: sets the password and signs in. */
export function SetPassword() {
  const { t } = useTranslation();
  const [token] = useState(takeFragment);
  const link = useQuery({
    queryKey: ['link', token],
    queryFn: () => passwordApi.readLink(token),
    retry: false,
    staleTime: Infinity,
  });
  useTitle(t('setPassword.title'));
  return (
    <AuthLayout heading={t('setPassword.title')}>
      {link.isPending && <LoadingIndicator />}
      {link.isError && <GoneLink error={link.error} />}
      {link.data && <Form token={token} {...link.data} />}
    </AuthLayout>
  );
}

function Form({ token, name, email }: { token: string; name: string; email: string }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  const set = useSetAndSignIn(token, email);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDiffers(password !== again);
    if (password === again) set.mutate(password);
  };
  const toggle = { 'aria-label': t('signIn.showPassword'), tabIndex: 0 };
  return (
    <>
      <p className={classes.lead}>
        {t('setPassword.lead')} <bdi>{name}</bdi> · <bdi dir="ltr">{email}</bdi>
      </p>
      <form onSubmit={submit}>
        <Stack>
          {set.isError && (
            <Alert color="red" role="alert" title={t('setPassword.failed')} className={classes.alert}>
              {problemText(set.error)}
            </Alert>
          )}
          <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
          <PasswordInput
            label={t('setPassword.password')}
            description={t('setPassword.hint')}
            name="password"
            autoComplete="new-password"
            dir="ltr"
            required
            minLength={12}
            maxLength={200}
            autoFocus
            value={password}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
            visibilityToggleButtonProps={toggle}
          />
          <PasswordInput
            label={t('setPassword.again')}
            name="again"
            autoComplete="new-password"
            dir="ltr"
            required
            error={differs && t('setPassword.differs')}
            value={again}
            onChange={({ currentTarget }) => setAgain(currentTarget.value)}
            visibilityToggleButtonProps={toggle}
          />
          <Button type="submit" loading={set.isPending} fullWidth>
            {t('setPassword.submit')}
          </Button>
        </Stack>
      </form>
    </>
  );
}

/** If a second factor is required, the user continues on the sign-in page. */
function useSetAndSignIn(token: string, email: string) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (password: string) => {
      await passwordApi.set(token, password);
      return sessionApi.signIn({ email, password }).catch((error: unknown) => {
        if (secondFactorChallengeOf(error)) return null;
        throw error;
      });
    },
    onSuccess: (session) => {
      if (session) startSession(session);
      else queryClient.setQueryData(queryKeys.session, null);
      void navigate('/', { replace: true });
    },
  });
}
