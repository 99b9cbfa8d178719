import { Badge, Button, Group, Select, Table, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES } from '#wasl/contracts';
import { type AdminUser, type UserFilter, usersApi } from '../api/admin-api.js';
import { keys } from '../api/keys.js';
import { useQueueName } from '../tickets/use-queue-name.js';
import { Failed } from '../ui/Failed.js';
import { Icon } from '../ui/icons.js';
import { Nothing } from '../ui/Nothing.js';
import { useTitle } from '../ui/use-title.js';
import { Waiting } from '../ui/Waiting.js';
import classes from './Admin.module.css';
import { EditUserDialog } from './EditUserDialog.js';
import { InviteDialog } from './InviteDialog.js';

const PATIENCE_MS = 250;

/** Who works here: found, invited, changed, disabled. */
export function UsersPage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<UserFilter>({});
  const [inviting, invite] = useDisclosure(false);
  const [edited, setEdited] = useState<AdminUser | null>(null);
  useTitle(t('admin.page.users'));
  return (
    <div className={classes.page}>
      <Group justify="space-between" mb="md">
        <h1>{t('admin.page.users')}</h1>
        <Button leftSection={<Icon name="plus" />} onClick={invite.open}>
          {t('admin.users.invite')}
        </Button>
      </Group>
      <Filters filter={filter} change={setFilter} />
      <UserTable filter={filter} edit={setEdited} />
      <InviteDialog opened={inviting} close={invite.close} />
      {edited && <EditUserDialog key={edited.id} user={edited} close={() => setEdited(null)} />}
    </div>
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
    queryKey: keys.users(asked),
    queryFn: ({ pageParam }) => usersApi.list(asked, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.meta.hasMore ? last.meta.after : undefined),
  });
  if (list.isError) return <Failed error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <Waiting />;
  const users = list.data.pages.flatMap(({ data }) => data);
  if (users.length === 0) return <Nothing icon="people" title={t('admin.users.none')} />;
  return (
    <>
      <Table.ScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('admin.page.users')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('admin.users.name')}</Table.Th>
              <Table.Th scope="col">{t('admin.users.email')}</Table.Th>
              <Table.Th scope="col">{t('admin.users.role')}</Table.Th>
              <Table.Th scope="col">{t('admin.users.queues')}</Table.Th>
              <Table.Th scope="col">{t('admin.users.state')}</Table.Th>
              <Table.Th scope="col">
                <span className="visually-hidden">{t('admin.edit')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {users.map((user) => (
              <UserRow key={user.id} user={user} edit={() => edit(user)} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('action.more')}
        </Button>
      )}
    </>
  );
}

function UserRow({ user, edit }: { user: AdminUser; edit: () => void }) {
  const { t } = useTranslation();
  const queueName = useQueueName();
  const state = user.disabled ? 'disabled' : user.joined ? 'active' : 'invited';
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
          {user.otp && (
            <Badge variant="outline" color="gray" className={classes.badge}>
              {t('admin.users.otp')}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>
        <Button
          size="xs"
          variant="default"
          onClick={edit}
          aria-label={t('admin.editNamed', { name: user.name })}
        >
          {t('admin.edit')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
