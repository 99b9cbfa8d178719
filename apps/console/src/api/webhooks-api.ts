import { client, idempotencyKey, responseBody } from './client.js';
import type { components } from '#wasl/sdk';

type Schemas = components['schemas'];
export type WebhookShown = Schemas['WebhookAnswer'];
export type NewWebhook = Schemas['NewWebhookBody'];
export type WebhookPatch = Schemas['WebhookPatchBody'];
export type WebhookDelivery = Schemas['WebhookDeliveryAnswer'];

const pageOf = (after: string | null) => ({
  'page[size]': 25,
  ...(after !== null && { 'page[after]': after }),
});

export const webhooksApi = {
  list: (after: string | null) =>
    responseBody(client.GET('/api/v1/admin/webhooks', { params: { query: pageOf(after) } })),
  create: (body: NewWebhook) =>
    responseBody(
      client.POST('/api/v1/admin/webhooks', {
        params: { header: { 'Idempotency-Key': idempotencyKey() } },
        body,
      }),
    ),
  change: ({ id, version }: WebhookShown, body: WebhookPatch) =>
    responseBody(
      client.PATCH('/api/v1/admin/webhooks/{id}', {
        params: { path: { id }, header: { 'If-Match': `"${version}"` } },
        body,
      }),
    ),
  remove: (id: string) =>
    responseBody(client.DELETE('/api/v1/admin/webhooks/{id}', { params: { path: { id } } })),
  rotate: (id: string) =>
    responseBody(client.POST('/api/v1/admin/webhooks/{id}/rotate', { params: { path: { id } } })),
  test: (id: string) =>
    responseBody(client.POST('/api/v1/admin/webhooks/{id}/test', { params: { path: { id } } })),
  replay: (id: string, since: string) =>
    responseBody(
      client.POST('/api/v1/admin/webhooks/{id}/replay', { params: { path: { id } }, body: { since } }),
    ),
  deliveries: (id: string, state: WebhookDelivery['state'] | null, after: string | null) =>
    responseBody(
      client.GET('/api/v1/admin/webhooks/{id}/deliveries', {
        params: { path: { id }, query: { ...pageOf(after), ...(state !== null && { state }) } },
      }),
    ),
  retry: (id: string) =>
    responseBody(client.POST('/api/v1/admin/webhooks/deliveries/{id}/retry', { params: { path: { id } } })),
};
