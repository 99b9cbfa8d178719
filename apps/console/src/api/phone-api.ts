import { client, responseBody } from './client.js';
import type { components } from './schema.generated.js';

type Schemas = components['schemas'];
export type LoggedCall = Schemas['LoggedCallAnswer'];
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

export const phoneApi = {
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
