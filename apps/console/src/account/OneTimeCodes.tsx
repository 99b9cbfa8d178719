import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { secondFactorApi } from '../api/second-factor-api.js';
import { LoadError } from '../ui/LoadError.js';
import { ErrorAlert } from '../ui/ErrorAlert.js';
import { notifySuccess } from '../ui/notify.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { withIdentityConfirmation } from './confirm-identity.js';
import { EnrolTotp } from './EnrolTotp.js';
import { RecoveryCodeList } from './RecoveryCodeList.js';
import { useInvalidateSecondFactor, useSecondFactor } from './use-second-factor.js';

/** Enables or disables one-time codes of an authenticator app. */
export function OneTimeCodes() {
  const { t } = useTranslation();
  const status = useSecondFactor();
  const changed = useInvalidateSecondFactor();
  const [codes, setCodes] = useState<string[] | null>(null);
  const disable = useMutation({
    mutationFn: () => withIdentityConfirmation(() => secondFactorApi.disableTotp()),
    onSuccess: () => {
      notifySuccess(t('account.otpOff'));
      changed();
    },
  });
  if (status.isError) return <LoadError error={status.error} again={() => void status.refetch()} />;
  if (!status.data) return <LoadingIndicator />;
  if (codes) return <RecoveryCodeList codes={codes} done={() => setCodes(null)} />;
  if (!status.data.totp) {
    return (
      <>
        <p>{t('account.otpLead')}</p>
        <EnrolTotp
          done={(recoveryCodes) => {
            setCodes(recoveryCodes);
            notifySuccess(t('account.otpDone'));
            changed();
          }}
        />
      </>
    );
  }
  return (
    <>
      <p>{t('account.otpOn')}</p>
      <ErrorAlert error={disable.error} mb="sm" />
      <Button variant="default" loading={disable.isPending} onClick={() => disable.mutate()}>
        {t('account.otpDisable')}
      </Button>
    </>
  );
}
