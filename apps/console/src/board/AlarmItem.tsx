import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../i18n/format.js';
import { useQueueName } from '../tickets/use-queue-name.js';
import { viewParam } from '../tickets/views.js';
import { Ltr } from '../ui/Ltr.js';
import { useNow } from '../ui/use-now.js';
import classes from './Alarms.module.css';
import type { BoardAlarm } from './alarms.js';

const SHAPES: Record<BoardAlarm['kind'], string> = { unserved: '■', breached: '✕', at_risk: '◕' };

export function AlarmItem({ alarm, acknowledge }: { alarm: BoardAlarm; acknowledge: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const queueName = useQueueName();
  const now = useNow();
  const queue = queueName(alarm.queue);
  const kind = t(`alarms.kind.${alarm.kind}`);
  const named = alarm.kind === 'unserved' ? queue : `\u2066${alarm.number}\u2069`;
  const detail =
    alarm.kind === 'unserved'
      ? t(`alarms.why.${alarm.reason}`)
      : alarm.kind === 'breached'
        ? t(`promise.clock.${alarm.clock}`)
        : t('alarms.dueAt', {
            clock: t(`promise.clock.${alarm.clock}`),
            at: formats.short(alarm.dueAt, now),
          });
  const toQueue = `/tickets?view=${encodeURIComponent(viewParam({ name: 'queue', key: alarm.queue }))}`;
  return (
    <li className={classes.alarm} data-kind={alarm.kind}>
      <span aria-hidden="true" className={classes.shape}>
        {SHAPES[alarm.kind]}
      </span>
      <div className={classes.what}>
        <strong>{kind}</strong>
        <span className={classes.facts}>
          {alarm.kind !== 'unserved' && (
            <Link to={`/tickets/${alarm.number}`}>
              <Ltr>{alarm.number}</Ltr>
            </Link>
          )}
          <Link to={toQueue}>{queue}</Link>
          <span>{detail}</span>
          <time dateTime={alarm.since}>
            {t('alarms.since', {
              at: formats.short(alarm.since, now),
              ago: formats.relative(Math.min(0, Date.parse(alarm.since) - now)),
            })}
          </time>
        </span>
      </div>
      <Button
        size="xs"
        variant="default"
        aria-label={t('alarms.acknowledgeNamed', { alarm: `${kind}, ${named}` })}
        onClick={acknowledge}
      >
        {t('alarms.acknowledge')}
      </Button>
    </li>
  );
}
