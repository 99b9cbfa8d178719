import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordApi } from '../api/admin-api.js';
import { ErrorAlert } from '../ui/ErrorAlert.js';
import { PasswordInput } from '../ui/fields.js';
import { notifySuccess } from '../ui/notify.js';

/** Changes the password; asks for the current one. */
export function ChangePassword() {
  const { t } = useTranslation();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => passwordApi.change(current, next),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      notifySuccess(t('account.passwordChanged'));
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
        <ErrorAlert error={change.error} />
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
