import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { EmptyState } from '../ui/EmptyState.js';
import { useTitle } from '../ui/use-title.js';
import { TicketTabs } from './TicketTabs.js';
import { TicketList } from './TicketList.js';
import { TicketPane } from './TicketPane.js';
import classes from './Tickets.module.css';
import { ViewsPane } from './ViewsPane.js';

/** Views, list and conversation: side by side on wide screens, one at a time on narrow ones. */
export function TicketsPage() {
  const { t } = useTranslation();
  const { number } = useParams();
  useTitle(number ?? t('nav.tickets'));
  return (
    <div className={classes.page} data-open={number ? true : undefined}>
      {!number && <h1 className="visually-hidden">{t('nav.tickets')}</h1>}
      <ViewsPane />
      <TicketList current={number} />
      <section className={classes.ticket} aria-label={t('ticket.region')}>
        <TicketTabs current={number} />
        {number ? (
          <div className={classes.opened}>
            <TicketPane key={number} number={number} />
          </div>
        ) : (
          <EmptyState icon="inbox" title={t('ticket.none')} text={t('ticket.noneHint')} />
        )}
      </section>
    </div>
  );
}
