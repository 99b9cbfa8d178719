import { Button, Checkbox, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withIdentityConfirmation } from '../account/confirm-identity.js';
import { queryKeys } from '../api/query-keys.js';
import { type Role, secondFactorApi } from '../api/second-factor-api.js';
import { Dialog } from '../ui/Dialog.js';
import { DialogForm } from '../ui/DialogForm.js';
import { QueryResult } from '../ui/QueryResult.js';
import { notifySuccess } from '../ui/notify.js';

/** Which roles require a second factor. */
export function SecondFactorPolicy() {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('admin.secondFactor.open')}
      </Button>
      {opened && (
        <Dialog title={t('admin.secondFactor.title')} close={close}>
          <Requirements close={close} />
        </Dialog>
      )}
    </>
  );
}

function Requirements({ close }: { close: () => void }) {
  const requirements = useQuery({
    queryKey: queryKeys.secondFactorRoles,
    queryFn: () => secondFactorApi.requirements(),
  });
  return (
    <QueryResult query={requirements}>
      {({ data }) => <RolesForm requirements={data} close={close} />}
    </QueryResult>
  );
}

interface FormProps {
  requirements: { role: Role; required: boolean }[];
  close: () => void;
}

function RolesForm({ requirements, close }: FormProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [roles, setRoles] = useState(() =>
    requirements.filter(({ required }) => required).map(({ role }) => role),
  );
  const save = useMutation({
    mutationFn: () => withIdentityConfirmation(() => secondFactorApi.require(roles)),
    onSuccess: () => {
      notifySuccess(t('admin.saved'));
      close();
      // The user's own role may now require a second factor.
      void queries.invalidateQueries({ queryKey: queryKeys.session });
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.secondFactorRoles }),
  });
  const toggle = (role: Role) =>
    setRoles((old) => (old.includes(role) ? old.filter((one) => one !== role) : [...old, role]));
  return (
    <DialogForm saving={save} submit={() => save.mutate()} close={close}>
      <Stack>
        <p>{t('admin.secondFactor.lead')}</p>
        {requirements.map(({ role }) => (
          <Checkbox
            key={role}
            label={t(`role.${role}`)}
            checked={roles.includes(role)}
            onChange={() => toggle(role)}
          />
        ))}
      </Stack>
    </DialogForm>
  );
}
