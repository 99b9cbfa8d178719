import { responseBody, client } from './client.js';
import type { components } from '#wasl/sdk';

type Schemas = components['schemas'];
export type Counter = Schemas['CounterShown'];
export type Visit = Schemas['VisitShown'];
export type CentreDesks = Schemas['CentreShown'];
export type FoundRequester = Schemas['FoundRequesterShown'];
export type ExistingTicket = Schemas['SimilarMatterShown'];
export type CounterReceipt = Schemas['ReceiptShown'];
export type VisitMatter = Schemas['VisitMatterBody'];
export type RequesterQuery = Schemas['FindRequesterBody'];

const ofVisit = (id: string) => ({ params: { path: { id } } });

export const counterApi = {
  centres: () => responseBody(client.GET('/api/v1/counter/centres')),
  mine: () => responseBody(client.GET('/api/v1/me/desk')),
  takeDesk: (body: Schemas['DeskBody']) => responseBody(client.PUT('/api/v1/me/desk', { body })),
  leaveDesk: () => responseBody(client.DELETE('/api/v1/me/desk')),
  find: (body: RequesterQuery) => responseBody(client.POST('/api/v1/counter/requesters', { body })),
  similar: (body: Schemas['SimilarBody']) => responseBody(client.POST('/api/v1/counter/similar', { body })),
  begin: () => responseBody(client.POST('/api/v1/counter/visits')),
  next: () => responseBody(client.POST('/api/v1/counter/visits/next')),
  call: (id: string) => responseBody(client.POST('/api/v1/counter/visits/{id}/call', ofVisit(id))),
  take: (id: string) => responseBody(client.POST('/api/v1/counter/visits/{id}/take', ofVisit(id))),
  noShow: (id: string) => responseBody(client.POST('/api/v1/counter/visits/{id}/no-show', ofVisit(id))),
  open: (id: string, body: VisitMatter, key: string) =>
    responseBody(
      client.POST('/api/v1/counter/visits/{id}/tickets', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  continueTicket: (id: string, body: Schemas['ContinueBody']) =>
    responseBody(client.POST('/api/v1/counter/visits/{id}/continue', { ...ofVisit(id), body })),
  end: (id: string, code: string | null) =>
    responseBody(
      client.POST('/api/v1/counter/visits/{id}/end', { ...ofVisit(id), body: code ? { code } : {} }),
    ),
  receipt: (id: string) => responseBody(client.GET('/api/v1/counter/visits/{id}/receipt', ofVisit(id))),
};
