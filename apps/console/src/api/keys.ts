import type { TicketFilter } from './types.js';

/** The names under which answers are kept; live messages patch them by the same names. */
export const keys = {
  session: ['session'] as const,
  presence: ['presence'] as const,
  offers: ['offers'] as const,
  reasons: (use: string) => ['reasons', use] as const,
  queues: ['queues'] as const,
  intervals: (query: object) => ['reports', 'intervals', query] as const,
  forecast: (query: object) => ['reports', 'forecast', query] as const,
  figures: ['reports', 'figures'] as const,
  apiKeys: ['api-keys'] as const,
  services: ['services'] as const,
  queueLive: (key: string) => ['queue-live', key] as const,
  board: ['board'] as const,
  ticketLists: ['tickets'] as const,
  ticketList: (filter: TicketFilter) => ['tickets', filter] as const,
  ticket: (number: string) => ['ticket', number] as const,
  /** `basis`: what of the ticket they follow from */
  promises: (number: string, basis: unknown[] = []) => ['promises', number, ...basis] as const,
  messages: (number: string) => ['ticket', number, 'messages'] as const,
  ticketMail: (number: string) => ['ticket', number, 'mail'] as const,
  callbacks: (number: string) => ['ticket', number, 'callbacks'] as const,
  history: (number: string) => ['ticket', number, 'history'] as const,
};
