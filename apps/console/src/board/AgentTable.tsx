import { Button, Table } from '@mantine/core';
import type { AgentLive, PresenceState } from '#wasl/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PresenceMark } from '../presence/PresenceMark.js';
import { useReasonName } from '../presence/use-reason-name.js';
import { useMay, useMe } from '../session/session.js';
import { useQueueName } from '../tickets/use-queue-name.js';
import { TimeSince } from '../ui/Timer.js';
import classes from './Board.module.css';
import { ForcePresenceDialog } from './ForcePresenceDialog.js';

const ORDER: Record<PresenceState, number> = { available: 0, busy: 1, wrap_up: 2, not_ready: 3, offline: 4 };

/** Sorts agents by how soon they can take work, then by time in the state. */
const inOrder = (agents: AgentLive[]): AgentLive[] =>
  [...agents].sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.since.localeCompare(b.since));

export function AgentTable({ agents }: { agents: AgentLive[] }) {
  const { t } = useTranslation();
  const queueName = useQueueName();
  const reasonName = useReasonName();
  const me = useMe();
  const mayForce = useMay('presence.force');
  const [forced, setForced] = useState<AgentLive | null>(null);
  return (
    <>
      <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('board.agent')}</Table.Th>
              <Table.Th scope="col">{t('board.state')}</Table.Th>
              <Table.Th scope="col">{t('board.reason')}</Table.Th>
              <Table.Th scope="col">{t('board.since')}</Table.Th>
              <Table.Th scope="col">{t('board.queues')}</Table.Th>
              {mayForce && (
                <Table.Th scope="col">
                  <span className="visually-hidden">{t('board.force')}</span>
                </Table.Th>
              )}
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
                    <PresenceMark state={agent.state} /> {t(`presence.state.${agent.state}`)}
                  </span>
                </Table.Td>
                <Table.Td>{agent.reason ? reasonName(agent.reason) : '—'}</Table.Td>
                <Table.Td>{agent.state === 'offline' ? '—' : <TimeSince since={agent.since} />}</Table.Td>
                <Table.Td className={classes.queues}>
                  {agent.queues.map(queueName).join(t('list.separator'))}
                </Table.Td>
                {mayForce && (
                  <Table.Td>
                    {agent.state !== 'offline' && agent.id !== me.id && (
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={t('board.forceNamed', { name: agent.name })}
                        onClick={() => setForced(agent)}
                      >
                        {t('board.force')}
                      </Button>
                    )}
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {forced && <ForcePresenceDialog agent={forced} close={() => setForced(null)} />}
    </>
  );
}
