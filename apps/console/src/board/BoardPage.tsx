import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Snapshots } from '#wasl/contracts';
import { queryKeys } from '../api/query-keys.js';
import { useLive } from '../live/live-store.js';
import { useRoom } from '../live/use-room.js';
import { usePermission } from '../session/session.js';
import { EmptyState } from '../ui/EmptyState.js';
import { StoppedClock } from '../ui/use-now.js';
import { useTitle } from '../ui/use-title.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import { AgentTable } from './AgentTable.js';
import { AlarmList } from './AlarmList.js';
import classes from './Board.module.css';
import { DataAge } from './DataAge.js';
import { Figures } from './Figures.js';
import { QueueTable } from './QueueTable.js';
import { useStoppedAt } from './use-figures-age.js';

export function BoardPage() {
  const { t } = useTranslation();
  const mayWatch = usePermission('board.read');
  useTitle(t('nav.board'));
  if (!mayWatch)
    return <EmptyState icon="board" title={t('board.notAllowed')} text={t('board.notAllowedHint')} />;
  return <Board />;
}

/** The board's state comes from its live room: a snapshot first, then events. */
function Board() {
  const { t } = useTranslation();
  useRoom('board');
  const board = useQuery<Snapshots['board']>({
    queryKey: queryKeys.board,
    enabled: false,
    staleTime: Infinity,
  });
  const isCut = useLive((live) => live.connection !== 'up' && live.connection !== 'slow');
  const stoppedAt = useStoppedAt();
  const refused = useLive((live) => live.refused['board']);
  if (refused)
    return <EmptyState icon="board" title={t('board.notAllowed')} text={t('board.notAllowedHint')} />;
  if (!board.data) return <LoadingIndicator />;
  return (
    <div className={classes.board} data-cut={isCut || stoppedAt !== null || undefined}>
      <header className={classes.head}>
        <h1>{t('board.title')}</h1>
        <DataAge isCut={isCut} isStale={stoppedAt !== null} />
      </header>
      <StoppedClock value={stoppedAt}>
        <div className={classes.content}>
          <AlarmList alarms={board.data.alarms} />
          <Figures queues={board.data.queues} agents={board.data.agents} />
          <section aria-labelledby="board-queues">
            <h2 id="board-queues">{t('board.queues')}</h2>
            {board.data.queues.length === 0 ? (
              <EmptyState icon="inbox" title={t('board.noQueues')} />
            ) : (
              <QueueTable queues={board.data.queues} />
            )}
          </section>
          <section aria-labelledby="board-agents">
            <h2 id="board-agents">{t('board.agents')}</h2>
            {board.data.agents.length === 0 ? (
              <EmptyState icon="people" title={t('board.noAgents')} />
            ) : (
              <AgentTable agents={board.data.agents} />
            )}
          </section>
        </div>
      </StoppedClock>
    </div>
  );
}
