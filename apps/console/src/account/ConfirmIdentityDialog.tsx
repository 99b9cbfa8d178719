import { Button, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { oidcApi } from '../api/oidc-api.js';
import { queryKeys } from '../api/query-keys.js';
import { secondFactorApi } from '../api/second-factor-api.js';
import { useSignInMethods } from '../session/use-sign-in-methods.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { ErrorAlert } from '../ui/ErrorAlert.js';
import { PasswordInput } from '../ui/fields.js';
import { useConfirmationRequest } from './confirm-identity.js';
import { PasskeyError } from './PasskeyError.js';
import { requestPasskey, browserSupportsWebAuthn } from './passkey-ceremonies.js';

/** Re-authentication before a sensitive action. Rendered once for all callers. */
export function ConfirmIdentityDialog() {
  const { t } = useTranslation();
  const answer = useConfirmationRequest((asking) => asking.answer);
  if (!answer) return null;
  return (
    <Dialog title={t('confirm.title')} close={() => answer(false)}>
      <Confirm answer={answer} />
    </Dialog>
  );
}

function Confirm({ answer }: { answer: (confirmed: boolean) => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const { oidc } = useSignInMethods();
  const status = useQuery({ queryKey: queryKeys.secondFactor, queryFn: () => secondFactorApi.status() });
  const byPassword = useMutation({
    mutationFn: () => secondFactorApi.confirmByPassword(password),
    onSuccess: () => answer(true),
  });
  const byPasskey = useMutation({
    mutationFn: async () => {
      const { challenge, credential } = await requestPasskey(await secondFactorApi.askToConfirm());
      await secondFactorApi.confirmByPasskey(challenge, credential);
    },
    onSuccess: () => answer(true),
  });
  return (
    <Stack>
      <p>{t('confirm.lead')}</p>
      {(status.data?.passkeys ?? 0) > 0 && browserSupportsWebAuthn() && (
        <>
          <PasskeyError error={byPasskey.error} />
          <Button variant="default" loading={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
            {t('confirm.passkey')}
          </Button>
        </>
      )}
      {oidc && (
        <Button component="a" href={oidcApi.confirmUrl()} variant="default">
          {t('confirm.oidc')}
        </Button>
      )}
      <DialogForm
        saving={{ isPending: byPassword.isPending, error: null }}
        submit={() => byPassword.mutate()}
        close={() => answer(false)}
        label={t('confirm.submit')}
      >
        <ErrorAlert error={byPassword.error} />
        <PasswordInput
          label={t('account.current')}
          autoComplete="current-password"
          dir="ltr"
          required
          data-autofocus
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword'), tabIndex: 0 }}
        />
      </DialogForm>
    </Stack>
  );
}
