import { Button, Table } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CURSOR_PAGINATION } from '../api/cursor-pagination.js';
import { type BlockedCaller, phoneApi } from '../api/phone-api.js';
import { queryKeys } from '../api/query-keys.js';
import { BlockCallerDialog } from '../calls/BlockCallerDialog.js';
import { useFormats } from '../i18n/format.js';
import { EmptyState } from '../ui/EmptyState.js';
import { ListTable } from '../ui/ListTable.js';
import { LoadError } from '../ui/LoadError.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { LoadMoreButton } from '../ui/LoadMoreButton.js';
import { Ltr } from '../ui/Ltr.js';
import { notifyError } from '../ui/notify.js';
import { serverNow } from '../ui/server-clock.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { AdminPage } from './AdminPage.js';

/** Numbers whose calls are rejected. */
export function BlockedCallersPage() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  return (
    <AdminPage
      title={t('admin.page.blocked-callers')}
      lead={t('blockedCallers.lead')}
      add={{ label: t('blockedCallers.block'), open: () => setAdding(true) }}
    >
      <BlockedList />
      {adding && <BlockCallerDialog close={() => setAdding(false)} />}
    </AdminPage>
  );
}

function BlockedList() {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: queryKeys.blockedCallers,
    queryFn: ({ pageParam }) => phoneApi.blocked(pageParam),
    ...CURSOR_PAGINATION,
    refetchOnMount: 'always',
  });
  if (list.isError) return <LoadError error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <LoadingIndicator />;
  const callers = list.data.pages.flatMap(({ data }) => data);
  if (callers.length === 0) return <EmptyState icon="phone" title={t('blockedCallers.none')} />;
  return (
    <>
      <ListTable
        label={t('admin.page.blocked-callers')}
        heads={[
          t('blockedCallers.number'),
          t('blockedCallers.reason'),
          t('blockedCallers.by'),
          t('blockedCallers.since'),
          t('blockedCallers.until'),
        ]}
        last={t('blockedCallers.unblock')}
        minWidth={720}
      >
        {callers.map((caller) => (
          <Row key={caller.id} caller={caller} />
        ))}
      </ListTable>
      <LoadMoreButton list={list} />
    </>
  );
}

function Row({ caller }: { caller: BlockedCaller }) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const unblock = useMutation({
    mutationFn: () => phoneApi.unblock(caller.id),
    onError: (error) => notifyError(t('blockedCallers.failed'), problemText(error)),
    onSettled: () => void queries.invalidateQueries({ queryKey: queryKeys.blockedCallers }),
  });
  const isOver = caller.until !== null && Date.parse(caller.until) <= serverNow();
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Ltr>{caller.number}</Ltr>
      </Table.Th>
      <Table.Td dir="auto">{caller.reason}</Table.Td>
      <Table.Td dir="auto">{caller.by}</Table.Td>
      <Table.Td>{dateTime(caller.createdAt)}</Table.Td>
      <Table.Td>
        {isOver
          ? t('blockedCallers.over')
          : caller.until
            ? dateTime(caller.until)
            : t('blockedCallers.always')}
      </Table.Td>
      <Table.Td>
        <Button
          size="xs"
          variant="default"
          loading={unblock.isPending}
          aria-label={t('blockedCallers.unblockNamed', { number: caller.number })}
          onClick={() => unblock.mutate()}
        >
          {t('blockedCallers.unblock')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
