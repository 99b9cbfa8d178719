import { Alert, Button, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { setupApi } from '../api/admin-api.js';
import { sessionApi } from '../api/api.js';
import { currentLanguage } from '../i18n/i18n.js';
import { faultsOf } from '../ui/faults.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { PasswordInput, TextInput } from '../ui/fields.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { useTitle } from '../ui/use-title.js';
import { AuthLayout } from './AuthLayout.js';
import { GoneLink } from './GoneLink.js';
import classes from './SignIn.module.css';
import { startSession } from './start-session.js';
import { takeFragment } from './take-fragment.js';

/** Target of the one-time link that the machine prints while there is no staff: makes the first administrator. */
export function SetupPage() {
  const { t } = useTranslation();
  const [token] = useState(takeFragment);
  const link = useQuery({
    queryKey: ['setup', token],
    queryFn: () => setupApi.check(token).then(() => true),
    retry: false,
    staleTime: Infinity,
  });
  useTitle(t('setup.title'));
  return (
    <AuthLayout heading={t('setup.title')}>
      {link.isPending && <LoadingIndicator />}
      {link.isError && <GoneLink error={link.error} hint={t('setup.again')} />}
      {link.data && <Form token={token} />}
    </AuthLayout>
  );
}

function Form({ token }: { token: string }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  const setup = useSetup(token);
  const { within: faultAt } = faultsOf(setup.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDiffers(password !== again);
    if (password === again) setup.mutate({ name: name.trim(), email: email.trim(), password });
  };
  const toggle = { 'aria-label': t('signIn.showPassword'), tabIndex: 0 };
  return (
    <>
      <p className={classes.lead}>{t('setup.lead')}</p>
      <form onSubmit={submit}>
        <Stack>
          {setup.isError && (
            <Alert color="red" role="alert" title={t('setup.failed')} className={classes.alert}>
              {problemText(setup.error)}
            </Alert>
          )}
          <TextInput
            label={t('admin.users.name')}
            name="name"
            autoComplete="name"
            dir="auto"
            required
            maxLength={120}
            autoFocus
            error={faultAt('name')}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <TextInput
            label={t('admin.users.email')}
            name="email"
            type="email"
            autoComplete="username"
            dir="ltr"
            required
            maxLength={254}
            error={faultAt('email')}
            value={email}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          />
          <PasswordInput
            label={t('setPassword.password')}
            description={t('setPassword.hint')}
            name="password"
            autoComplete="new-password"
            dir="ltr"
            required
            minLength={12}
            maxLength={200}
            error={faultAt('password')}
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
          <Button type="submit" loading={setup.isPending} fullWidth>
            {t('setup.submit')}
          </Button>
        </Stack>
      </form>
    </>
  );
}

/** Creates the account, signs in, and opens the list of what a new centre needs. */
function useSetup(token: string) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (person: { name: string; email: string; password: string }) => {
      await setupApi.use({ token, language: currentLanguage(), ...person });
      return sessionApi.signIn({ email: person.email, password: person.password });
    },
    onSuccess: (session) => {
      startSession(session);
      void navigate('/admin/start', { replace: true });
    },
  });
}
