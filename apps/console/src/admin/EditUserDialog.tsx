import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withIdentityConfirmation } from '../account/confirm-identity.js';
import { type AdminUser, type UserPatch, usersApi } from '../api/admin-api.js';
import { queryKeys } from '../api/query-keys.js';
import { secondFactorApi } from '../api/second-factor-api.js';
import { sessionsApi } from '../api/security-api.js';
import { useFormats } from '../i18n/format.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { notifySuccess, notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { OneTimeLink } from './OneTimeLink.js';
import { bodyOfUser, type UserForm, UserFields } from './UserFields.js';

const formOf = (user: AdminUser): UserForm => ({
  name: user.name,
  email: user.email,
  role: user.role,
  language: user.language,
  extension: user.extension ?? '',
  capacity: user.capacity,
  profile: user.profile,
  entity: user.entity,
  groups: user.groups,
  queues: user.queues,
  skills: user.skills,
});

/** Edits an account; actions that take effect at once are outside the form and need a confirmation. */
export function EditUserDialog({ user, close }: { user: AdminUser; close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form, setForm] = useState(() => formOf(user));
  const save = useMutation({
    mutationFn: (patch: UserPatch) => usersApi.change(user.id, user.version, patch),
    onSuccess: () => {
      notifySuccess(t('admin.saved'));
      close();
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.allUsers }),
  });
  return (
    <Dialog size="lg" title={t('admin.editNamed', { name: user.name })} close={close}>
      <DialogForm saving={save} submit={() => save.mutate(bodyOfUser(form))} close={close}>
        <UserFields form={form} change={setForm} error={save.error} />
      </DialogForm>
      <ImmediateActions user={user} close={close} setDisabled={(disabled) => save.mutate({ disabled })} />
    </Dialog>
  );
}

function ImmediateActions({
  user,
  setDisabled,
  close,
}: {
  user: AdminUser;
  close: () => void;
  setDisabled: (disabled: boolean) => void;
}) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const link = useMutation({
    mutationFn: () => withIdentityConfirmation(() => usersApi.invite(user.id)),
    onError: (error) => notifyError(t('admin.notSaved'), problemText(error)),
  });
  const reset = useMutation({
    mutationFn: () => withIdentityConfirmation(() => secondFactorApi.reset(user.id)),
    onSuccess: () => notifySuccess(t('admin.secondFactor.wasReset')),
    onError: (error) => notifyError(t('admin.notSaved'), problemText(error)),
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.allUsers }),
  });
  const unlink = useMutation({
    mutationFn: () => withIdentityConfirmation(() => usersApi.unlink(user.id)),
    onSuccess: () => {
      notifySuccess(t('admin.users.wasUnlinked', { name: user.name }));
      close();
    },
    onError: (error) => notifyError(t('admin.notSaved'), problemText(error)),
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.allUsers }),
  });
  const signOut = useMutation({
    mutationFn: () => sessionsApi.endAllOf(user.id),
    onSuccess: () => notifySuccess(t('admin.users.sessionsEnded', { name: user.name })),
    onError: (error) => notifyError(t('admin.notSaved'), problemText(error)),
  });
  return (
    <Stack mt="xl">
      {user.identity && (
        <p>
          {t('admin.users.linkedSince', {
            since: date(user.identity.linkedAt),
            last: date(user.identity.lastSignInAt),
          })}
        </p>
      )}
      {link.data && <OneTimeLink name={user.name} invitation={link.data} />}
      <Group>
        {!user.disabled && (
          <Button variant="default" loading={link.isPending} onClick={() => link.mutate()}>
            {t('admin.users.newLink')}
          </Button>
        )}
        {!user.disabled && (
          <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
            {t('admin.users.endSessions')}
          </Button>
        )}
        {(user.otp || user.passkeys > 0) && (
          <Button variant="default" loading={reset.isPending} onClick={() => reset.mutate()}>
            {t('admin.secondFactor.reset')}
          </Button>
        )}
        {user.identity && (
          <Button variant="default" loading={unlink.isPending} onClick={() => unlink.mutate()}>
            {t('admin.users.unlink')}
          </Button>
        )}
        {user.disabled ? (
          <Button variant="default" onClick={() => setDisabled(false)}>
            {t('admin.users.enable')}
          </Button>
        ) : asked ? (
          <>
            <Button color="red" onClick={() => setDisabled(true)}>
              {t('admin.users.disableNow')}
            </Button>
            <Button variant="default" onClick={() => setAsked(false)}>
              {t('action.cancel')}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => setAsked(true)}>
            {t('admin.users.disable')}
          </Button>
        )}
      </Group>
      {asked && <p role="status">{t('admin.users.disableHint')}</p>}
    </Stack>
  );
}
