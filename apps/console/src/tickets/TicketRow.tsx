import { Checkbox } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Ticket } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { useLive } from '../live/live-store.js';
import { Ltr } from '../ui/Ltr.js';
import { serverNow } from '../ui/server-clock.js';
import { toggleSelected, useSelection } from './bulk/selection.js';
import { ChannelBadge, PriorityBadge, StatusBadge } from './TicketBadges.js';
import { SlaBadge } from './SlaBadge.js';
import classes from './Tickets.module.css';

export const TicketRow = memo(function TicketRow({
  ticket,
  isCurrent,
}: {
  ticket: Ticket;
  isCurrent: boolean;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [params] = useSearchParams();
  const isUnread = useLive((live) => live.unread[ticket.number] === true);
  const isSelected = useSelection(({ numbers }) => numbers.has(ticket.number));
  return (
    <div className={classes.rowLine} data-selected={isSelected || undefined}>
      <Checkbox
        size="xs"
        className={classes.rowCheck}
        aria-label={t('bulk.select', { number: `\u2066${ticket.number}\u2069` })}
        checked={isSelected}
        onChange={() => toggleSelected(ticket.number)}
      />
      <Link
        to={{ pathname: `/tickets/${ticket.number}`, search: params.toString() }}
        className={classes.row}
        aria-current={isCurrent ? 'true' : undefined}
      >
        <span className={classes.rowTop}>
          <span className={classes.subject} dir="auto" data-unread={isUnread || undefined}>
            {isUnread && (
              <span className={classes.unread}>
                <span aria-hidden="true">◆</span>
                <span className="visually-hidden">{t('list.unread')}</span>
              </span>
            )}
            {ticket.subject}
          </span>
          <time dateTime={ticket.updatedAt} className={classes.quiet}>
            {formats.short(ticket.updatedAt, serverNow())}
          </time>
        </span>
        <span className={classes.rowFacts}>
          <Ltr>{ticket.number}</Ltr>
          <bdi className={classes.who}>
            {ticket.requester.name ?? t(`audience.${ticket.requester.audience}`)}
          </bdi>
        </span>
        <span className={classes.rowFacts}>
          <StatusBadge status={ticket.status} />
          {ticket.priority !== 'normal' && <PriorityBadge priority={ticket.priority} />}
          <ChannelBadge channel={ticket.channel} />
          <SlaBadge ticket={ticket} />
        </span>
      </Link>
    </div>
  );
});
