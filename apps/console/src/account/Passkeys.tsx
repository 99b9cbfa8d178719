import { Button, Group, Table } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../api/keys.js';
import { type Passkey, secondFactorApi } from '../api/second-factor-api.js';
import { useFormats } from '../i18n/format.js';
import { Failed } from '../ui/Failed.js';
import { ListTable } from '../ui/ListTable.js';
import { Refused } from '../ui/Refused.js';
import { tellDone } from '../ui/tell.js';
import { Waiting } from '../ui/Waiting.js';
import { AddPasskey } from './AddPasskey.js';
import { confirmed } from './confirm-identity.js';
import { RecoveryCodeList } from './RecoveryCodeList.js';
import { RenamePasskey } from './RenamePasskey.js';
import { useFactorsChanged } from './use-second-factor.js';

/** The user's passkeys: add, rename, remove. */
export function Passkeys() {
  const { t } = useTranslation();
  const changed = useFactorsChanged();
  const [codes, setCodes] = useState<string[] | null>(null);
  const [renamed, rename] = useState<Passkey | null>(null);
  const list = useQuery({ queryKey: keys.passkeys, queryFn: () => secondFactorApi.passkeys() });
  if (list.isError) return <Failed error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <Waiting />;
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
            tellDone(t('passkey.added'));
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
  const changed = useFactorsChanged();
  const remove = useMutation({
    mutationFn: (id: string) => confirmed(() => secondFactorApi.removePasskey(id)),
    onSuccess: () => {
      tellDone(t('passkey.removed'));
      changed();
    },
  });
  return (
    <>
      <Refused error={remove.error} mb="sm" />
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
