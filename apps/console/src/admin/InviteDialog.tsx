import { Alert, Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usersApi } from '../api/admin-api.js';
import { queryKeys } from '../api/query-keys.js';
import { useSignInMethods } from '../session/use-sign-in-methods.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { OneTimeLink } from './OneTimeLink.js';
import { bodyOfUser, EMPTY_USER, UserFields } from './UserFields.js';

/**
 * Creates an account without a password and shows the link with which its owner sets one. Where passwords are off, its
 * owner signs in through the identity provider.
 */
export function InviteDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { password } = useSignInMethods();
  const [form, setForm] = useState(EMPTY_USER);
  const invite = useMutation({
    mutationFn: () => usersApi.create(bodyOfUser(form)),
    onSuccess: () => void queries.invalidateQueries({ queryKey: queryKeys.allUsers }),
  });
  const leave = () => {
    close();
    setForm(EMPTY_USER);
    invite.reset();
  };
  return (
    <Dialog size="lg" title={t('admin.users.invite')} opened={opened} close={leave}>
      {invite.data ? (
        <Stack>
          {password ? (
            <OneTimeLink name={invite.data.name} invitation={invite.data.invitation} />
          ) : (
            <Alert color="green" role="status" title={t('admin.users.entered', { name: invite.data.name })}>
              {t('admin.users.enteredHint')}
            </Alert>
          )}
          <Button onClick={leave}>{t('action.close')}</Button>
        </Stack>
      ) : (
        <DialogForm
          saving={invite}
          submit={() => invite.mutate()}
          close={leave}
          label={t(password ? 'admin.users.makeLink' : 'admin.users.enter')}
        >
          <UserFields form={form} change={setForm} error={invite.error} />
        </DialogForm>
      )}
    </Dialog>
  );
}
