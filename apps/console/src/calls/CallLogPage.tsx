import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CURSOR_PAGINATION } from '../api/cursor-pagination.js';
import { type CallFilter, phoneApi, pollRecordings } from '../api/phone-api.js';
import { queryKeys } from '../api/query-keys.js';
import { usePermission } from '../session/session.js';
import { EmptyState } from '../ui/EmptyState.js';
import { ListTable } from '../ui/ListTable.js';
import { LoadError } from '../ui/LoadError.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { LoadMoreButton } from '../ui/LoadMoreButton.js';
import { useTitle } from '../ui/use-title.js';
import { CallFilters } from './CallFilters.js';
import classes from './Calls.module.css';
import { CallRow } from './CallRow.js';

const PATIENCE_MS = 300;

/** All calls, newest first, for supervisors. */
export function CallLogPage() {
  const { t } = useTranslation();
  const mayRead = usePermission('call.log');
  const [filter, setFilter] = useState<CallFilter>({});
  useTitle(t('callLog.title'));
  if (!mayRead) return <EmptyState icon="phone" title={t('callLog.notAllowed')} />;
  return (
    <div className={classes.page}>
      <h1>{t('callLog.title')}</h1>
      <CallFilters filter={filter} change={setFilter} />
      <Calls filter={filter} />
    </div>
  );
}

function Calls({ filter }: { filter: CallFilter }) {
  const { t } = useTranslation();
  const [asked] = useDebouncedValue(filter, PATIENCE_MS);
  const list = useInfiniteQuery({
    queryKey: queryKeys.calls(asked),
    queryFn: ({ pageParam }) => phoneApi.log(momentsOf(asked), pageParam),
    ...CURSOR_PAGINATION,
    refetchOnMount: 'always',
    refetchInterval: ({ state }) =>
      pollRecordings(
        state.data?.pages.flatMap(({ data }) => data),
        state.dataUpdateCount,
      ),
  });
  if (list.isError) return <LoadError error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <LoadingIndicator />;
  const calls = list.data.pages.flatMap(({ data }) => data);
  if (calls.length === 0) return <EmptyState icon="phone" title={t('callLog.none')} />;
  return (
    <>
      <ListTable
        label={t('callLog.title')}
        heads={[
          t('callLog.at'),
          t('callLog.direction'),
          t('callLog.party'),
          t('callLog.queue'),
          t('callLog.agent'),
          t('callLog.state'),
          t('callLog.wait'),
          t('callLog.talk'),
          t('callLog.ticket'),
          t('callLog.recording'),
        ]}
        minWidth={1100}
      >
        {calls.map((call) => (
          <CallRow key={call.id} call={call} />
        ))}
      </ListTable>
      <LoadMoreButton list={list} />
    </>
  );
}

/** Days are in the user's time zone: from the start of the first to the end of the last. */
function momentsOf({ from, to, ...filter }: CallFilter): CallFilter {
  const day = (text: string, add: number) => {
    const at = new Date(`${text}T00:00:00`);
    at.setDate(at.getDate() + add);
    return at.toISOString();
  };
  return { ...filter, ...(from && { from: day(from, 0) }), ...(to && { to: day(to, 1) }) };
}
