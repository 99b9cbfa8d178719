import { Button, Group, Table } from '@mantine/core';
import type { LiveAgent, PresenceState } from '#wasl/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/format.js';
import { PresenceBadge } from '../presence/PresenceBadge.js';
import { useReasonName } from '../presence/use-reason-name.js';
import { usePermission, useCurrentUser } from '../session/session.js';
import { useQueueName } from '../tickets/use-queue-name.js';
import { TimeSince } from '../ui/Timer.js';
import classes from './Board.module.css';
import { ForcePresenceDialog } from './ForcePresenceDialog.js';
import { loadOf } from './load.js';
import { PresenceDayDialog } from './PresenceDayDialog.js';

const ORDER: Record<PresenceState, number> = { available: 0, busy: 1, wrap_up: 2, not_ready: 3, offline: 4 };

/** Sorts agents by how soon they can take work, then by time in the state. */
const inOrder = (agents: LiveAgent[]): LiveAgent[] =>
  [...agents].sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.since.localeCompare(b.since));

export function AgentTable({ agents }: { agents: LiveAgent[] }) {
  const { t } = useTranslation();
  const queueName = useQueueName();
  const reasonName = useReasonName();
  const me = useCurrentUser();
  const mayForce = usePermission('presence.force');
  const [forced, setForced] = useState<LiveAgent | null>(null);
  const [shown, setShown] = useState<LiveAgent | null>(null);
  return (
    <>
      <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('board.agent')}</Table.Th>
              <Table.Th scope="col">{t('board.state')}</Table.Th>
              <Table.Th scope="col">{t('board.capacity')}</Table.Th>
              <Table.Th scope="col">{t('board.reason')}</Table.Th>
              <Table.Th scope="col">{t('board.since')}</Table.Th>
              <Table.Th scope="col">{t('board.queues')}</Table.Th>
              <Table.Th scope="col">
                <span className="visually-hidden">{t('board.actions')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {inOrder(agents).map((agent) => (
              <Table.Tr key={agent.id}>
                <Table.Th scope="row">
                  <bdi>{agent.name}</bdi>
                </Table.Th>
                <Table.Td>
                  <span className={classes.state}>
                    <PresenceBadge state={agent.state} /> {t(`presence.state.${agent.state}`)}
                  </span>
                </Table.Td>
                <Table.Td>
                  <LoadText agent={agent} />
                </Table.Td>
                <Table.Td>{agent.reason ? reasonName(agent.reason) : '—'}</Table.Td>
                <Table.Td>{agent.state === 'offline' ? '—' : <TimeSince since={agent.since} />}</Table.Td>
                <Table.Td className={classes.queues}>
                  {agent.queues.map(queueName).join(t('list.separator'))}
                </Table.Td>
                <Table.Td>
                  <Group gap="xs" wrap="nowrap" justify="flex-end">
                    {mayForce && agent.state !== 'offline' && agent.id !== me.id && (
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={t('board.forceNamed', { name: agent.name })}
                        onClick={() => setForced(agent)}
                      >
                        {t('board.force')}
                      </Button>
                    )}
                    <Button
                      size="xs"
                      variant="subtle"
                      aria-label={t('presenceDay.title', { name: agent.name })}
                      onClick={() => setShown(agent)}
                    >
                      {t('presenceDay.open')}
                    </Button>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {shown && <PresenceDayDialog agent={shown} close={() => setShown(null)} />}
      {forced && <ForcePresenceDialog agent={forced} close={() => setForced(null)} />}
    </>
  );
}

/** How much more they can be given, which presence does not show. */
function LoadText({ agent }: { agent: LiveAgent }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const load = loadOf(agent);
  const { capacity } = agent;
  if (!load && !capacity?.held) return '—';
  return (
    <>
      {load && t(`board.load.${load}`)}
      {capacity && (
        <span className={classes.detail}>
          {t('board.held', { held: number(capacity.held), units: number(capacity.units) })}
        </span>
      )}
    </>
  );
}
