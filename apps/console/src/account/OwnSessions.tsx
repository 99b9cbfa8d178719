import { Badge, Button, Group, Table } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../api/query-keys.js';
import { type OwnSession, sessionsApi } from '../api/security-api.js';
import { useFormats } from '../i18n/format.js';
import { LoadError } from '../ui/LoadError.js';
import { ListTable } from '../ui/ListTable.js';
import { notifySuccess, notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';

/** The user's own sessions, each of which can be ended. */
export function OwnSessions() {
  const { t } = useTranslation();
  const list = useQuery({
    queryKey: queryKeys.ownSessions,
    queryFn: async () => (await sessionsApi.mine()).data,
  });
  const endOthers = useEnding(() => sessionsApi.endOthers(), t('account.sessions.othersEnded'));
  if (list.isError) return <LoadError error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <LoadingIndicator />;
  return (
    <>
      <p>{t('account.sessions.lead')}</p>
      <ListTable
        label={t('account.sessions.title')}
        heads={[
          t('account.sessions.browser'),
          t('account.sessions.network'),
          t('account.sessions.startedAt'),
          t('account.sessions.lastSeenAt'),
        ]}
        last={t('account.sessions.end')}
        minWidth={640}
      >
        {list.data.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ListTable>
      {list.data.length > 1 && (
        <Button mt="md" variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {t('account.sessions.endOthers')}
        </Button>
      )}
    </>
  );
}

function SessionRow({ session }: { session: OwnSession }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const end = useEnding(() => sessionsApi.end(session.id), t('account.sessions.ended'));
  const name = session.browser || t('account.sessions.program');
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Group gap="xs">
          <bdi>{name}</bdi>
          {session.current && <Badge variant="outline">{t('account.sessions.current')}</Badge>}
        </Group>
      </Table.Th>
      <Table.Td>
        {session.network ? <bdi dir="ltr">{session.network}</bdi> : t('account.sessions.unknown')}
      </Table.Td>
      <Table.Td>{dateTime(session.startedAt)}</Table.Td>
      <Table.Td>{dateTime(session.lastSeenAt)}</Table.Td>
      <Table.Td>
        {!session.current && (
          <Button
            size="xs"
            variant="default"
            loading={end.isPending}
            aria-label={t('account.sessions.endNamed', { name, when: dateTime(session.startedAt) })}
            onClick={() => end.mutate()}
          >
            {t('account.sessions.end')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function useEnding(end: () => Promise<unknown>, done: string) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: end,
    onSuccess: () => notifySuccess(done),
    onError: (error) => notifyError(t('account.sessions.failed'), problemText(error)),
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.ownSessions }),
  });
}
