import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useTicketList } from '../api/queries.js';
import { useActions } from '../ui/actions.js';
import { LoadError } from '../ui/LoadError.js';
import { EmptyState } from '../ui/EmptyState.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { BulkBar } from './bulk/BulkBar.js';
import { toggleSelected } from './bulk/selection.js';
import { TicketListHeader } from './TicketListHeader.js';
import { TicketRow } from './TicketRow.js';
import classes from './Tickets.module.css';
import { useListFilter, useListSettings } from './views.js';

const ROW_HEIGHT = 96;
const AHEAD = 8;

export function TicketList({ current }: { current: string | undefined }) {
  const { t } = useTranslation();
  const list = useTicketList(useListFilter());
  const tickets = list.data?.pages.flatMap((page) => page.data) ?? [];
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: tickets.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => tickets[index]?.number ?? index,
    overscan: 6,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError } = list;
  useEffect(() => {
    const near = last >= tickets.length - AHEAD;
    if (near && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [last, tickets.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  useListShortcuts(
    tickets.map(({ number }) => number),
    current,
    (index) => rows.scrollToIndex(index),
  );
  return (
    <section className={classes.list} aria-label={t('list.region')}>
      <TicketListHeader count={tickets.length} more={hasNextPage} />
      <BulkBar tickets={tickets} />
      <div ref={scroller} className={classes.scroller}>
        {list.isPending && <LoadingIndicator />}
        {list.isError && tickets.length === 0 && (
          <LoadError error={list.error} again={() => void list.refetch()} />
        )}
        {list.isSuccess && tickets.length === 0 && <EmptyList />}
        <ul className={classes.rows} style={{ blockSize: rows.getTotalSize() }}>
          {items.map((item) => {
            const ticket = tickets[item.index];
            return (
              ticket && (
                <li
                  key={item.key}
                  ref={rows.measureElement}
                  data-index={item.index}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <TicketRow ticket={ticket} isCurrent={ticket.number === current} />
                </li>
              )
            );
          })}
        </ul>
        {isFetchNextPageError && <LoadError error={list.error} again={() => void fetchNextPage()} />}
        {isFetchingNextPage && <LoadingIndicator />}
      </div>
    </section>
  );
}

function EmptyList() {
  const { t } = useTranslation();
  const { search, status } = useListSettings();
  if (search !== '')
    return <EmptyState icon="search" title={t('list.noMatch')} text={t('list.noMatchHint')} />;
  if (status !== 'any' && status !== 'active')
    return <EmptyState icon="inbox" title={t('list.noneOfStatus')} />;
  return <EmptyState icon="inbox" title={t('list.empty')} text={t('list.emptyHint')} />;
}

/** j and k open the next and the previous ticket of the list. */
function useListShortcuts(
  numbers: string[],
  current: string | undefined,
  show: (index: number) => void,
): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const go = (step: number) => {
    const at = current === undefined ? -1 : numbers.indexOf(current);
    const index = at === -1 ? 0 : at + step;
    const number = numbers[index];
    if (number === undefined) return;
    show(index);
    void navigate(
      { pathname: `/tickets/${number}`, search: params.toString() },
      { replace: current !== undefined },
    );
  };
  useActions([
    { label: t('help.next'), key: 'j', run: () => go(1) },
    { label: t('help.previous'), key: 'k', run: () => go(-1) },
    ...(current !== undefined && numbers.includes(current)
      ? [{ label: t('help.select'), key: 'x', run: () => toggleSelected(current) }]
      : []),
  ]);
}
