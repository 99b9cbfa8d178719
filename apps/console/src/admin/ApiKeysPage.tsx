import { Alert, Button, Group, Stack, Table } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import type { ApiKey } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { usePermission } from '../session/session.js';
import { LoadError } from '../ui/LoadError.js';
import { ListTable } from '../ui/ListTable.js';
import { EmptyState } from '../ui/EmptyState.js';
import { ErrorAlert } from '../ui/ErrorAlert.js';
import { TextInput } from '../ui/fields.js';
import { notifySuccess, notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import classes from './Admin.module.css';
import { AdminPage } from './AdminPage.js';

/** Open311 API keys: create (shown once) and revoke. */
export function ApiKeysPage() {
  const { t } = useTranslation();
  const mayManage = usePermission('admin.channels');
  return (
    <AdminPage title={t('apiKeys.title')} lead={t('apiKeys.lead')}>
      {mayManage ? <Keys /> : <EmptyState icon="api" title={t('apiKeys.notAllowed')} />}
    </AdminPage>
  );
}

const Keys = () => (
  <>
    <NewKey />
    <KeyTable />
  </>
);

function NewKey() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const make = useMutation({
    mutationFn: () => adminApi.makeKey(name.trim()),
    onSuccess: () => {
      setName('');
      void queries.invalidateQueries({ queryKey: queryKeys.apiKeys });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') make.mutate();
      }}
    >
      <Stack mb="lg">
        <ErrorAlert error={make.error} title={t('apiKeys.failed')} />
        <Group align="end">
          <TextInput
            label={t('apiKeys.name')}
            description={t('apiKeys.nameHint')}
            required
            maxLength={80}
            dir="auto"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" loading={make.isPending}>
            {t('apiKeys.make')}
          </Button>
        </Group>
        {make.data && (
          <Alert color="green" role="status" title={t('apiKeys.made', { name: make.data.name })}>
            <p>{t('apiKeys.once')}</p>
            <bdi dir="ltr" className={classes.secret}>
              {make.data.key}
            </bdi>
          </Alert>
        )}
      </Stack>
    </form>
  );
}

function KeyTable() {
  const { t } = useTranslation();
  const list = useQuery({
    queryKey: queryKeys.apiKeys,
    queryFn: async () => (await adminApi.apiKeys()).data,
  });
  if (list.isError) return <LoadError error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <LoadingIndicator />;
  if (list.data.length === 0) return <EmptyState icon="api" title={t('apiKeys.none')} />;
  return (
    <ListTable
      label={t('apiKeys.title')}
      heads={[
        t('apiKeys.name'),
        t('apiKeys.createdAt'),
        t('apiKeys.createdBy'),
        t('apiKeys.lastUsedAt'),
        t('apiKeys.state'),
      ]}
      minWidth={640}
    >
      {list.data.map((key) => (
        <KeyRow key={key.id} apiKey={key} />
      ))}
    </ListTable>
  );
}

/** Revoking cannot be undone, so it needs a second press in the same place. */
function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const revoke = useMutation({
    mutationFn: () => adminApi.revokeKey(apiKey.id),
    onSuccess: () => notifySuccess(t('apiKeys.revokedNow', { name: apiKey.name })),
    onError: (error) => notifyError(t('apiKeys.failed'), problemText(error)),
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.apiKeys }),
  });
  return (
    <Table.Tr>
      <Table.Th scope="row" dir="auto">
        {apiKey.name}
      </Table.Th>
      <Table.Td>{dateTime(apiKey.createdAt)}</Table.Td>
      <Table.Td dir="auto">{apiKey.createdBy}</Table.Td>
      <Table.Td>{apiKey.lastUsedAt ? dateTime(apiKey.lastUsedAt) : t('apiKeys.never')}</Table.Td>
      <Table.Td>
        {apiKey.revokedAt ? (
          t('apiKeys.revoked', { when: dateTime(apiKey.revokedAt) })
        ) : asked ? (
          <Group gap="xs">
            <Button size="xs" color="red" loading={revoke.isPending} onClick={() => revoke.mutate()}>
              {t('apiKeys.confirm')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsked(false)}>
              {t('action.cancel')}
            </Button>
          </Group>
        ) : (
          <Button
            size="xs"
            variant="default"
            aria-label={t('apiKeys.revokeNamed', { name: apiKey.name })}
            onClick={() => setAsked(true)}
          >
            {t('apiKeys.revoke')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
