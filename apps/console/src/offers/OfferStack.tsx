import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useOffers } from '../api/queries.js';
import { usePermission } from '../session/session.js';
import { useNow } from '../ui/use-now.js';
import { useTitlePrefix } from '../ui/use-title.js';
import { OfferCard } from './OfferCard.js';
import classes from './Offers.module.css';

/** The server decides when an offer expires; a card shown longer could no longer be accepted. */
const GRACE = 3_000;

export function OfferStack() {
  return usePermission('offer.own') ? <Offers /> : null;
}

function Offers() {
  const { t } = useTranslation();
  const offers = useOffers();
  const now = useNow();
  const open = (offers.data ?? []).filter((offer) => Date.parse(offer.expiresAt) + GRACE > now);
  const count = open.length;
  useEffect(() => {
    useTitlePrefix.setState({ prefix: count > 0 ? `(${count}) ${t('offer.inTitle')} · ` : '' });
    return () => useTitlePrefix.setState({ prefix: '' });
  }, [count, t]);
  return (
    <section aria-label={t('offer.region')} className={classes.stack} hidden={count === 0}>
      <div className="visually-hidden" role="status" aria-live="assertive">
        {count > 0 ? t('offer.announced', { count }) : ''}
      </div>
      {open.map((offer) => (
        <OfferCard key={offer.id} offer={offer} now={now} />
      ))}
    </section>
  );
}
