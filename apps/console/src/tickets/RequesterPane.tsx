import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHistory, useTicketList } from '../api/queries.js';
import type { Ticket } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { isLanguage, LANGUAGE_NAMES } from '../i18n/languages.js';
import { Ltr } from '../ui/Ltr.js';
import { Contacts } from './Contacts.js';
import { LinkedTickets } from './LinkedTickets.js';
import { StatusBadge } from './TicketBadges.js';
import { MergedTickets } from './MergedTickets.js';
import classes from './Ticket.module.css';
import { useHistoryText } from './use-history-text.js';

const OTHERS_SHOWN = 8;
const ENTRIES_SHOWN = 6;
const WIDE = '(min-width: 100em)';

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
      <Lately number={ticket.number} />
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

/** The last entries of the history, on screens that are wide enough. */
function Lately({ number }: { number: string }) {
  const { t } = useTranslation();
  const isWide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false });
  return isWide ? (
    <>
      <h3>{t('requester.lately')}</h3>
      <LastEntries number={number} />
    </>
  ) : null;
}

function LastEntries({ number }: { number: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { actorName, what, details } = useHistoryText();
  const history = useHistory(number);
  if (history.isError) return <p>{t('error.loading')}</p>;
  const entries = history.data?.pages[0]?.data.slice(0, ENTRIES_SHOWN) ?? [];
  return (
    <ol className={classes.lately}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <time dateTime={entry.at}>{formats.dateTime(entry.at)}</time>
          <div>
            {[what(entry), ...details(entry)].join(t('list.separator'))} · <bdi>{actorName(entry)}</bdi>
          </div>
        </li>
      ))}
    </ol>
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
