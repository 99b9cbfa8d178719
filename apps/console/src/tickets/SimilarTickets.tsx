import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ticketsApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import type { Matter, SimilarTicket } from '../api/types.js';
import { useFormats } from '../i18n/format.js';
import { Ltr } from '../ui/Ltr.js';
import { useNow } from '../ui/use-now.js';
import classes from './Joining.module.css';
import { StatusBadge } from './TicketBadges.js';
import { closeNewTicket, useNewTicket } from './new-ticket-store.js';
import { parseLocation } from './parse-location.js';
import { useQueueName } from './use-queue-name.js';

const PAUSE_MS = 400;

/** Possible duplicates of the ticket being created. */
export function SimilarTickets() {
  const { t } = useTranslation();
  const form = useNewTicket((state) => state.form);
  const [matter] = useDebouncedValue(JSON.stringify(searchCriteria(form)), PAUSE_MS);
  const similar = useQuery({
    queryKey: queryKeys.similar({ matter }),
    queryFn: async () => (await ticketsApi.similar(JSON.parse(matter) as Matter)).data,
    enabled: matter !== '{}',
    // previous results stay while typing, so that the layout does not jump
    placeholderData: (last) => (matter === '{}' ? undefined : last),
  });
  const found = similar.data ?? [];
  return (
    <>
      <p role="status" className="visually-hidden">
        {found.length > 0 ? t('similar.count', { count: found.length }) : ''}
      </p>
      {found.length > 0 && (
        <section className={classes.similar} aria-labelledby="similar-tickets">
          <h2 id="similar-tickets">{t('similar.title')}</h2>
          <ul>
            {found.map((ticket) => (
              <Similar key={ticket.number} ticket={ticket} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Similar({ ticket }: { ticket: SimilarTicket }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const queueName = useQueueName();
  const why = ticket.because.map((reason) =>
    reason === 'place' ? t('similar.place', { metres: ticket.metres ?? 0 }) : t(`similar.${reason}`),
  );
  return (
    <li>
      <span className={classes.choice}>
        <Link to={`/tickets/${ticket.number}`} onClick={closeNewTicket}>
          <Ltr>{ticket.number}</Ltr>
        </Link>
        <StatusBadge status={ticket.status} />
        <bdi>{ticket.subject}</bdi>
      </span>
      <span className={classes.choice}>
        <span>{why.join(t('list.separator'))}</span>
        <span>{queueName(ticket.queue)}</span>
        {ticket.assignee && <bdi>{ticket.assignee}</bdi>}
        <time dateTime={ticket.createdAt}>{formats.relative(Date.parse(ticket.createdAt) - now)}</time>
      </span>
    </li>
  );
}

/** Search criteria from the form; for an anonymous requester without contact details. */
function searchCriteria(form: ReturnType<typeof useNewTicket.getState>['form']): Matter {
  const place = parseLocation(form.place);
  const named = form.audience !== 'anonymous';
  const words = [form.subject, place?.address ?? ''].join(' ').trim().slice(0, 200);
  return {
    ...(named && form.phone.trim() && { phone: form.phone.trim().slice(0, 40) }),
    ...(named && form.email.trim() && { email: form.email.trim().slice(0, 254) }),
    ...(words && { subject: words }),
    ...(typeof place?.lat === 'number' &&
      typeof place.long === 'number' && { place: { lat: place.lat, long: place.long } }),
  };
}
