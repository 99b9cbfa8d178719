import type { OfferView } from '#wasl/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { meApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import { hasCode } from '../api/problem.js';
import { queryClient } from '../api/query-client.js';
import { withoutOffer } from '../live/patches.js';
import { notifyError, withdrawErrors } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';

/** An error about one offer is of no interest once there is another. */
export const ABOUT_OFFERS = 'offers';

/** Accepting opens the ticket; an offer that no longer exists is removed with a notification. */
export function useOfferAnswer(offer: OfferView) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const remove = () =>
    queryClient.setQueryData<OfferView[]>(queryKeys.offers, (offers) => withoutOffer(offers, offer.id));
  const onError = (error: unknown) => {
    if (hasCode(error, 'offer.gone')) remove();
    notifyError(t('offer.failed'), problemText(error), ABOUT_OFFERS);
  };
  const done = () => {
    remove();
    withdrawErrors(ABOUT_OFFERS);
    void queryClient.invalidateQueries({ queryKey: queryKeys.presence });
    void queryClient.invalidateQueries({ queryKey: queryKeys.ticketLists });
  };
  const accept = useMutation({
    mutationFn: () => meApi.accept(offer.id),
    onSuccess: ({ number }) => {
      done();
      void queryClient.invalidateQueries({ queryKey: queryKeys.ticket(number) });
      void navigate(`/tickets/${number}`);
    },
    onError,
  });
  const decline = useMutation({
    mutationFn: (reason: string) => meApi.decline(offer.id, reason),
    onSuccess: done,
    onError,
  });
  return {
    accept: () => accept.mutate(),
    decline: (reason: string) => decline.mutate(reason),
    isPending: accept.isPending || decline.isPending,
  };
}
