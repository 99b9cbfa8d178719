import { Table } from '@mantine/core';
import type { PresenceState, LiveQueue } from '#wasl/contracts';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/format.js';
import { PresenceBadge } from '../presence/PresenceBadge.js';
import { useQueueName } from '../tickets/use-queue-name.js';
import { ElapsedSeconds } from '../ui/Timer.js';
import classes from './Board.module.css';

const STATES: [keyof LiveQueue['agents'], PresenceState][] = [
  ['available', 'available'],
  ['busy', 'busy'],
  ['wrapUp', 'wrap_up'],
  ['notReady', 'not_ready'],
  ['offline', 'offline'],
];

export function QueueTable({ queues }: { queues: LiveQueue[] }) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('field.queue')}</Table.Th>
            <Table.Th scope="col">{t('board.waiting')}</Table.Th>
            <Table.Th scope="col">{t('board.longestWait')}</Table.Th>
            <Table.Th scope="col">{t('board.serviceLevel')}</Table.Th>
            <Table.Th scope="col">{t('board.offered')}</Table.Th>
            <Table.Th scope="col">{t('board.handling')}</Table.Th>
            <Table.Th scope="col">{t('board.agentsByState')}</Table.Th>
            <Table.Th scope="col">{t('board.arrivedToday')}</Table.Th>
            <Table.Th scope="col">{t('board.resolvedToday')}</Table.Th>
            <Table.Th scope="col">{t('board.abandonedToday')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {queues.map((queue) => (
            <QueueRow key={queue.key} queue={queue} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function QueueRow({ queue }: { queue: LiveQueue }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const queueName = useQueueName();
  return (
    <Table.Tr>
      <Table.Th scope="row">{queueName(queue.key)}</Table.Th>
      <Table.Td>{number(queue.waiting)}</Table.Td>
      <Table.Td>
        {queue.waiting > 0 ? <ElapsedSeconds seconds={queue.longestWaitSeconds} at={queue.at} /> : '—'}
      </Table.Td>
      <Table.Td>
        <ServiceLevel level={queue.serviceLevel} />
      </Table.Td>
      <Table.Td>{number(queue.offered)}</Table.Td>
      <Table.Td>{number(queue.handling)}</Table.Td>
      <Table.Td>
        <ul className={classes.states}>
          {STATES.map(([figure, state]) => (
            <li key={state} title={t(`presence.state.${state}`)}>
              <PresenceBadge state={state} />
              <span className="visually-hidden">{t(`presence.state.${state}`)}</span>{' '}
              {number(queue.agents[figure])}
            </li>
          ))}
        </ul>
      </Table.Td>
      <Table.Td>{number(queue.arrivedToday)}</Table.Td>
      <Table.Td>{number(queue.resolvedToday)}</Table.Td>
      <Table.Td>{number(queue.abandonedToday)}</Table.Td>
    </Table.Tr>
  );
}

function ServiceLevel({ level }: { level: LiveQueue['serviceLevel'] }) {
  const { t } = useTranslation();
  const { percent } = useFormats();
  if (level.percent === null) return <span className={classes.detail}>{t('board.noneYet')}</span>;
  return (
    <>
      {percent(level.percent)}
      <span className={classes.detail}>{t('board.within', { count: level.thresholdSeconds })}</span>
    </>
  );
}
