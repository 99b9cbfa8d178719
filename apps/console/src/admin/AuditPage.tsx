import { Alert, Button, Group, Table } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AUDIT_ACTIONS, AUDIT_TARGETS, type AuditAction, type AuditTarget } from '#wasl/contracts';
import { auditApi, type AuditEntry, type AuditFilter } from '../api/admin-api.js';
import { CURSOR_PAGINATION } from '../api/cursor-pagination.js';
import { queryKeys } from '../api/query-keys.js';
import { useFormats } from '../i18n/format.js';
import { DateField } from '../ui/dates/DateField.js';
import { LoadError } from '../ui/LoadError.js';
import { ListTable } from '../ui/ListTable.js';
import { LoadMoreButton } from '../ui/LoadMoreButton.js';
import { EmptyState } from '../ui/EmptyState.js';
import { ErrorAlert } from '../ui/ErrorAlert.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { Select } from '../ui/choice-fields.js';
import { TextInput } from '../ui/fields.js';
import classes from './Admin.module.css';
import { AdminPage } from './AdminPage.js';

const PATIENCE_MS = 250;

/** The audit trail, newest first, and the verification of its chain. */
export function AuditPage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<AuditFilter>({});
  return (
    <AdminPage title={t('admin.page.audit')} lead={t('admin.audit.lead')}>
      <Verify />
      <Filters filter={filter} change={setFilter} />
      <Trail filter={filter} />
    </AdminPage>
  );
}

function Verify() {
  const { t } = useTranslation();
  const { number } = useFormats();
  const verify = useMutation({ mutationFn: () => auditApi.verify() });
  const verdict = verify.data;
  return (
    <Group mb="md" align="start">
      <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
        {t('admin.audit.verify')}
      </Button>
      <ErrorAlert error={verify.error} title={t('error.loading')} />
      {verdict && (
        <Alert
          color={verdict.intact ? 'green' : 'red'}
          role={verdict.intact ? 'status' : 'alert'}
          title={t(verdict.intact ? 'admin.audit.intact' : 'admin.audit.broken')}
        >
          {verdict.broken
            ? t(`admin.audit.fault.${verdict.broken.fault}`, { id: verdict.broken.id })
            : t('admin.audit.entries', { count: verdict.entries, shown: number(verdict.entries) })}
          {verdict.head && (
            <bdi dir="ltr" className={classes.secret}>
              {verdict.head.id}: {verdict.head.link}
            </bdi>
          )}
        </Alert>
      )}
    </Group>
  );
}

function Filters({ filter, change }: { filter: AuditFilter; change: (filter: AuditFilter) => void }) {
  const { t } = useTranslation();
  return (
    <Group className={classes.filters} align="end" role="search">
      <Select
        label={t('admin.audit.action')}
        searchable
        data={[
          { value: '', label: t('admin.all') },
          ...AUDIT_ACTIONS.map((action) => ({ value: action, label: t(actionKey(action)) })),
        ]}
        value={filter.action ?? ''}
        onChange={(action) => change({ ...filter, action: action ?? '' })}
      />
      <Select
        label={t('admin.audit.target')}
        data={[
          { value: '', label: t('admin.all') },
          ...AUDIT_TARGETS.map((kind) => ({ value: kind, label: t(`admin.audit.kind.${kind}`) })),
        ]}
        value={filter.targetKind ?? ''}
        onChange={(targetKind) => change({ ...filter, targetKind: targetKind ?? '' })}
      />
      <TextInput
        label={t('admin.audit.targetId')}
        dir="ltr"
        value={filter.target ?? ''}
        onChange={({ currentTarget }) => change({ ...filter, target: currentTarget.value.trim() })}
      />
      <TextInput
        label={t('admin.audit.address')}
        dir="ltr"
        value={filter.address ?? ''}
        onChange={({ currentTarget }) => change({ ...filter, address: currentTarget.value.trim() })}
      />
      <DateField
        label={t('admin.audit.from')}
        value={filter.from ?? ''}
        onChange={(picked) => change({ ...filter, from: picked })}
      />
      <DateField
        label={t('admin.audit.to')}
        value={filter.to ?? ''}
        onChange={(picked) => change({ ...filter, to: picked })}
      />
      {filter.actor && (
        <Button variant="default" onClick={() => change({ ...filter, actor: '' })}>
          {t('admin.audit.anybody')}
        </Button>
      )}
    </Group>
  );
}

function Trail({ filter }: { filter: AuditFilter }) {
  const { t } = useTranslation();
  const [asked] = useDebouncedValue(filter, PATIENCE_MS);
  const list = useInfiniteQuery({
    queryKey: queryKeys.audit(asked),
    queryFn: ({ pageParam }) => auditApi.list(momentsOf(asked), pageParam),
    ...CURSOR_PAGINATION,
    refetchOnMount: 'always',
  });
  if (list.isError) return <LoadError error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <LoadingIndicator />;
  const entries = list.data.pages.flatMap(({ data }) => data);
  if (entries.length === 0) return <EmptyState icon="history" title={t('admin.audit.none')} />;
  return (
    <>
      <ListTable
        label={t('admin.page.audit')}
        heads={[
          t('admin.audit.at'),
          t('admin.audit.actor'),
          t('admin.audit.action'),
          t('admin.audit.target'),
          t('admin.audit.detail'),
        ]}
        minWidth={720}
      >
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} />
        ))}
      </ListTable>
      <LoadMoreButton list={list} />
    </>
  );
}

function EntryRow({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const { actor, target } = entry;
  const isAtMachine = (entry.detail as Record<string, unknown>).origin === 'machine';
  const detail = Object.entries(entry.detail as Record<string, unknown>).filter(
    ([, value]) => value !== null,
  );
  return (
    <Table.Tr>
      <Table.Td>{dateTime(entry.at)}</Table.Td>
      <Table.Td dir="auto">
        {actor ? (actor.name ?? actor.id) : t(isAtMachine ? 'admin.audit.atMachine' : 'admin.audit.nobody')}
      </Table.Td>
      <Table.Td>{t(actionKey(entry.action as AuditAction))}</Table.Td>
      <Table.Td>
        {t(`admin.audit.kind.${target.kind as AuditTarget}`)}{' '}
        {target.name ? <bdi>{target.name}</bdi> : target.id && <bdi dir="ltr">{target.id}</bdi>}
      </Table.Td>
      <Table.Td className={classes.facts}>
        <bdi dir="ltr">{detail.map(([name, value]) => `${name}: ${String(value)}`).join(' · ') || '—'}</bdi>
      </Table.Td>
    </Table.Tr>
  );
}

/** i18n keys cannot contain dots. */
const actionKey = (action: AuditAction) =>
  `admin.audit.did.${action.replace('.', '_') as Underscored<AuditAction>}` as const;
type Underscored<A extends string> = A extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : A;

/** Days are in the user's time zone: from the start of the first to the end of the last. */
function momentsOf({ from, to, ...filter }: AuditFilter): AuditFilter {
  const day = (text: string, add: number) => {
    const at = new Date(`${text}T00:00:00`);
    at.setDate(at.getDate() + add);
    return at.toISOString();
  };
  return { ...filter, ...(from && { from: day(from, 0) }), ...(to && { to: day(to, 1) }) };
}
