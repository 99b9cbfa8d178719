import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../admin/Admin.module.css';
import { secondFactorApi } from '../api/second-factor-api.js';
import { ErrorAlert } from '../ui/ErrorAlert.js';
import { TextInput } from '../ui/fields.js';
import { withIdentityConfirmation } from './confirm-identity.js';

/**
 * Shows the QR code for the authenticator app and asks for the first code.
 * @param done receives recovery codes if this is the first second factor
 */
export function EnrolTotp({ done }: { done: (recoveryCodes: string[] | null) => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const enrol = useMutation({
    mutationFn: () => withIdentityConfirmation(() => secondFactorApi.enrolTotp()),
  });
  const confirm = useMutation({
    mutationFn: () => withIdentityConfirmation(() => secondFactorApi.confirmTotp(code.trim())),
    onSuccess: ({ recoveryCodes }) => done(recoveryCodes),
  });
  if (!enrol.data) {
    return (
      <>
        <ErrorAlert error={enrol.error} mb="sm" />
        <Button variant="default" loading={enrol.isPending} onClick={() => enrol.mutate()}>
          {t('account.otpSetUp')}
        </Button>
      </>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <Stack maw="26rem">
        <p>{t('account.otpScan')}</p>
        <img
          src={enrol.data.image}
          alt={t('account.otpPicture')}
          width={200}
          height={200}
          className={classes.qr}
        />
        <p>{t('account.otpType')}</p>
        <bdi dir="ltr" className={classes.secret} data-testid="totp-secret">
          {enrol.data.secret}
        </bdi>
        <ErrorAlert error={confirm.error} />
        <TextInput
          label={t('account.otpFirst')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          dir="ltr"
          required
          autoFocus
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <Button type="submit" loading={confirm.isPending}>
          {t('account.otpConfirm')}
        </Button>
      </Stack>
    </form>
  );
}
