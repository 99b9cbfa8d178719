import type { OfferView } from '#wasl/contracts';
import { useOffers } from '../api/queries.js';
import { useNow } from '../ui/use-now.js';

/** The server decides when an offer expires; a card shown longer could no longer be accepted. */
const GRACE_MS = 3_000;

/** The offers that can still be accepted. */
export function useOpenOffers(): OfferView[] {
  const offers = useOffers();
  const now = useNow();
  return (offers.data ?? []).filter((offer) => Date.parse(offer.expiresAt) + GRACE_MS > now);
}
