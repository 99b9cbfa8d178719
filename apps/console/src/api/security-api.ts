import { responseBody, client } from './client.js';
import type { components } from '#wasl/sdk';

type Schemas = components['schemas'];
export type OwnSession = Schemas['SessionShown'];
export type ApiToken = Schemas['TokenView'];
export type NewToken = Schemas['NewTokenBody'];
export type SignInLock = Schemas['SignInLockShown'];

export const sessionsApi = {
  mine: () => responseBody(client.GET('/api/v1/me/sessions')),
  end: (id: string) => responseBody(client.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
  endOthers: () => responseBody(client.DELETE('/api/v1/me/sessions')),
  endAllOf: (id: string) =>
    responseBody(client.DELETE('/api/v1/admin/users/{id}/sessions', { params: { path: { id } } })),
};

export const tokensApi = {
  list: () => responseBody(client.GET('/api/v1/tokens')),
  make: (body: NewToken) => responseBody(client.POST('/api/v1/tokens', { body })),
  revoke: (id: string) => responseBody(client.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } })),
};

export const locksApi = {
  list: () => responseBody(client.GET('/api/v1/admin/sign-in-locks')),
  clear: (id: string) =>
    responseBody(client.DELETE('/api/v1/admin/sign-in-locks/{id}', { params: { path: { id } } })),
};
