import { client, idempotencyKey, responseBody } from './client.js';
import type { components } from '#wasl/sdk';

type Schemas = components['schemas'];
export type Referral = Schemas['ReferralAnswer'];
export type ReferralDetail = Schemas['ReferralDetailAnswer'];
export type ReferralMessage = Schemas['ReferralMessageAnswer'];
export type NewReferral = Schemas['NewReferralBody'];
export type ReturnRequest = Schemas['ReturnBody'];
export type CompleteRequest = Schemas['CompleteBody'];
export type DecideRequest = Schemas['DecideBody'];
export type NewReferralMessage = Schemas['ReferralMessageBody'];

export interface ReferralFilter {
  box: 'inbox' | 'sent' | 'arbiter';
  /** one state, or several separated by commas; without, the live ones of an inbox */
  state?: string;
}

const PAGE = 50;
const withKey = (id: string) => ({ path: { id }, header: { 'Idempotency-Key': idempotencyKey() } });

export const referralsApi = {
  list: (filter: ReferralFilter, after: string | null) =>
    responseBody(
      client.GET('/api/v1/referrals', {
        params: { query: { ...filter, 'page[size]': PAGE, ...(after !== null && { 'page[after]': after }) } },
      }),
    ),
  read: (id: string) => responseBody(client.GET('/api/v1/referrals/{id}', { params: { path: { id } } })),
  ofTicket: (number: string) =>
    responseBody(client.GET('/api/v1/tickets/{number}/referrals', { params: { path: { number } } })),
  send: (number: string, body: NewReferral, key: string) =>
    responseBody(
      client.POST('/api/v1/tickets/{number}/referrals', {
        params: { path: { number }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  accept: (id: string) => responseBody(client.POST('/api/v1/referrals/{id}/accept', { params: withKey(id) })),
  giveBack: (id: string, body: ReturnRequest) =>
    responseBody(client.POST('/api/v1/referrals/{id}/return', { params: withKey(id), body })),
  addMessage: (id: string, body: NewReferralMessage, key: string) =>
    responseBody(
      client.POST('/api/v1/referrals/{id}/messages', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  complete: (id: string, body: CompleteRequest) =>
    responseBody(client.POST('/api/v1/referrals/{id}/complete', { params: withKey(id), body })),
  recall: (id: string, reason: string) =>
    responseBody(client.POST('/api/v1/referrals/{id}/recall', { params: withKey(id), body: { reason } })),
  decide: (id: string, body: DecideRequest) =>
    responseBody(client.POST('/api/v1/referrals/{id}/decide', { params: withKey(id), body })),
  entities: () => responseBody(client.GET('/api/v1/entities')),
};

export const referralFileAddress = (id: string, file: string): string =>
  `/api/v1/referrals/${encodeURIComponent(id)}/attachments/${encodeURIComponent(file)}`;
