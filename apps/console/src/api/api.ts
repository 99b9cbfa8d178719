import type { MessageKind, OfferView, PresenceState, QueueLive } from '#wasl/contracts';
import { ask } from './http.js';
import type {
  Attachment,
  HistoryEntry,
  MessagePage,
  NewTicket,
  Page,
  Presence,
  Queue,
  Reason,
  ReasonUse,
  ResolveRequest,
  Service,
  Ticket,
  TicketFilter,
  TicketPatch,
  User,
} from './types.js';

/** Every question this console asks, by what it is about. */
const ticketPath = (number: string, rest = '') => `/tickets/${encodeURIComponent(number)}${rest}`;
const page = (size: number, after?: string | null) => ({
  'page[size]': size,
  'page[after]': after ?? undefined,
});

export const sessionApi = {
  read: () => ask<{ user: User }>('GET', '/session'),
  signIn: (body: { email: string; password: string; otp?: string }) =>
    ask<{ user: User }>('POST', '/session', { body }),
  signOut: () => ask<void>('DELETE', '/session'),
};

export const meApi = {
  presence: () => ask<Presence>('GET', '/me/presence'),
  setPresence: (body: { state: PresenceState; reason?: string }) =>
    ask<Presence>('PUT', '/me/presence', { body }),
  offers: () => ask<{ data: OfferView[] }>('GET', '/me/offers'),
  accept: (id: string) => ask<{ number: string }>('POST', `/offers/${id}/accept`),
  decline: (id: string, reason: string) => ask<void>('POST', `/offers/${id}/decline`, { body: { reason } }),
  reasons: (use: ReasonUse) => ask<{ data: Reason[] }>('GET', '/reasons', { query: { for: use } }),
};

export const queuesApi = {
  list: () => ask<{ data: Queue[] }>('GET', '/queues'),
  services: () => ask<{ data: Service[] }>('GET', '/services'),
  live: (key: string) => ask<QueueLive>('GET', `/queues/${encodeURIComponent(key)}/live`),
};

export const ticketsApi = {
  list: (filter: TicketFilter, size: number, after: string | null, signal?: AbortSignal) =>
    ask<Page<Ticket>>('GET', '/tickets', { query: { ...filter, ...page(size, after) }, signal }),
  read: (number: string) => ask<Ticket>('GET', ticketPath(number)),
  create: (body: NewTicket, key: string) =>
    ask<Ticket>('POST', '/tickets', { body, headers: { 'Idempotency-Key': key } }),
  patch: (number: string, version: number, body: TicketPatch) =>
    ask<Ticket>('PATCH', ticketPath(number), { body, headers: { 'If-Match': `"${version}"` } }),
  messages: (number: string, after: string | null) =>
    ask<MessagePage>('GET', ticketPath(number, '/messages'), { query: page(100, after) }),
  say: (number: string, body: { kind: MessageKind; body: string; attachments?: string[] }, key: string) =>
    ask<{ id: string }>('POST', ticketPath(number, '/messages'), {
      body,
      headers: { 'Idempotency-Key': key },
    }),
  history: (number: string, after: string | null) =>
    ask<Page<HistoryEntry>>('GET', ticketPath(number, '/history'), { query: page(100, after) }),
  assign: (number: string, assignee: string | null) =>
    ask<Ticket>('POST', ticketPath(number, '/assign'), { body: { assignee } }),
  transfer: (number: string, body: { queue: string; note?: string }) =>
    ask<Ticket>('POST', ticketPath(number, '/transfer'), { body }),
  resolve: (number: string, body: ResolveRequest) =>
    ask<Ticket>('POST', ticketPath(number, '/resolve'), { body }),
  reopen: (number: string) => ask<Ticket>('POST', ticketPath(number, '/reopen')),
  close: (number: string) => ask<Ticket>('POST', ticketPath(number, '/close')),
};

export function upload(file: File): Promise<Attachment> {
  const body = new FormData();
  body.append('file', file, file.name);
  return ask<Attachment>('POST', '/attachments', { body });
}
export const attachmentAddress = (id: string): string => `/api/v1/attachments/${encodeURIComponent(id)}`;
