import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePasskeyText } from './use-passkey-text.js';

/** Why a passkey was not created or accepted; renders nothing without an error. */
export function PasskeyError({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const passkeyText = usePasskeyText();
  if (!error) return null;
  return (
    <Alert color="red" role="alert" title={t('passkey.refused')}>
      {passkeyText(error)}
    </Alert>
  );
}
