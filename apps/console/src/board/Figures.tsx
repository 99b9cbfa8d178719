import type { LiveAgent, LiveQueue } from '#wasl/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/format.js';
import { useQueueName } from '../tickets/use-queue-name.js';
import { Ltr } from '../ui/Ltr.js';
import { ElapsedSeconds } from '../ui/Timer.js';
import classes from './Board.module.css';
import { totalsOf } from './totals.js';

const LOADS = ['idle', 'busy', 'full'] as const;

/** Six totals over all queues. */
export function Figures({ queues, agents }: { queues: LiveQueue[]; agents: LiveAgent[] }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const queueName = useQueueName();
  const totals = totalsOf(queues, agents);
  return (
    <dl className={classes.figures}>
      <Figure label={t('board.waiting')} value={number(totals.waiting)} />
      <Figure
        label={t('board.longestWait')}
        value={
          totals.longest ? (
            <ElapsedSeconds seconds={totals.longest.longestWaitSeconds} at={totals.longest.at} />
          ) : (
            '—'
          )
        }
        detail={totals.longest && queueName(totals.longest.key)}
      />
      <Figure
        label={t('board.handling')}
        value={number(totals.handling)}
        detail={t('board.offeredCount', { count: totals.offered })}
      />
      <Figure
        label={t('board.freeAgents')}
        value={number(totals.loads.idle + totals.loads.busy)}
        detail={[
          t('board.ofPresent', { count: totals.present }),
          ...LOADS.map((load) => `${t(`board.load.${load}`)} ${number(totals.loads[load])}`),
        ].join(' · ')}
      />
      <Figure label={t('board.arrivedToday')} value={number(totals.arrivedToday)} />
      <Figure
        label={t('board.resolvedToday')}
        value={number(totals.resolvedToday)}
        detail={t('board.abandonedCount', { count: totals.abandonedToday })}
      />
    </dl>
  );
}

function Figure({ label, value, detail }: { label: string; value: ReactNode; detail?: string | undefined }) {
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd>
        <Ltr>{value}</Ltr>
        {detail && <span className={classes.detail}>{detail}</span>}
      </dd>
    </div>
  );
}
