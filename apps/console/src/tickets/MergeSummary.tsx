import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { Ltr } from '../ui/Ltr.js';
import classes from './Joining.module.css';
import { ChannelBadge, StatusBadge } from './TicketBadges.js';
import { useQueueName } from './use-queue-name.js';

/** One of the two tickets to be merged. */
export function MergeSummary({ ticket, survives }: { ticket: Ticket; survives: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const queueName = useQueueName();
  const { requester } = ticket;
  return (
    <section className={classes.side} data-survives={survives || undefined}>
      <h3>
        {survives ? t('merge.survives') : t('merge.ends')} <Ltr>{ticket.number}</Ltr>
      </h3>
      <dl>
        <dt>{t('field.subject')}</dt>
        <dd dir="auto">{ticket.subject}</dd>
        <dt>{t('requester.label')}</dt>
        <dd>
          <bdi>{requester.name ?? requester.phone ?? requester.email ?? t('requester.noName')}</bdi>
        </dd>
        <dt>{t('field.status')}</dt>
        <dd>
          <StatusBadge status={ticket.status} />
        </dd>
        <dt>{t('field.queue')}</dt>
        <dd>{queueName(ticket.queue)}</dd>
        <dt>{t('field.assignee')}</dt>
        <dd>{ticket.assignee ? <bdi>{ticket.assignee.name}</bdi> : t('ticket.nobody')}</dd>
        <dt>{t('field.channel')}</dt>
        <dd>
          <ChannelBadge channel={ticket.channel} />
        </dd>
        <dt>{t('merge.openedAt')}</dt>
        <dd>{formats.dateTime(ticket.createdAt)}</dd>
      </dl>
      <span className={classes.excerpt}>{ticket.description}</span>
    </section>
  );
}
