import { bodyOf, client } from './client.js';
import type { AttemptOutcome } from '#wasl/contracts';
import type {
  Attachment,
  BreakdownQuery,
  CallControlRequest,
  CallRecordingRequest,
  LinkRequest,
  Matter,
  NewMessage,
  NewTicket,
  PresenceChoice,
  ReasonUse,
  ReportQuery,
  ResolveRequest,
  SplitRequest,
  StaffingQuestion,
  TicketFilter,
  TicketPatch,
} from './types.js';

/** Requests of this console, grouped by resource. */
const page = (size: number, after: string | null) => ({
  'page[size]': size,
  ...(after !== null && { 'page[after]': after }),
});

export const sessionApi = {
  read: () => bodyOf(client.GET('/api/v1/session')),
  signIn: (body: { email: string; password: string; otp?: string }) =>
    bodyOf(client.POST('/api/v1/session', { body })),
  signOut: () => bodyOf(client.DELETE('/api/v1/session')),
};

export const meApi = {
  presence: () => bodyOf(client.GET('/api/v1/me/presence')),
  setPresence: (body: PresenceChoice) => bodyOf(client.PUT('/api/v1/me/presence', { body })),
  offers: () => bodyOf(client.GET('/api/v1/me/offers')),
  accept: (id: string) => bodyOf(client.POST('/api/v1/offers/{id}/accept', { params: { path: { id } } })),
  decline: (id: string, reason: string) =>
    bodyOf(client.POST('/api/v1/offers/{id}/decline', { params: { path: { id } }, body: { reason } })),
  wrapUpCall: (id: string, code: string) =>
    bodyOf(client.POST('/api/v1/me/calls/{id}/wrap-up', { params: { path: { id } }, body: { code } })),
  controlCall: (id: string, body: CallControlRequest) =>
    bodyOf(client.POST('/api/v1/me/calls/{id}/control', { params: { path: { id } }, body })),
  recordCall: (id: string, body: CallRecordingRequest) =>
    bodyOf(client.POST('/api/v1/me/calls/{id}/recording', { params: { path: { id } }, body })),
  reasons: (use: ReasonUse) => bodyOf(client.GET('/api/v1/reasons', { params: { query: { for: use } } })),
};

export const callbacksApi = {
  ofTicket: (number: string) =>
    bodyOf(client.GET('/api/v1/tickets/{number}/callbacks', { params: { path: { number } } })),
  begin: (id: string) => bodyOf(client.POST('/api/v1/callbacks/{id}/attempts', { params: { path: { id } } })),
  settle: (id: string, outcome: AttemptOutcome) =>
    bodyOf(client.POST('/api/v1/callbacks/{id}/outcome', { params: { path: { id } }, body: { outcome } })),
};

export const queuesApi = {
  list: () => bodyOf(client.GET('/api/v1/queues')),
  services: () => bodyOf(client.GET('/api/v1/services')),
  live: (key: string) => bodyOf(client.GET('/api/v1/queues/{key}/live', { params: { path: { key } } })),
};

export const reportsApi = {
  intervals: (query: ReportQuery) => bodyOf(client.GET('/api/v1/reports/intervals', { params: { query } })),
  forecast: (query: ReportQuery) => bodyOf(client.GET('/api/v1/reports/forecast', { params: { query } })),
  breakdown: (query: BreakdownQuery) =>
    bodyOf(client.GET('/api/v1/reports/breakdown', { params: { query } })),
  figures: () => bodyOf(client.GET('/api/v1/reports/figures')),
  staff: (body: StaffingQuestion) => bodyOf(client.POST('/api/v1/staffing', { body })),
};

export const adminApi = {
  apiKeys: () => bodyOf(client.GET('/api/v1/admin/api-keys')),
  makeKey: (name: string) => bodyOf(client.POST('/api/v1/admin/api-keys', { body: { name } })),
  revokeKey: (id: string) =>
    bodyOf(client.DELETE('/api/v1/admin/api-keys/{id}', { params: { path: { id } } })),
};

export const ticketsApi = {
  list: (filter: TicketFilter, size: number, after: string | null, signal?: AbortSignal) =>
    bodyOf(
      client.GET('/api/v1/tickets', {
        params: { query: { ...filter, ...page(size, after) } },
        signal: signal ?? null,
      }),
    ),
  read: (number: string) => bodyOf(client.GET('/api/v1/tickets/{number}', { params: { path: { number } } })),
  promises: (numbers: string[]) =>
    bodyOf(client.GET('/api/v1/promises', { params: { query: { numbers: numbers.join(',') } } })),
  create: (body: NewTicket, key: string) =>
    bodyOf(client.POST('/api/v1/tickets', { params: { header: { 'Idempotency-Key': key } }, body })),
  patch: (number: string, version: number, body: TicketPatch) =>
    bodyOf(
      client.PATCH('/api/v1/tickets/{number}', {
        params: { path: { number }, header: { 'If-Match': `"${version}"` } },
        body,
      }),
    ),
  messages: (number: string, after: string | null) =>
    bodyOf(
      client.GET('/api/v1/tickets/{number}/messages', {
        params: { path: { number }, query: page(100, after) },
      }),
    ),
  say: (number: string, body: NewMessage, key: string) =>
    bodyOf(
      client.POST('/api/v1/tickets/{number}/messages', {
        params: { path: { number }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  acceptHeld: (number: string, id: string) =>
    bodyOf(
      client.POST('/api/v1/tickets/{number}/messages/{id}/accept', { params: { path: { number, id } } }),
    ),
  dismissHeld: (number: string, id: string) =>
    bodyOf(
      client.POST('/api/v1/tickets/{number}/messages/{id}/dismiss', { params: { path: { number, id } } }),
    ),
  history: (number: string, after: string | null) =>
    bodyOf(
      client.GET('/api/v1/tickets/{number}/history', {
        params: { path: { number }, query: page(100, after) },
      }),
    ),
  assign: (number: string, assignee: string | null) =>
    bodyOf(
      client.POST('/api/v1/tickets/{number}/assign', { params: { path: { number } }, body: { assignee } }),
    ),
  transfer: (number: string, body: { queue: string; note?: string }) =>
    bodyOf(client.POST('/api/v1/tickets/{number}/transfer', { params: { path: { number } }, body })),
  resolve: (number: string, body: ResolveRequest) =>
    bodyOf(client.POST('/api/v1/tickets/{number}/resolve', { params: { path: { number } }, body })),
  reopen: (number: string) =>
    bodyOf(client.POST('/api/v1/tickets/{number}/reopen', { params: { path: { number } } })),
  mail: (number: string) =>
    bodyOf(client.GET('/api/v1/tickets/{number}/mail', { params: { path: { number } } })),
  sendMailAgain: (id: string) => bodyOf(client.POST('/api/v1/mail/{id}/retry', { params: { path: { id } } })),
  close: (number: string) =>
    bodyOf(client.POST('/api/v1/tickets/{number}/close', { params: { path: { number } } })),
  similar: (body: Matter) => bodyOf(client.POST('/api/v1/tickets/similar', { body })),
  merge: (number: string, into: string) =>
    bodyOf(client.POST('/api/v1/tickets/{number}/merge', { params: { path: { number } }, body: { into } })),
  unmerge: (number: string) =>
    bodyOf(client.POST('/api/v1/tickets/{number}/unmerge', { params: { path: { number } } })),
  split: (number: string, body: SplitRequest, key: string) =>
    bodyOf(
      client.POST('/api/v1/tickets/{number}/split', {
        params: { path: { number }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  followers: (number: string) =>
    bodyOf(client.GET('/api/v1/tickets/{number}/followers', { params: { path: { number } } })),
  contacts: (number: string) =>
    bodyOf(client.GET('/api/v1/tickets/{number}/contacts', { params: { path: { number } } })),
  confirmContact: (number: string, id: string) =>
    bodyOf(
      client.POST('/api/v1/tickets/{number}/contacts/{id}/confirm', { params: { path: { number, id } } }),
    ),
  refuseContact: (number: string, id: string) =>
    bodyOf(
      client.POST('/api/v1/tickets/{number}/contacts/{id}/refuse', { params: { path: { number, id } } }),
    ),
  replaceCode: (number: string) =>
    client.POST('/api/v1/tickets/{number}/tracking-code', { params: { path: { number } } }),
  links: (number: string) =>
    bodyOf(client.GET('/api/v1/tickets/{number}/links', { params: { path: { number } } })),
  link: (number: string, body: LinkRequest) =>
    bodyOf(client.POST('/api/v1/tickets/{number}/link', { params: { path: { number } }, body })),
  unlink: (number: string, to: string) =>
    bodyOf(client.DELETE('/api/v1/tickets/{number}/links/{to}', { params: { path: { number, to } } })),
  texts: (number: string) =>
    bodyOf(client.GET('/api/v1/tickets/{number}/texts', { params: { path: { number } } })),
  sendTextAgain: (id: string) =>
    bodyOf(client.POST('/api/v1/texts/{id}/retry', { params: { path: { id } } })),
};

export function upload(file: File): Promise<Attachment> {
  const form = new FormData();
  form.append('file', file, file.name);
  // OpenAPI has no type for a file in a multipart body
  return bodyOf(client.POST('/api/v1/attachments', { body: { file: '' }, bodySerializer: () => form }));
}
/** @param id of a message, or `opening` */
export const mailAddress = (number: string, id: string): string =>
  `/api/v1/tickets/${encodeURIComponent(number)}/messages/${encodeURIComponent(id)}`;
export const attachmentAddress = (id: string): string => `/api/v1/attachments/${encodeURIComponent(id)}`;
export const thumbnailAddress = (id: string): string => `${attachmentAddress(id)}/thumbnail`;
