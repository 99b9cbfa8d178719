import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { secondFactorApi } from '../api/second-factor-api.js';
import { Failed } from '../ui/Failed.js';
import { Refused } from '../ui/Refused.js';
import { tellDone } from '../ui/tell.js';
import { Waiting } from '../ui/Waiting.js';
import { confirmed } from './confirm-identity.js';
import { EnrolTotp } from './EnrolTotp.js';
import { RecoveryCodeList } from './RecoveryCodeList.js';
import { useFactorsChanged, useSecondFactor } from './use-second-factor.js';

/** Enables or disables one-time codes of an authenticator app. */
export function OneTimeCodes() {
  const { t } = useTranslation();
  const status = useSecondFactor();
  const changed = useFactorsChanged();
  const [codes, setCodes] = useState<string[] | null>(null);
  const disable = useMutation({
    mutationFn: () => confirmed(() => secondFactorApi.disableTotp()),
    onSuccess: () => {
      tellDone(t('account.otpOff'));
      changed();
    },
  });
  if (status.isError) return <Failed error={status.error} again={() => void status.refetch()} />;
  if (!status.data) return <Waiting />;
  if (codes) return <RecoveryCodeList codes={codes} done={() => setCodes(null)} />;
  if (!status.data.totp) {
    return (
      <>
        <p>{t('account.otpLead')}</p>
        <EnrolTotp
          done={(recoveryCodes) => {
            setCodes(recoveryCodes);
            tellDone(t('account.otpDone'));
            changed();
          }}
        />
      </>
    );
  }
  return (
    <>
      <p>{t('account.otpOn')}</p>
      <Refused error={disable.error} mb="sm" />
      <Button variant="default" loading={disable.isPending} onClick={() => disable.mutate()}>
        {t('account.otpDisable')}
      </Button>
    </>
  );
}
