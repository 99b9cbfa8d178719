import { Badge, Group, Table } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES } from '#wasl/contracts';
import { type AdminUser, type UserFilter, usersApi } from '../api/admin-api.js';
import { CURSOR_PAGINATION } from '../api/cursor-pagination.js';
import { queryKeys } from '../api/query-keys.js';
import { useQueueName } from '../tickets/use-queue-name.js';
import { LoadError } from '../ui/LoadError.js';
import { ListTable } from '../ui/ListTable.js';
import { LoadMoreButton } from '../ui/LoadMoreButton.js';
import { EmptyState } from '../ui/EmptyState.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { Select } from '../ui/choice-fields.js';
import { TextInput } from '../ui/fields.js';
import classes from './Admin.module.css';
import { AdminPage } from './AdminPage.js';
import { EditButton } from './EditButton.js';
import { EditUserDialog } from './EditUserDialog.js';
import { InviteDialog } from './InviteDialog.js';
import { ReadingPolicy } from './ReadingPolicy.js';
import { SecondFactorPolicy } from './SecondFactorPolicy.js';

const PATIENCE_MS = 250;

/** Staff accounts: search, invite, change, disable. */
export function UsersPage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<UserFilter>({});
  const [inviting, invite] = useDisclosure(false);
  const [edited, setEdited] = useState<AdminUser | null>(null);
  return (
    <AdminPage title={t('admin.page.users')} add={{ label: t('admin.users.invite'), open: invite.open }}>
      <Group justify="space-between" align="end">
        <Filters filter={filter} change={setFilter} />
        <Group gap="xs">
          <ReadingPolicy />
          <SecondFactorPolicy />
        </Group>
      </Group>
      <UserTable filter={filter} edit={setEdited} />
      <InviteDialog opened={inviting} close={invite.close} />
      {edited && <EditUserDialog key={edited.id} user={edited} close={() => setEdited(null)} />}
    </AdminPage>
  );
}

function Filters({ filter, change }: { filter: UserFilter; change: (filter: UserFilter) => void }) {
  const { t } = useTranslation();
  return (
    <Group className={classes.filters} align="end" role="search">
      <TextInput
        label={t('admin.users.search')}
        type="search"
        dir="auto"
        value={filter.q ?? ''}
        onChange={({ currentTarget }) => change({ ...filter, q: currentTarget.value })}
      />
      <Select
        label={t('admin.users.role')}
        data={[
          { value: '', label: t('admin.all') },
          ...ROLES.map((role) => ({ value: role, label: t(`role.${role}`) })),
        ]}
        value={filter.role ?? ''}
        onChange={(role) => change({ ...filter, role: (role ?? '') as UserFilter['role'] & string })}
      />
      <Select
        label={t('admin.users.state')}
        data={[
          { value: '', label: t('admin.all') },
          { value: 'false', label: t('admin.users.active') },
          { value: 'true', label: t('admin.users.disabled') },
        ]}
        value={filter.disabled ?? ''}
        onChange={(value) => change({ ...filter, disabled: (value ?? '') as '' | 'true' | 'false' })}
      />
    </Group>
  );
}

function UserTable({ filter, edit }: { filter: UserFilter; edit: (user: AdminUser) => void }) {
  const { t } = useTranslation();
  const [asked] = useDebouncedValue(filter, PATIENCE_MS);
  const list = useInfiniteQuery({
    queryKey: queryKeys.users(asked),
    queryFn: ({ pageParam }) => usersApi.list(asked, pageParam),
    ...CURSOR_PAGINATION,
  });
  if (list.isError) return <LoadError error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <LoadingIndicator />;
  const users = list.data.pages.flatMap(({ data }) => data);
  if (users.length === 0) return <EmptyState icon="people" title={t('admin.users.none')} />;
  return (
    <>
      <ListTable
        label={t('admin.page.users')}
        heads={[
          t('admin.users.name'),
          t('admin.users.email'),
          t('admin.users.role'),
          t('admin.users.queues'),
          t('admin.users.state'),
        ]}
        last={t('admin.edit')}
        minWidth={720}
      >
        {users.map((user) => (
          <UserRow key={user.id} user={user} edit={() => edit(user)} />
        ))}
      </ListTable>
      <LoadMoreButton list={list} />
    </>
  );
}

function UserRow({ user, edit }: { user: AdminUser; edit: () => void }) {
  const { t } = useTranslation();
  const queueName = useQueueName();
  const state = user.disabled ? 'disabled' : user.joined || user.identity ? 'active' : 'invited';
  return (
    <Table.Tr>
      <Table.Th scope="row" dir="auto">
        {user.name}
      </Table.Th>
      <Table.Td>
        <bdi dir="ltr">{user.email}</bdi>
      </Table.Td>
      <Table.Td>{t(`role.${user.role}`)}</Table.Td>
      <Table.Td>{user.queues.map(queueName).join(t('list.separator')) || '—'}</Table.Td>
      <Table.Td>
        <Group gap="xs">
          <Badge variant="outline" color="gray" autoContrast className={classes.badge}>
            {t(`admin.users.${state}`)}
          </Badge>
          {user.identity && (
            <Badge variant="outline" color="gray" className={classes.badge}>
              {t('admin.users.linked')}
            </Badge>
          )}
          {(user.otp || user.passkeys > 0) && (
            <Badge variant="outline" color="gray" className={classes.badge}>
              {t('admin.secondFactor.has')}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>
        <EditButton name={user.name} edit={edit} />
      </Table.Td>
    </Table.Tr>
  );
}
