import { useTranslation } from 'react-i18next';
import { usePermission } from '../session/session.js';
import { useNow } from '../ui/use-now.js';
import { OfferCard } from './OfferCard.js';
import classes from './Offers.module.css';
import { useOpenOffers } from './use-open-offers.js';

export function OfferStack() {
  return usePermission('offer.own') ? <Offers /> : null;
}

function Offers() {
  const { t } = useTranslation();
  const now = useNow();
  const open = useOpenOffers();
  const count = open.length;
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
