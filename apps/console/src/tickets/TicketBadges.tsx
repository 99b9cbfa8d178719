import type { Channel, Priority, TicketStatus } from '#wasl/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icons.js';
import classes from './Marks.module.css';

/** Badges with shape and text; colour is only redundant. */

export function ChannelBadge({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  return (
    <span className={classes.mark}>
      <Icon name={channel} size={15} />
      {t(`channel.${channel}`)}
    </span>
  );
}

const PRIORITY_SHAPES: Record<Priority, string> = { low: '▾', normal: '•', high: '▲', urgent: '▲▲' };

export function PriorityBadge({ priority }: { priority: Priority }) {
  const { t } = useTranslation();
  return (
    <span className={classes.mark} data-priority={priority}>
      <span aria-hidden="true" className={classes.shape}>
        {PRIORITY_SHAPES[priority]}
      </span>
      {t(`priority.${priority}`)}
    </span>
  );
}

const STATUS_SHAPES: Record<TicketStatus, string> = {
  new: '✦',
  open: '●',
  pending: '◐',
  resolved: '✓',
  closed: '■',
};

export function StatusBadge({ status }: { status: TicketStatus }) {
  const { t } = useTranslation();
  return (
    <span className={classes.status} data-status={status}>
      <span aria-hidden="true">{STATUS_SHAPES[status]}</span>
      {t(`status.${status}`)}
    </span>
  );
}
