import { Button, Group, Table } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../api/query-keys.js';
import { type Passkey, secondFactorApi } from '../api/second-factor-api.js';
import { useFormats } from '../i18n/format.js';
import { LoadError } from '../ui/LoadError.js';
import { ListTable } from '../ui/ListTable.js';
import { ErrorAlert } from '../ui/ErrorAlert.js';
import { notifySuccess } from '../ui/notify.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { AddPasskey } from './AddPasskey.js';
import { withIdentityConfirmation } from './confirm-identity.js';
import { RecoveryCodeList } from './RecoveryCodeList.js';
import { RenamePasskey } from './RenamePasskey.js';
import { useInvalidateSecondFactor } from './use-second-factor.js';

/** The user's passkeys: add, rename, remove. */
export function Passkeys() {
  const { t } = useTranslation();
  const changed = useInvalidateSecondFactor();
  const [codes, setCodes] = useState<string[] | null>(null);
  const [renamed, rename] = useState<Passkey | null>(null);
  const list = useQuery({ queryKey: queryKeys.passkeys, queryFn: () => secondFactorApi.passkeys() });
  if (list.isError) return <LoadError error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <LoadingIndicator />;
  return (
    <>
      <p>{t('passkey.lead')}</p>
      {list.data.data.length > 0 && <PasskeyTable passkeys={list.data.data} rename={rename} />}
      {codes ? (
        <RecoveryCodeList codes={codes} done={() => setCodes(null)} />
      ) : (
        <AddPasskey
          done={(recoveryCodes) => {
            setCodes(recoveryCodes);
            notifySuccess(t('passkey.added'));
            changed();
          }}
        />
      )}
      {renamed && <RenamePasskey key={renamed.id} passkey={renamed} close={() => rename(null)} />}
    </>
  );
}

function PasskeyTable({ passkeys, rename }: { passkeys: Passkey[]; rename: (passkey: Passkey) => void }) {
  const { t } = useTranslation();
  const changed = useInvalidateSecondFactor();
  const remove = useMutation({
    mutationFn: (id: string) => withIdentityConfirmation(() => secondFactorApi.removePasskey(id)),
    onSuccess: () => {
      notifySuccess(t('passkey.removed'));
      changed();
    },
  });
  return (
    <>
      <ErrorAlert error={remove.error} mb="sm" />
      <ListTable
        label={t('account.passkeys')}
        heads={[t('passkey.name'), t('passkey.made'), t('passkey.used')]}
        last={t('admin.edit')}
        minWidth={520}
      >
        {passkeys.map((passkey) => (
          <PasskeyRow
            key={passkey.id}
            passkey={passkey}
            rename={() => rename(passkey)}
            remove={() => remove.mutate(passkey.id)}
          />
        ))}
      </ListTable>
    </>
  );
}

interface RowProps {
  passkey: Passkey;
  rename: () => void;
  remove: () => void;
}

function PasskeyRow({ passkey, rename, remove }: RowProps) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const { name, createdAt, lastUsedAt, synced } = passkey;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <bdi>{name}</bdi>
        {synced && ` (${t('passkey.synced')})`}
      </Table.Th>
      <Table.Td>{dateTime(createdAt)}</Table.Td>
      <Table.Td>{lastUsedAt ? dateTime(lastUsedAt) : t('passkey.never')}</Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Button
            size="xs"
            variant="default"
            aria-label={t('passkey.renameNamed', { name })}
            onClick={rename}
          >
            {t('passkey.rename')}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={t('passkey.removeNamed', { name })}
            onClick={remove}
          >
            {t('passkey.remove')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
