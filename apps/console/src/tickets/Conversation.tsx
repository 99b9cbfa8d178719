import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMessages } from '../api/queries.js';
import { TicketCalls } from '../calls/TicketCalls.js';
import type { MergedTicket, Ticket } from '../api/types.js';
import { LoadError } from '../ui/LoadError.js';
import { Ltr } from '../ui/Ltr.js';
import { LoadingIndicator } from '../ui/LoadingIndicator.js';
import classes from './Conversation.module.css';
import { DeliveryFailures } from './DeliveryFailures.js';
import { Files } from './Files.js';
import { CollapsibleText } from './CollapsibleText.js';
import { MessageMailDetails } from './MessageMailDetails.js';
import { MessageItem } from './MessageItem.js';
import { Ratings } from './Ratings.js';

export function Conversation({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const query = useMessages(ticket.number);
  const opening = query.data?.pages[0];
  const messages = query.data?.pages.flatMap((page) => page.data) ?? [];
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query;
  // messages are sorted oldest first and agents answer the newest, so all pages are loaded
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  const end = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.id;
  useEffect(() => {
    if (last) end.current?.scrollIntoView({ block: 'nearest' });
  }, [last]);
  return (
    <div className={classes.conversation}>
      <article className={classes.description} aria-label={t('ticket.description')}>
        <h2 className={classes.label}>{t('ticket.description')}</h2>
        <CollapsibleText text={ticket.description} folds={opening?.openingFolds ?? []} />
        <Files attachments={opening?.openingAttachments ?? []} />
        {opening?.openingMail && (
          <MessageMailDetails number={ticket.number} id="opening" mail={opening.openingMail} />
        )}
        <Place ticket={ticket} />
      </article>
      <MergedOpenings merged={opening?.merged ?? []} />
      <TicketCalls number={ticket.number} />
      {query.isPending && <LoadingIndicator />}
      {query.isError && <LoadError error={query.error} again={() => void query.refetch()} />}
      <ol className={classes.messages} aria-label={t('ticket.messages')}>
        {messages.map((message) => (
          <li key={message.id}>
            <MessageItem number={ticket.number} message={message} requester={ticket.requester} />
          </li>
        ))}
      </ol>
      {query.isSuccess && messages.length === 0 && <p className={classes.none}>{t('ticket.noMessages')}</p>}
      <Ratings number={ticket.number} ratings={opening?.ratings ?? []} />
      <DeliveryFailures number={ticket.number} medium="mail" />
      <DeliveryFailures number={ticket.number} medium="text" />
      <div ref={end} />
    </div>
  );
}

/** The opening message of each merged ticket. */
function MergedOpenings({ merged }: { merged: MergedTicket[] }) {
  const { t } = useTranslation();
  return merged.map((one) => (
    <article
      key={one.number}
      className={classes.description}
      aria-label={t('merge.opening', { number: one.number })}
    >
      <h2 className={classes.label}>
        {t('merge.brought')} <Ltr>{one.number}</Ltr> {one.requester && <bdi>{one.requester}</bdi>}
      </h2>
      <CollapsibleText text={one.description} folds={[]} />
    </article>
  ));
}

function Place({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  if (!ticket.location?.address) return null;
  return (
    <p className={classes.place}>
      {t('ticket.place')} <bdi>{ticket.location.address}</bdi>
    </p>
  );
}
