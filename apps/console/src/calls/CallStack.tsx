import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePresence } from '../api/queries.js';
import { removeEndedCalls, useLive } from '../live/live-store.js';
import { CallCard } from './CallCard.js';
import classes from '../offers/Offers.module.css';

export function CallStack() {
  const { t } = useTranslation();
  const calls = useLive((live) => live.calls);
  useEndWithWrapUp();
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

/** When wrap-up ends, by its timer or by hand, the cards of ended calls are removed. */
function useEndWithWrapUp(): void {
  const state = usePresence().data?.state;
  const before = useRef(state);
  useEffect(() => {
    if (before.current === 'wrap_up' && state !== 'wrap_up') removeEndedCalls();
    before.current = state;
  }, [state]);
}
