import { Button, CloseButton, Kbd } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../i18n/format.js';
import { isLanguage, LANGUAGE_NAMES } from '../i18n/languages.js';
import { type Call, removeCall } from '../live/live-store.js';
import classes from '../offers/Offers.module.css';
import { usePermission } from '../session/session.js';
import { ChannelBadge, StatusBadge } from '../tickets/TicketBadges.js';
import { openNewTicketFor } from '../tickets/new-ticket-store.js';
import { useQueueName } from '../tickets/use-queue-name.js';
import { Icon } from '../ui/icons.js';
import { Ltr } from '../ui/Ltr.js';
import { TimeSince } from '../ui/Timer.js';
import { useNow } from '../ui/use-now.js';
import { BlockCallerDialog } from './BlockCallerDialog.js';
import { CallerNumber } from './CallerNumber.js';
import { CallControls } from './CallControls.js';
import own from './Calls.module.css';
import { WrapUpMenu } from './WrapUpMenu.js';
import { WrapUpTimer } from './WrapUpTimer.js';

/**
 * A call: a slim bar with the caller, the time and the actions, for as long as it lasts. Their open tickets and last
 * contacts are shown while it rings, and afterwards when asked for.
 */
export function CallCard({ call }: { call: Call }) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<boolean | null>(null);
  const isOpen = chosen ?? call.state === 'ringing';
  const heading = `call-${call.interactionId}`;
  const details = `${heading}-details`;
  return (
    <article className={classes.card} aria-labelledby={heading} data-state={call.state}>
      <header className={classes.head}>
        <h2 id={heading} className={classes.title}>
          {call.requester?.name ? <bdi>{call.requester.name}</bdi> : t('call.unknown')}
        </h2>
        <CallState call={call} />
      </header>
      <p className={classes.facts}>
        <CallerNumber from={call.from} fromRaw={call.fromRaw} />
        <CallFacts call={call} />
      </p>
      <div id={details} hidden={!isOpen} className={own.details}>
        <OpenTickets call={call} />
        <LastContacts call={call} />
      </div>
      <div className={classes.answers}>
        <Button
          size="xs"
          leftSection={<Icon name="plus" size={16} />}
          rightSection={<Kbd dir="ltr">c</Kbd>}
          onClick={() => openNewTicketFor(call)}
        >
          {t('call.newTicket')}
        </Button>
        <CallControls call={call} />
        <BlockCaller number={call.from ?? call.fromRaw} />
        {call.state === 'ended' && (
          <>
            <WrapUpMenu interactionId={call.interactionId} />
            <WrapUpTimer />
          </>
        )}
        <Button
          size="xs"
          variant="subtle"
          aria-expanded={isOpen}
          aria-controls={details}
          onClick={() => choose(!isOpen)}
        >
          {t('call.details')}
        </Button>
      </div>
    </article>
  );
}

function CallState({ call }: { call: Call }) {
  const { t } = useTranslation();
  return (
    <span className={own.state}>
      <Icon name="phone" size={16} />
      {t(`call.state.${call.state}`)} {call.recording === 'on' && <span>{t('call.recording')}</span>}
      {call.recording === 'paused' && <span>{t('call.recordingPaused')}</span>}{' '}
      {call.state === 'ended' ? (
        <CloseButton
          size="sm"
          aria-label={t('call.dismiss')}
          onClick={() => removeCall(call.interactionId)}
        />
      ) : (
        <TimeSince since={new Date(call.since).toISOString()} />
      )}
    </span>
  );
}

function CallFacts({ call }: { call: Call }) {
  const queueName = useQueueName();
  const language = call.requester?.language;
  return (
    <>
      {isLanguage(language) && <span>{LANGUAGE_NAMES[language]}</span>}
      {call.queue ? <span>{queueName(call.queue)}</span> : call.queueNamed && <bdi>{call.queueNamed}</bdi>}
    </>
  );
}

/** Those who may block a caller do it while they have the call; a withheld number cannot be blocked. */
function BlockCaller({ number }: { number: string | null }) {
  const { t } = useTranslation();
  const mayBlock = usePermission('call.block');
  const [asked, setAsked] = useState(false);
  if (!mayBlock || !number) return null;
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsked(true)}>
        {t('blockedCallers.block')}
      </Button>
      {asked && <BlockCallerDialog number={number} close={() => setAsked(false)} />}
    </>
  );
}

function OpenTickets({ call }: { call: Call }) {
  const { t } = useTranslation();
  if (call.openTickets.length === 0) return <p className={classes.why}>{t('call.noTickets')}</p>;
  return (
    <>
      <h3 className={own.label}>{t('call.openTickets', { count: call.openTickets.length })}</h3>
      <ul className={own.list}>
        {call.openTickets.map((ticket) => (
          <li key={ticket.number}>
            <Link to={`/tickets/${ticket.number}`}>
              <Ltr>{ticket.number}</Ltr>
            </Link>{' '}
            <span dir="auto">{ticket.subject}</span> <StatusBadge status={ticket.status} />
          </li>
        ))}
      </ul>
    </>
  );
}

function LastContacts({ call }: { call: Call }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  if (call.lastContacts.length === 0) return null;
  return (
    <>
      <h3 className={own.label}>{t('call.lastContacts')}</h3>
      <ul className={own.list}>
        {call.lastContacts.slice(0, 3).map((contact) => (
          <li key={contact.at + contact.channel}>
            <ChannelBadge channel={contact.channel} /> <span>{t(`call.direction.${contact.direction}`)}</span>{' '}
            <time dateTime={contact.at}>{formats.relative(Date.parse(contact.at) - now)}</time>
          </li>
        ))}
      </ul>
    </>
  );
}
