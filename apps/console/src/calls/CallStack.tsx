import { useTranslation } from 'react-i18next';
import { useLive } from '../live/live-store.js';
import { CallCard } from './CallCard.js';
import classes from '../offers/Offers.module.css';

export function CallStack() {
  const { t } = useTranslation();
  const calls = useLive((live) => live.calls);
  return (
    <section aria-label={t('call.region')} className={classes.stack} hidden={calls.length === 0}>
      <div className="visually-hidden" role="status" aria-live="assertive">
        {calls.some(({ state }) => state === 'ringing') ? t('call.announced') : ''}
      </div>
      {calls.map((call) => (
        <CallCard key={call.interactionId} call={call} />
      ))}
    </section>
  );
}
