import { Button, Group, Table } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveAgent } from '#wasl/contracts';
import { staffApi } from '../api/admin-api.js';
import { queryKeys } from '../api/query-keys.js';
import type { PresencePeriod } from '../api/types.js';
import { clockText, useFormats } from '../i18n/format.js';
import { addDays } from '../i18n/zoned-time.js';
import { PresenceBadge } from '../presence/PresenceBadge.js';
import { useReasonName } from '../presence/use-reason-name.js';
import { Dialog } from '../ui/Dialog.js';
import { EmptyState } from '../ui/EmptyState.js';
import { ListTable } from '../ui/ListTable.js';
import { Ltr } from '../ui/Ltr.js';
import { QueryResult } from '../ui/QueryResult.js';
import { serverNow } from '../ui/server-clock.js';
import { secondsOf, totalsOf } from './presence-day.js';
import classes from './Board.module.css';

/** How an agent spent a day: the time in each state, and every change with its reason and who made it. */
export function PresenceDayDialog({ agent, close }: { agent: LiveAgent; close: () => void }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const [day, setDay] = useState<string>();
  const query = useQuery({
    queryKey: queryKeys.presenceOfDay(agent.id, day),
    queryFn: () => staffApi.presenceOfDay(agent.id, day),
    placeholderData: keepPreviousData,
  });
  return (
    <Dialog size="xl" title={t('presenceDay.title', { name: agent.name })} close={close}>
      <QueryResult query={query}>
        {({ day: shown, periods }) => {
          const isToday = periods.some(({ to }) => to === null) || day === undefined;
          return (
            <>
              <Group justify="space-between" mb="sm">
                <Button variant="default" size="xs" onClick={() => setDay(addDays(shown, -1))}>
                  {t('presenceDay.before')}
                </Button>
                <strong>{date(`${shown}T12:00:00`)}</strong>
                <Button
                  variant="default"
                  size="xs"
                  disabled={isToday}
                  onClick={() => setDay(addDays(shown, 1))}
                >
                  {t('presenceDay.after')}
                </Button>
              </Group>
              {periods.length === 0 ? (
                <EmptyState icon="clock" title={t('presenceDay.none')} />
              ) : (
                <DayDetails periods={periods} />
              )}
            </>
          );
        }}
      </QueryResult>
    </Dialog>
  );
}

function DayDetails({ periods }: { periods: PresencePeriod[] }) {
  const { t } = useTranslation();
  const { time } = useFormats();
  const reasonName = useReasonName();
  const now = serverNow();
  return (
    <>
      <ul className={classes.states}>
        {totalsOf(periods, now).map(({ state, seconds }) => (
          <li key={state}>
            <PresenceBadge state={state} /> {t(`presence.state.${state}`)} <Ltr>{clockText(seconds)}</Ltr>
          </li>
        ))}
      </ul>
      <ListTable
        label={t('presenceDay.changes')}
        heads={[
          t('presenceDay.from'),
          t('board.state'),
          t('board.since'),
          t('board.reason'),
          t('presenceDay.by'),
        ]}
        minWidth={560}
      >
        {periods.map((period) => (
          <Table.Tr key={period.from}>
            <Table.Td>
              <time dateTime={period.from}>{time(period.from)}</time>
            </Table.Td>
            <Table.Td>
              <span className={classes.state}>
                <PresenceBadge state={period.state} /> {t(`presence.state.${period.state}`)}
              </span>
            </Table.Td>
            <Table.Td>
              <Ltr>{clockText(secondsOf(period, now))}</Ltr>
            </Table.Td>
            <Table.Td>{period.reason ? reasonName(period.reason) : '—'}</Table.Td>
            <Table.Td>
              {period.by ? <bdi>{period.by.name}</bdi> : '—'}
              {period.note && (
                <bdi dir="auto" className={classes.detail}>
                  {period.note}
                </bdi>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </ListTable>
    </>
  );
}
