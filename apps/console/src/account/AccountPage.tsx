import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordApi } from '../api/admin-api.js';
import classes from '../admin/Admin.module.css';
import { tellDone } from '../ui/tell.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { useTitle } from '../ui/use-title.js';
import { OneTimeCodes } from './OneTimeCodes.js';
import { OwnSessions } from './OwnSessions.js';

/** What is one's own: the password, and one-time codes. */
export function AccountPage() {
  const { t } = useTranslation();
  useTitle(t('account.title'));
  return (
    <div className={classes.page}>
      <h1>{t('account.title')}</h1>
      <section aria-labelledby="own-password">
        <h2 id="own-password">{t('account.password')}</h2>
        <ChangePassword />
      </section>
      <section aria-labelledby="own-codes">
        <h2 id="own-codes">{t('account.otp')}</h2>
        <OneTimeCodes />
      </section>
      <section aria-labelledby="own-sessions">
        <h2 id="own-sessions">{t('account.sessions.title')}</h2>
        <OwnSessions />
      </section>
    </div>
  );
}

function ChangePassword() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => passwordApi.change(current, next),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      tellDone(t('account.passwordChanged'));
    },
  });
  const toggle = { 'aria-label': t('signIn.showPassword'), tabIndex: 0 };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <Stack maw="26rem">
        {change.isError && (
          <Alert color="red" role="alert">
            {problemText(change.error)}
          </Alert>
        )}
        <PasswordInput
          label={t('account.current')}
          autoComplete="current-password"
          dir="ltr"
          required
          value={current}
          onChange={({ currentTarget }) => setCurrent(currentTarget.value)}
          visibilityToggleButtonProps={toggle}
        />
        <PasswordInput
          label={t('account.next')}
          description={t('setPassword.hint')}
          autoComplete="new-password"
          dir="ltr"
          required
          minLength={12}
          maxLength={200}
          value={next}
          onChange={({ currentTarget }) => setNext(currentTarget.value)}
          visibilityToggleButtonProps={toggle}
        />
        <Button type="submit" loading={change.isPending}>
          {t('account.change')}
        </Button>
      </Stack>
    </form>
  );
}
