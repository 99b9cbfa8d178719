import { Alert, Button, Group, Stack, Table } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../api/query-keys.js';
import { type ApiToken, tokensApi } from '../api/security-api.js';
import { useFormats } from '../i18n/format.js';
import { usePermission, useCurrentUser } from '../session/session.js';
import { DateField } from '../ui/dates/DateField.js';
import { LoadError } from '../ui/LoadError.js';
import { ListTable } from '../ui/ListTable.js';
import { EmptyState } from '../ui/EmptyState.js';
import { ErrorAlert } from '../ui/ErrorAlert.js';
import { MultiSelect } from '../ui/choice-fields.js';
import { TextInput } from '../ui/fields.js';
import { notifySuccess, notifyError } from '../ui/notify.js';
import { useNow } from '../ui/use-now.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import classes from './Admin.module.css';
import { AdminPage } from './AdminPage.js';

/** API tokens: create (shown once) and revoke. */
export function TokensPage() {
  const { t } = useTranslation();
  const mayManage = usePermission('token.manage');
  return (
    <AdminPage title={t('tokens.title')} lead={t('tokens.lead')}>
      {mayManage ? (
        <>
          <NewTokenForm />
          <TokenTable />
        </>
      ) : (
        <EmptyState icon="api" title={t('admin.notAllowed')} />
      )}
    </AdminPage>
  );
}

const EMPTY = { name: '', permissions: [] as string[], lastDay: '' };
/** The token expires at the end of that day in the user's time zone. */
const endOf = (day: string) => new Date(`${day}T23:59:59`).toISOString();

function NewTokenForm() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { permissions } = useCurrentUser();
  const [form, setForm] = useState(EMPTY);
  const make = useMutation({
    mutationFn: () =>
      tokensApi.make({
        name: form.name.trim(),
        permissions: form.permissions,
        ...(form.lastDay && { expiresAt: endOf(form.lastDay) }),
      }),
    onSuccess: () => {
      setForm(EMPTY);
      void queries.invalidateQueries({ queryKey: queryKeys.tokens });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.name.trim() !== '') make.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack mb="lg" maw="40rem">
        <ErrorAlert error={make.error} title={t('tokens.failed')} />
        <TextInput
          label={t('tokens.name')}
          description={t('tokens.nameHint')}
          required
          maxLength={80}
          dir="auto"
          value={form.name}
          onChange={({ currentTarget }) => setForm({ ...form, name: currentTarget.value })}
        />
        <MultiSelect
          label={t('tokens.permissions')}
          description={t('tokens.permissionsHint')}
          searchable
          required
          data={permissions.map((value) => ({ value, label: t(`permission.${value}`) }))}
          value={form.permissions}
          onChange={(chosen) => setForm({ ...form, permissions: chosen })}
        />
        <DateField
          label={t('tokens.lastDay')}
          description={t('tokens.lastDayHint')}
          value={form.lastDay}
          onChange={(picked) => setForm({ ...form, lastDay: picked })}
        />
        <Group>
          <Button type="submit" loading={make.isPending}>
            {t('tokens.make')}
          </Button>
        </Group>
        {make.data && (
          <Alert color="green" role="status" title={t('tokens.made', { name: make.data.name })}>
            <p>{t('tokens.once')}</p>
            <bdi dir="ltr" className={classes.secret}>
              {make.data.token}
            </bdi>
          </Alert>
        )}
      </Stack>
    </form>
  );
}

function TokenTable() {
  const { t } = useTranslation();
  const list = useQuery({ queryKey: queryKeys.tokens, queryFn: async () => (await tokensApi.list()).data });
  if (list.isError) return <LoadError error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <LoadingIndicator />;
  if (list.data.length === 0) return <EmptyState icon="api" title={t('tokens.none')} />;
  return (
    <ListTable
      label={t('tokens.title')}
      heads={[
        t('tokens.name'),
        t('tokens.owner'),
        t('tokens.permissions'),
        t('tokens.expiresAt'),
        t('tokens.lastUsedAt'),
      ]}
      last={t('tokens.revoke')}
      minWidth={760}
    >
      {list.data.map((token) => (
        <TokenRow key={token.id} token={token} />
      ))}
    </ListTable>
  );
}

/** Revoking cannot be undone, so it needs a second press in the same place. */
function TokenRow({ token }: { token: ApiToken }) {
  const { t, i18n } = useTranslation();
  const { date, dateTime } = useFormats();
  const now = useNow();
  const named = (permission: string) =>
    i18n.exists(`permission.${permission}`)
      ? t(`permission.${permission}` as 'permission.ticket.read')
      : permission;
  const isOver = token.expiresAt !== null && Date.parse(token.expiresAt) <= now;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <bdi>{token.name}</bdi>
      </Table.Th>
      <Table.Td>
        <bdi>{token.owner}</bdi>
      </Table.Td>
      <Table.Td>{token.permissions.map(named).join(t('list.separator')) || '—'}</Table.Td>
      <Table.Td>
        {token.expiresAt === null
          ? t('tokens.noEnd')
          : t(isOver ? 'tokens.ended' : 'tokens.until', { when: date(token.expiresAt) })}
      </Table.Td>
      <Table.Td>{token.lastUsedAt ? dateTime(token.lastUsedAt) : t('tokens.never')}</Table.Td>
      <Table.Td>
        <RevokeButtons token={token} />
      </Table.Td>
    </Table.Tr>
  );
}

function RevokeButtons({ token }: { token: ApiToken }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const revoke = useMutation({
    mutationFn: () => tokensApi.revoke(token.id),
    onSuccess: () => notifySuccess(t('tokens.revokedNow', { name: token.name })),
    onError: (error) => notifyError(t('tokens.failed'), problemText(error)),
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.tokens }),
  });
  if (!asked) {
    return (
      <Button
        size="xs"
        variant="default"
        aria-label={t('tokens.revokeNamed', { name: token.name })}
        onClick={() => setAsked(true)}
      >
        {t('tokens.revoke')}
      </Button>
    );
  }
  return (
    <Group gap="xs">
      <Button size="xs" color="red" loading={revoke.isPending} onClick={() => revoke.mutate()}>
        {t('tokens.confirm')}
      </Button>
      <Button size="xs" variant="default" onClick={() => setAsked(false)}>
        {t('action.cancel')}
      </Button>
    </Group>
  );
}
