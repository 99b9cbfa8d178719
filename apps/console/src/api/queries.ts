import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { meApi, queuesApi, ticketsApi } from './api.js';
import { BY_CURSOR } from './by-cursor.js';
import { keys } from './keys.js';
import type { ReasonUse, TicketFilter } from './types.js';
import { untilThumbnails } from './until-thumbnails.js';

const HOUR = 3_600_000;
export const LIST_PAGE = 50;

export const useQueues = () =>
  useQuery({ queryKey: keys.queues, queryFn: async () => (await queuesApi.list()).data, staleTime: HOUR });

export const useServices = () =>
  useQuery({
    queryKey: keys.services,
    queryFn: async () => (await queuesApi.services()).data,
    staleTime: HOUR,
  });

export const useReasons = (use: ReasonUse, enabled = true) =>
  useQuery({
    queryKey: keys.reasons(use),
    queryFn: async () => (await meApi.reasons(use)).data,
    staleTime: HOUR,
    enabled,
  });

export const useQueueLive = (key: string) =>
  useQuery({ queryKey: keys.queueLive(key), queryFn: () => queuesApi.live(key), staleTime: Infinity });

export const usePresence = () =>
  useQuery({ queryKey: keys.presence, queryFn: () => meApi.presence(), staleTime: Infinity });

export const useOffers = () =>
  useQuery({ queryKey: keys.offers, queryFn: async () => (await meApi.offers()).data, staleTime: Infinity });

export const useTicketList = (filter: TicketFilter, enabled = true) =>
  useInfiniteQuery({
    queryKey: keys.ticketList(filter),
    queryFn: ({ pageParam, signal }) => ticketsApi.list(filter, LIST_PAGE, pageParam, signal),
    ...BY_CURSOR,
    enabled,
  });

export const useTicket = (number: string) =>
  useQuery({ queryKey: keys.ticket(number), queryFn: () => ticketsApi.read(number) });

export const useMessages = (number: string) =>
  useInfiniteQuery({
    queryKey: keys.messages(number),
    queryFn: ({ pageParam }) => ticketsApi.messages(number, pageParam),
    ...BY_CURSOR,
    refetchInterval: untilThumbnails,
  });

/** Few tickets have followers and they change rarely, so the result stays fresh for longer. */
export const useFollowers = (number: string) =>
  useQuery({
    queryKey: keys.followers(number),
    queryFn: async () => (await ticketsApi.followers(number)).followers,
    staleTime: 60_000,
  });

export const useLinks = (number: string) =>
  useQuery({ queryKey: keys.links(number), queryFn: async () => (await ticketsApi.links(number)).data });

export const useHistory = (number: string) =>
  useInfiniteQuery({
    queryKey: keys.history(number),
    queryFn: ({ pageParam }) => ticketsApi.history(number, pageParam),
    ...BY_CURSOR,
  });
