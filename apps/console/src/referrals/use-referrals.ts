import { skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Snapshots } from '#wasl/contracts';
import { CURSOR_PAGINATION } from '../api/cursor-pagination.js';
import { queryKeys } from '../api/query-keys.js';
import { referralsApi } from '../api/referrals-api.js';
import { useFormats } from '../i18n/format.js';
import { type Box, filterOf } from './boxes.js';

export const useReferralList = (box: Box) =>
  useInfiniteQuery({
    queryKey: queryKeys.referralList(box),
    queryFn: ({ pageParam }) => referralsApi.list(filterOf(box), pageParam),
    ...CURSOR_PAGINATION,
    refetchOnMount: 'always',
  });

export const useReferral = (id: string) =>
  useQuery({ queryKey: queryKeys.referral(id), queryFn: () => referralsApi.read(id) });

/** Never fetched: the room of the desk brings it. */
export const useReferralDesk = () =>
  useQuery<Snapshots['referrals']>({
    queryKey: queryKeys.referralDesk,
    queryFn: skipToken,
    staleTime: Infinity,
  });

export const useTicketReferrals = (number: string) =>
  useQuery({
    queryKey: queryKeys.ticketReferrals(number),
    queryFn: async () => (await referralsApi.ofTicket(number)).data,
  });

/** Entities change rarely. */
export const useEntities = () =>
  useQuery({
    queryKey: queryKeys.entities,
    queryFn: async () => (await referralsApi.entities()).data,
    staleTime: 300_000,
  });

/** The name of an entity; of one that is not active any more its key. */
export function useEntityName(): (key: string) => string {
  const { localized } = useFormats();
  const entities = useEntities();
  return (key) => {
    const found = entities.data?.find((entity) => entity.key === key);
    return found ? localized(found.name) : key;
  };
}
