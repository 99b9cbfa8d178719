import { Button, Table } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../api/query-keys.js';
import { locksApi, type SignInLock } from '../api/security-api.js';
import { useFormats } from '../i18n/format.js';
import { usePermission } from '../session/session.js';
import { LoadError } from '../ui/LoadError.js';
import { ListTable } from '../ui/ListTable.js';
import { EmptyState } from '../ui/EmptyState.js';
import { notifySuccess, notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { AdminPage } from './AdminPage.js';

/** Accounts locked after too many wrong passwords or codes; an administrator can unlock them. */
export function LocksPage() {
  const { t } = useTranslation();
  const mayUnlock = usePermission('account.unlock');
  return (
    <AdminPage title={t('locks.title')} lead={t('locks.lead')}>
      {mayUnlock ? <Locks /> : <EmptyState icon="people" title={t('admin.notAllowed')} />}
    </AdminPage>
  );
}

function Locks() {
  const { t } = useTranslation();
  const list = useQuery({ queryKey: queryKeys.locks, queryFn: async () => (await locksApi.list()).data });
  if (list.isError) return <LoadError error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <LoadingIndicator />;
  if (list.data.length === 0) return <EmptyState icon="people" title={t('locks.none')} />;
  return (
    <ListTable
      label={t('locks.title')}
      heads={[t('locks.name'), t('locks.email'), t('locks.from'), t('locks.until')]}
      last={t('locks.clear')}
      minWidth={640}
    >
      {list.data.map((lock) => (
        <LockRow key={lock.staffId} lock={lock} />
      ))}
    </ListTable>
  );
}

function LockRow({ lock }: { lock: SignInLock }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const clear = useMutation({
    mutationFn: () => locksApi.clear(lock.staffId),
    onSuccess: () => notifySuccess(t('locks.cleared', { name: lock.name })),
    onError: (error) => notifyError(t('admin.notSaved'), problemText(error)),
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.locks }),
  });
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <bdi>{lock.name}</bdi>
      </Table.Th>
      <Table.Td>
        <bdi dir="ltr">{lock.email}</bdi>
      </Table.Td>
      <Table.Td>{lock.from.map((kind) => t(`locks.kind.${kind}`)).join(t('list.separator'))}</Table.Td>
      <Table.Td>{dateTime(lock.until)}</Table.Td>
      <Table.Td>
        <Button
          size="xs"
          variant="default"
          loading={clear.isPending}
          aria-label={t('locks.clearNamed', { name: lock.name })}
          onClick={() => clear.mutate()}
        >
          {t('locks.clear')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
