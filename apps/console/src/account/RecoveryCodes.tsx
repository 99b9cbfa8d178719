import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { secondFactorApi } from '../api/second-factor-api.js';
import { LoadError } from '../ui/LoadError.js';
import { ErrorAlert } from '../ui/ErrorAlert.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { withIdentityConfirmation } from './confirm-identity.js';
import { RecoveryCodeList } from './RecoveryCodeList.js';
import { useInvalidateSecondFactor, useSecondFactor } from './use-second-factor.js';

/** Number of unused recovery codes, and generating new ones. */
export function RecoveryCodes() {
  const { t } = useTranslation();
  const status = useSecondFactor();
  const changed = useInvalidateSecondFactor();
  const renew = useMutation({
    mutationFn: () => withIdentityConfirmation(() => secondFactorApi.newRecoveryCodes()),
    onSuccess: changed,
  });
  if (status.isError) return <LoadError error={status.error} again={() => void status.refetch()} />;
  if (!status.data) return <LoadingIndicator />;
  if (renew.data) return <RecoveryCodeList codes={renew.data.recoveryCodes} done={renew.reset} />;
  if (!status.data.totp && status.data.passkeys === 0) return <p>{t('recovery.none')}</p>;
  return (
    <>
      <p>{t('recovery.left', { count: status.data.recoveryCodesLeft })}</p>
      <ErrorAlert error={renew.error} mb="sm" />
      <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
        {t('recovery.renew')}
      </Button>
    </>
  );
}
