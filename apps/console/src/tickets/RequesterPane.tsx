import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTicketList } from '../api/queries.js';
import type { Ticket } from '../api/types.js';
import { isLanguage, LANGUAGE_NAMES } from '../i18n/languages.js';
import { Ltr } from '../ui/Ltr.js';
import { Contacts } from './Contacts.js';
import { LinkedTickets } from './LinkedTickets.js';
import { StatusBadge } from './TicketBadges.js';
import { MergedTickets } from './MergedTickets.js';
import classes from './Ticket.module.css';

const OTHERS_SHOWN = 8;

/** The requester, their contact addresses and other tickets. */
export function RequesterPane({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { requester } = ticket;
  return (
    <aside className={classes.requester} aria-label={t('requester.label')}>
      <h2>{t('requester.label')}</h2>
      <p className={classes.requesterName}>
        {requester.name ? <bdi>{requester.name}</bdi> : t('requester.noName')}
      </p>
      <dl>
        <dt>{t('requester.audience')}</dt>
        <dd>{t(`audience.${requester.audience}`)}</dd>
        {isLanguage(ticket.language) && (
          <>
            <dt>{t('requester.language')}</dt>
            <dd>{LANGUAGE_NAMES[ticket.language]}</dd>
          </>
        )}
      </dl>
      <Contacts ticket={ticket} />
      <MergedTickets ticket={ticket} />
      <LinkedTickets ticket={ticket} />
      {requester.audience !== 'anonymous' && <OtherTickets ticket={ticket} />}
      {ticket.tags.length > 0 && (
        <>
          <h3>{t('ticket.tags')}</h3>
          <p>
            {ticket.tags.map((tag) => (
              <bdi key={tag}>{tag} </bdi>
            ))}
          </p>
        </>
      )}
    </aside>
  );
}

function OtherTickets({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const list = useTicketList({ requester: ticket.requester.id });
  const others = list.data?.pages[0]?.data.filter(({ number }) => number !== ticket.number) ?? [];
  return (
    <>
      <h3>{t('requester.others')}</h3>
      {list.isSuccess && others.length === 0 && <p>{t('requester.noOthers')}</p>}
      {list.isError && <p>{t('error.loading')}</p>}
      <ul>
        {others.slice(0, OTHERS_SHOWN).map((other) => (
          <li key={other.number}>
            <Link to={`/tickets/${other.number}`}>
              <Ltr>{other.number}</Ltr>
            </Link>{' '}
            <StatusBadge status={other.status} />
            <div dir="auto">{other.subject}</div>
          </li>
        ))}
      </ul>
    </>
  );
}
