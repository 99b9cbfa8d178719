import { client, responseBody } from './client.js';
import type { components } from '#wasl/sdk';

type Schemas = components['schemas'];
export type LoggedCall = Schemas['LoggedCallAnswer'];
export type TicketCall = Schemas['TicketCallShown'];
export type RecordingFile = Schemas['RecordingFileShown'];
export type RecordedCall = Pick<LoggedCall, 'startedAt' | 'recording'>;
export type BlockedCaller = Schemas['BlockedCallerShown'];
export type OutboundRoute = Schemas['OutboundRouteShown'];

export interface CallFilter {
  direction?: string;
  state?: string;
  queue?: string;
  agent?: string;
  number?: string;
  from?: string;
  to?: string;
}

const PAGE = 50;
const page = (after: string | null) => ({
  'page[size]': PAGE,
  ...(after !== null && { 'page[after]': after }),
});
const withoutEmpty = (filter: CallFilter) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value));

const POLL_MS = 5_000;
const MAX_POLLS = 60;

/** Recordings appear shortly after their calls; what takes longer is seen when the page is opened again. */
export const pollRecordings = (calls: RecordedCall[] | undefined, polled: number): number | false =>
  polled < MAX_POLLS && calls?.some(({ recording }) => recording.files.some(isComing)) ? POLL_MS : false;

const isComing = ({ state }: RecordingFile) => state === 'fetching' || state === 'checking';

export const recordingUrl = (id: string): string => `/api/v1/cti/recordings/${encodeURIComponent(id)}`;

export const phoneApi = {
  ofTicket: (number: string) =>
    responseBody(client.GET('/api/v1/tickets/{number}/calls', { params: { path: { number } } })),
  fetchRecording: (id: string) =>
    responseBody(client.POST('/api/v1/cti/recordings/{id}/fetch', { params: { path: { id } } })),
  log: (filter: CallFilter, after: string | null) =>
    responseBody(
      client.GET('/api/v1/cti/log', {
        params: { query: { ...withoutEmpty(filter), ...page(after) } as never },
      }),
    ),
  blocked: (after: string | null) =>
    responseBody(client.GET('/api/v1/admin/blocked-callers', { params: { query: page(after) } })),
  block: (body: Schemas['BlockedCallerBody']) =>
    responseBody(client.POST('/api/v1/admin/blocked-callers', { body })),
  unblock: (id: string) =>
    responseBody(client.DELETE('/api/v1/admin/blocked-callers/{id}', { params: { path: { id } } })),
  routes: (after: string | null) =>
    responseBody(client.GET('/api/v1/admin/outbound-routes', { params: { query: page(after) } })),
  putRoute: (body: Schemas['OutboundRouteBody']) =>
    responseBody(client.PUT('/api/v1/admin/outbound-routes', { body })),
  removeRoute: (pattern: string) =>
    responseBody(client.DELETE('/api/v1/admin/outbound-routes/{pattern}', { params: { path: { pattern } } })),
};
