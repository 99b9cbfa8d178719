import { responseBody, client } from './client.js';
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
  read: () => responseBody(client.GET('/api/v1/session')),
  signIn: (body: { email: string; password: string; otp?: string }) =>
    responseBody(client.POST('/api/v1/session', { body })),
  signOut: () => responseBody(client.DELETE('/api/v1/session')),
};

export const meApi = {
  presence: () => responseBody(client.GET('/api/v1/me/presence')),
  setPresence: (body: PresenceChoice) => responseBody(client.PUT('/api/v1/me/presence', { body })),
  offers: () => responseBody(client.GET('/api/v1/me/offers')),
  accept: (id: string) =>
    responseBody(client.POST('/api/v1/offers/{id}/accept', { params: { path: { id } } })),
  decline: (id: string, reason: string) =>
    responseBody(client.POST('/api/v1/offers/{id}/decline', { params: { path: { id } }, body: { reason } })),
  wrapUpCall: (id: string, code: string) =>
    responseBody(client.POST('/api/v1/me/calls/{id}/wrap-up', { params: { path: { id } }, body: { code } })),
  controlCall: (id: string, body: CallControlRequest) =>
    responseBody(client.POST('/api/v1/me/calls/{id}/control', { params: { path: { id } }, body })),
  recordCall: (id: string, body: CallRecordingRequest) =>
    responseBody(client.POST('/api/v1/me/calls/{id}/recording', { params: { path: { id } }, body })),
  reasons: (use: ReasonUse) =>
    responseBody(client.GET('/api/v1/reasons', { params: { query: { for: use } } })),
};

export const callbacksApi = {
  ofTicket: (number: string) =>
    responseBody(client.GET('/api/v1/tickets/{number}/callbacks', { params: { path: { number } } })),
  begin: (id: string) =>
    responseBody(client.POST('/api/v1/callbacks/{id}/attempts', { params: { path: { id } } })),
  settle: (id: string, outcome: AttemptOutcome) =>
    responseBody(
      client.POST('/api/v1/callbacks/{id}/outcome', { params: { path: { id } }, body: { outcome } }),
    ),
};

export const queuesApi = {
  list: () => responseBody(client.GET('/api/v1/queues')),
  services: () => responseBody(client.GET('/api/v1/services')),
  live: (key: string) => responseBody(client.GET('/api/v1/queues/{key}/live', { params: { path: { key } } })),
};

export const reportsApi = {
  intervals: (query: ReportQuery) =>
    responseBody(client.GET('/api/v1/reports/intervals', { params: { query } })),
  forecast: (query: ReportQuery) =>
    responseBody(client.GET('/api/v1/reports/forecast', { params: { query } })),
  breakdown: (query: BreakdownQuery) =>
    responseBody(client.GET('/api/v1/reports/breakdown', { params: { query } })),
  figures: () => responseBody(client.GET('/api/v1/reports/figures')),
  staff: (body: StaffingQuestion) => responseBody(client.POST('/api/v1/staffing', { body })),
};

export const adminApi = {
  apiKeys: () => responseBody(client.GET('/api/v1/admin/api-keys')),
  makeKey: (name: string) => responseBody(client.POST('/api/v1/admin/api-keys', { body: { name } })),
  revokeKey: (id: string) =>
    responseBody(client.DELETE('/api/v1/admin/api-keys/{id}', { params: { path: { id } } })),
};

export const ticketsApi = {
  list: (filter: TicketFilter, size: number, after: string | null, signal?: AbortSignal) =>
    responseBody(
      client.GET('/api/v1/tickets', {
        params: { query: { ...filter, ...page(size, after) } },
        signal: signal ?? null,
      }),
    ),
  read: (number: string) =>
    responseBody(client.GET('/api/v1/tickets/{number}', { params: { path: { number } } })),
  openRestricted: (number: string, reason: string) =>
    responseBody(
      client.POST('/api/v1/tickets/{number}/opening', { params: { path: { number } }, body: { reason } }),
    ),
  slaTargets: (numbers: string[]) =>
    responseBody(client.GET('/api/v1/promises', { params: { query: { numbers: numbers.join(',') } } })),
  create: (body: NewTicket, key: string) =>
    responseBody(client.POST('/api/v1/tickets', { params: { header: { 'Idempotency-Key': key } }, body })),
  patch: (number: string, version: number, body: TicketPatch) =>
    responseBody(
      client.PATCH('/api/v1/tickets/{number}', {
        params: { path: { number }, header: { 'If-Match': `"${version}"` } },
        body,
      }),
    ),
  messages: (number: string, after: string | null) =>
    responseBody(
      client.GET('/api/v1/tickets/{number}/messages', {
        params: { path: { number }, query: page(100, after) },
      }),
    ),
  addMessage: (number: string, body: NewMessage, key: string) =>
    responseBody(
      client.POST('/api/v1/tickets/{number}/messages', {
        params: { path: { number }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  acceptHeld: (number: string, id: string) =>
    responseBody(
      client.POST('/api/v1/tickets/{number}/messages/{id}/accept', { params: { path: { number, id } } }),
    ),
  dismissHeld: (number: string, id: string) =>
    responseBody(
      client.POST('/api/v1/tickets/{number}/messages/{id}/dismiss', { params: { path: { number, id } } }),
    ),
  history: (number: string, after: string | null) =>
    responseBody(
      client.GET('/api/v1/tickets/{number}/history', {
        params: { path: { number }, query: page(100, after) },
      }),
    ),
  assign: (number: string, assignee: string | null) =>
    responseBody(
      client.POST('/api/v1/tickets/{number}/assign', { params: { path: { number } }, body: { assignee } }),
    ),
  transfer: (number: string, body: { queue: string; note?: string }) =>
    responseBody(client.POST('/api/v1/tickets/{number}/transfer', { params: { path: { number } }, body })),
  resolve: (number: string, body: ResolveRequest) =>
    responseBody(client.POST('/api/v1/tickets/{number}/resolve', { params: { path: { number } }, body })),
  reopen: (number: string) =>
    responseBody(client.POST('/api/v1/tickets/{number}/reopen', { params: { path: { number } } })),
  mail: (number: string) =>
    responseBody(client.GET('/api/v1/tickets/{number}/mail', { params: { path: { number } } })),
  sendMailAgain: (id: string) =>
    responseBody(client.POST('/api/v1/mail/{id}/retry', { params: { path: { id } } })),
  close: (number: string) =>
    responseBody(client.POST('/api/v1/tickets/{number}/close', { params: { path: { number } } })),
  similar: (body: Matter) => responseBody(client.POST('/api/v1/tickets/similar', { body })),
  merge: (number: string, into: string) =>
    responseBody(
      client.POST('/api/v1/tickets/{number}/merge', { params: { path: { number } }, body: { into } }),
    ),
  unmerge: (number: string) =>
    responseBody(client.POST('/api/v1/tickets/{number}/unmerge', { params: { path: { number } } })),
  split: (number: string, body: SplitRequest, key: string) =>
    responseBody(
      client.POST('/api/v1/tickets/{number}/split', {
        params: { path: { number }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  followers: (number: string) =>
    responseBody(client.GET('/api/v1/tickets/{number}/followers', { params: { path: { number } } })),
  contacts: (number: string) =>
    responseBody(client.GET('/api/v1/tickets/{number}/contacts', { params: { path: { number } } })),
  confirmContact: (number: string, id: string) =>
    responseBody(
      client.POST('/api/v1/tickets/{number}/contacts/{id}/confirm', { params: { path: { number, id } } }),
    ),
  refuseContact: (number: string, id: string) =>
    responseBody(
      client.POST('/api/v1/tickets/{number}/contacts/{id}/refuse', { params: { path: { number, id } } }),
    ),
  replaceCode: (number: string) =>
    client.POST('/api/v1/tickets/{number}/tracking-code', { params: { path: { number } } }),
  links: (number: string) =>
    responseBody(client.GET('/api/v1/tickets/{number}/links', { params: { path: { number } } })),
  link: (number: string, body: LinkRequest) =>
    responseBody(client.POST('/api/v1/tickets/{number}/link', { params: { path: { number } }, body })),
  unlink: (number: string, to: string) =>
    responseBody(client.DELETE('/api/v1/tickets/{number}/links/{to}', { params: { path: { number, to } } })),
  texts: (number: string) =>
    responseBody(client.GET('/api/v1/tickets/{number}/texts', { params: { path: { number } } })),
  sendTextAgain: (id: string) =>
    responseBody(client.POST('/api/v1/texts/{id}/retry', { params: { path: { id } } })),
};

export function upload(file: File): Promise<Attachment> {
  const form = new FormData();
  form.append('file', file, file.name);
  return responseBody(client.POST('/api/v1/attachments', { body: { file }, bodySerializer: () => form }));
}
/** @param id of a message, or `opening` */
export const mailAddress = (number: string, id: string): string =>
  `/api/v1/tickets/${encodeURIComponent(number)}/messages/${encodeURIComponent(id)}`;
export const attachmentAddress = (id: string): string => `/api/v1/attachments/${encodeURIComponent(id)}`;
export const thumbnailAddress = (id: string): string => `${attachmentAddress(id)}/thumbnail`;
