import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live/live-store.js';
import { useOpenOffers } from '../offers/use-open-offers.js';
import { usePermission } from '../session/session.js';
import { useTitlePrefix } from '../ui/use-title.js';
import { useRinging } from './use-ringing.js';

/** Ringing calls are heard; they and offers are in the title of the page, to be seen from other windows. */
export function IncomingInTitle() {
  const mayTakeOffers = usePermission('offer.own');
  return mayTakeOffers ? <WithOffers /> : <Title offers={0} />;
}

function WithOffers() {
  return <Title offers={useOpenOffers().length} />;
}

function Title({ offers }: { offers: number }) {
  const { t } = useTranslation();
  const ringing = useLive((live) => live.calls).filter(({ state }) => state === 'ringing');
  useRinging(ringing.length > 0);
  const first = ringing[0];
  const caller = first && (first.requester?.name ?? first.from ?? first.fromRaw ?? t('call.hidden'));
  const call = caller ? `☎ ${t('call.inTitle', { caller: `\u2068${caller}\u2069` })} · ` : '';
  const offer = offers > 0 ? `(${offers}) ${t('offer.inTitle')} · ` : '';
  const prefix = call + offer;
  useEffect(() => {
    useTitlePrefix.setState({ prefix });
    return () => useTitlePrefix.setState({ prefix: '' });
  }, [prefix]);
  return null;
}
