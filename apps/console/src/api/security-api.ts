import { bodyOf, client } from './client.js';
import type { components } from './schema.generated.js';

type Schemas = components['schemas'];
export type OwnSession = Schemas['SessionShown'];
export type ApiToken = Schemas['TokenView'];
export type NewToken = Schemas['NewTokenBody'];
export type SignInLock = Schemas['SignInLockShown'];

export const sessionsApi = {
  mine: () => bodyOf(client.GET('/api/v1/me/sessions')),
  end: (id: string) => bodyOf(client.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
  endOthers: () => bodyOf(client.DELETE('/api/v1/me/sessions')),
  endAllOf: (id: string) =>
    bodyOf(client.DELETE('/api/v1/admin/users/{id}/sessions', { params: { path: { id } } })),
};

export const tokensApi = {
  list: () => bodyOf(client.GET('/api/v1/tokens')),
  make: (body: NewToken) => bodyOf(client.POST('/api/v1/tokens', { body })),
  revoke: (id: string) => bodyOf(client.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } })),
};

export const locksApi = {
  list: () => bodyOf(client.GET('/api/v1/admin/sign-in-locks')),
  clear: (id: string) =>
    bodyOf(client.DELETE('/api/v1/admin/sign-in-locks/{id}', { params: { path: { id } } })),
};
