import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { meApi, queuesApi, ticketsApi } from './api.js';
import { usePermission } from '../session/session.js';
import { CURSOR_PAGINATION } from './cursor-pagination.js';
import { queryKeys } from './query-keys.js';
import type { ReasonUse, TicketFilter } from './types.js';
import { pollThumbnails } from './poll-thumbnails.js';

const HOUR = 3_600_000;
export const LIST_PAGE = 50;

export const useQueues = () =>
  useQuery({
    queryKey: queryKeys.queues,
    queryFn: async () => (await queuesApi.list()).data,
    staleTime: HOUR,
    enabled: usePermission('queue.read'),
  });

export const useServices = () =>
  useQuery({
    queryKey: queryKeys.services,
    queryFn: async () => (await queuesApi.services()).data,
    staleTime: HOUR,
  });

export const useReasons = (use: ReasonUse, enabled = true) =>
  useQuery({
    queryKey: queryKeys.reasons(use),
    queryFn: async () => (await meApi.reasons(use)).data,
    staleTime: HOUR,
    enabled,
  });

export const useQueueLive = (key: string) =>
  useQuery({ queryKey: queryKeys.queueLive(key), queryFn: () => queuesApi.live(key), staleTime: Infinity });

/** Undefined for those who take no work. */
export const usePresence = () =>
  useQuery({
    queryKey: queryKeys.presence,
    queryFn: () => meApi.presence(),
    staleTime: Infinity,
    enabled: usePermission('presence.own'),
  });

export const useOffers = () =>
  useQuery({
    queryKey: queryKeys.offers,
    queryFn: async () => (await meApi.offers()).data,
    staleTime: Infinity,
  });

export const useTicketList = (filter: TicketFilter, enabled = true) =>
  useInfiniteQuery({
    queryKey: queryKeys.ticketList(filter),
    queryFn: ({ pageParam, signal }) => ticketsApi.list(filter, LIST_PAGE, pageParam, signal),
    ...CURSOR_PAGINATION,
    enabled,
  });

export const useTicket = (number: string) =>
  useQuery({ queryKey: queryKeys.ticket(number), queryFn: () => ticketsApi.read(number) });

export const useMessages = (number: string) =>
  useInfiniteQuery({
    queryKey: queryKeys.messages(number),
    queryFn: ({ pageParam }) => ticketsApi.messages(number, pageParam),
    ...CURSOR_PAGINATION,
    refetchInterval: pollThumbnails,
  });

/** Few tickets have followers and they change rarely, so the result stays fresh for longer. */
export const useFollowers = (number: string) =>
  useQuery({
    queryKey: queryKeys.followers(number),
    queryFn: async () => (await ticketsApi.followers(number)).followers,
    staleTime: 60_000,
  });

export const useLinks = (number: string) =>
  useQuery({ queryKey: queryKeys.links(number), queryFn: async () => (await ticketsApi.links(number)).data });

export const useHistory = (number: string) =>
  useInfiniteQuery({
    queryKey: queryKeys.history(number),
    queryFn: ({ pageParam }) => ticketsApi.history(number, pageParam),
    ...CURSOR_PAGINATION,
  });
