import { bodyOf, client } from './client.js';
import type { components } from './schema.generated.js';

type Schemas = components['schemas'];
export type Counter = Schemas['CounterShown'];
export type Visit = Schemas['VisitShown'];
export type CentreDesks = Schemas['CentreShown'];
export type FoundRequester = Schemas['FoundRequesterShown'];
export type KnownMatter = Schemas['KnownMatterShown'];
export type CounterReceipt = Schemas['ReceiptShown'];
export type VisitMatter = Schemas['VisitMatterBody'];
export type Clues = Schemas['FindRequesterBody'];

const ofVisit = (id: string) => ({ params: { path: { id } } });

export const counterApi = {
  centres: () => bodyOf(client.GET('/api/v1/counter/centres')),
  mine: () => bodyOf(client.GET('/api/v1/me/desk')),
  sit: (body: Schemas['DeskBody']) => bodyOf(client.PUT('/api/v1/me/desk', { body })),
  leave: () => bodyOf(client.DELETE('/api/v1/me/desk')),
  find: (body: Clues) => bodyOf(client.POST('/api/v1/counter/requesters', { body })),
  similar: (body: Schemas['SimilarBody']) => bodyOf(client.POST('/api/v1/counter/similar', { body })),
  begin: () => bodyOf(client.POST('/api/v1/counter/visits')),
  next: () => bodyOf(client.POST('/api/v1/counter/visits/next')),
  call: (id: string) => bodyOf(client.POST('/api/v1/counter/visits/{id}/call', ofVisit(id))),
  take: (id: string) => bodyOf(client.POST('/api/v1/counter/visits/{id}/take', ofVisit(id))),
  noShow: (id: string) => bodyOf(client.POST('/api/v1/counter/visits/{id}/no-show', ofVisit(id))),
  open: (id: string, body: VisitMatter, key: string) =>
    bodyOf(
      client.POST('/api/v1/counter/visits/{id}/tickets', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  goOn: (id: string, body: Schemas['ContinueBody']) =>
    bodyOf(client.POST('/api/v1/counter/visits/{id}/continue', { ...ofVisit(id), body })),
  end: (id: string, code: string | null) =>
    bodyOf(client.POST('/api/v1/counter/visits/{id}/end', { ...ofVisit(id), body: code ? { code } : {} })),
  receipt: (id: string) => bodyOf(client.GET('/api/v1/counter/visits/{id}/receipt', ofVisit(id))),
};
