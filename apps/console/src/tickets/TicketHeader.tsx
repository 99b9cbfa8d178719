import { CopyButton, UnstyledButton } from '@mantine/core';
import { PRIORITIES, type Priority } from '#wasl/contracts';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFollowers } from '../api/queries.js';
import type { Ticket } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { usePermission } from '../session/session.js';
import { Select } from '../ui/choice-fields.js';
import { Icon } from '../ui/icons.js';
import { Ltr } from '../ui/Ltr.js';
import { ConflictNotice } from './ConflictNotice.js';
import { ChannelBadge, PriorityBadge, StatusBadge } from './TicketBadges.js';
import { MergedNotice } from './MergedTickets.js';
import { SlaBadges } from './SlaBadge.js';
import { SlaNotice } from './SlaNotice.js';
import { TicketActions } from './TicketActions.js';
import classes from './Ticket.module.css';
import { useTicketPatch } from './use-ticket-patch.js';
import { useQueueName } from './use-queue-name.js';
import { Viewers } from './Viewers.js';

export function TicketHeader({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const queueName = useQueueName();
  const change = useTicketPatch(ticket);
  return (
    <header className={classes.header}>
      <div className={classes.titleLine}>
        <Link to={{ pathname: '/tickets', search: params.toString() }} className={classes.back}>
          <Icon name="back" />
          <span className="visually-hidden">{t('ticket.backToList')}</span>
        </Link>
        <h1 className={classes.title} dir="auto">
          {ticket.subject}
        </h1>
        <Viewers number={ticket.number} />
      </div>
      <div className={classes.facts}>
        <TicketNumber number={ticket.number} />
        <StatusBadge status={ticket.status} />
        {ticket.pendingOn && <span>{t(`pendingOn.${ticket.pendingOn}`)}</span>}
        <PriorityChoice
          ticket={ticket}
          change={(priority) => change.set({ priority })}
          isPending={change.isPending}
        />
        <span>{t(`kind.${ticket.kind}`)}</span>
        <ChannelBadge channel={ticket.channel} />
        <span>{queueName(ticket.queue)}</span>
        <Assignee ticket={ticket} />
        <SlaBadges ticket={ticket} />
        <Opened at={ticket.createdAt} />
        <Followers number={ticket.number} />
      </div>
      <SlaNotice ticket={ticket} />
      <MergedNotice ticket={ticket} />
      {change.conflict && (
        <ConflictNotice conflict={change.conflict} again={change.again} leave={change.leave} />
      )}
      <TicketActions ticket={ticket} patching={change} />
    </header>
  );
}

function TicketNumber({ number }: { number: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={number}>
      {({ copied, copy }) => (
        <UnstyledButton onClick={copy} className={classes.number}>
          <span className="visually-hidden">{t('ticket.copyNumber')} </span>
          <Ltr>{number}</Ltr>
          <span role="status">{copied ? ` ${t('ticket.copied')}` : ''}</span>
        </UnstyledButton>
      )}
    </CopyButton>
  );
}

function PriorityChoice(props: { ticket: Ticket; change: (priority: Priority) => void; isPending: boolean }) {
  const { t } = useTranslation();
  const mayUpdate = usePermission('ticket.update');
  if (!mayUpdate || props.ticket.status === 'closed')
    return <PriorityBadge priority={props.ticket.priority} />;
  return (
    <Select
      size="xs"
      w={130}
      aria-label={t('ticket.priority')}
      value={props.ticket.priority}
      disabled={props.isPending}
      onChange={(value) => {
        const priority = PRIORITIES.find((other) => other === value);
        if (priority && priority !== props.ticket.priority) props.change(priority);
      }}
      data={PRIORITIES.map((priority) => ({ value: priority, label: t(`priority.${priority}`) }))}
    />
  );
}

function Assignee({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  return (
    <span className={classes.fact}>
      <Icon name="person" size={15} />
      {ticket.assignee ? <bdi>{ticket.assignee.name}</bdi> : t('ticket.nobody')}
    </span>
  );
}

/** Number of people who follow a public report. */
function Followers({ number }: { number: string }) {
  const { t } = useTranslation();
  const { data: count } = useFollowers(number);
  if (!count) return null;
  return (
    <span className={classes.fact}>
      <Icon name="people" size={15} />
      {t('ticket.followed', { count })}
    </span>
  );
}

function Opened({ at }: { at: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <time dateTime={at} className={classes.fact}>
      {t('ticket.opened', { when: formats.dateTime(at) })}
    </time>
  );
}
