import { responseBody, client } from './client.js';
import type { components } from '#wasl/sdk';

type Schemas = components['schemas'];
export type AdminUser = Schemas['UserAnswer'];
export type NewUser = Schemas['UserBody'];
export type UserPatch = Schemas['UserPatchBody'];
export type Invitation = Schemas['InvitationAnswer'];
export type AuditEntry = Schemas['AuditEntryAnswer'];
export type AuditVerdict = Schemas['AuditVerdict'];

const PAGE = 50;
const page = (after: string | null) => ({
  'page[size]': PAGE,
  ...(after !== null && { 'page[after]': after }),
});
const withoutEmpty = <T extends object>(filter: T): Partial<T> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) as Partial<T>;
const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

export interface UserFilter {
  q?: string;
  role?: AdminUser['role'] | '';
  disabled?: 'true' | 'false' | '';
}
export interface AuditFilter {
  actor?: string;
  action?: string;
  targetKind?: string;
  target?: string;
  address?: string;
  from?: string;
  to?: string;
}

export type AgentsRead = Schemas['ReadingPolicyAnswer']['agentsRead'];

export const usersApi = {
  readingPolicy: () => responseBody(client.GET('/api/v1/admin/reading-policy')),
  chooseReading: (agentsRead: AgentsRead) =>
    responseBody(client.PUT('/api/v1/admin/reading-policy', { body: { agentsRead } })),
  list: (filter: UserFilter, after: string | null) =>
    responseBody(
      client.GET('/api/v1/admin/users', {
        params: { query: { ...withoutEmpty(filter), ...page(after) } as never },
      }),
    ),
  create: (body: NewUser) => responseBody(client.POST('/api/v1/admin/users', { body })),
  change: (id: string, version: number, body: UserPatch) =>
    responseBody(
      client.PATCH('/api/v1/admin/users/{id}', { params: { path: { id }, header: ifMatch(version) }, body }),
    ),
  unlink: (id: string) =>
    responseBody(client.DELETE('/api/v1/admin/users/{id}/identity', { params: { path: { id } } })),
  invite: (id: string) =>
    responseBody(client.POST('/api/v1/admin/users/{id}/invitation', { params: { path: { id } } })),
};

export const auditApi = {
  list: (filter: AuditFilter, after: string | null) =>
    responseBody(
      client.GET('/api/v1/admin/audit', {
        params: { query: { ...withoutEmpty(filter), ...page(after) } as never },
      }),
    ),
  verify: () => responseBody(client.GET('/api/v1/admin/audit/verify')),
};

export type ChannelName = Schemas['ChannelShown']['channel'];

export const channelsApi = {
  list: () => responseBody(client.GET('/api/v1/admin/channels')),
  test: (channel: ChannelName) =>
    responseBody(client.POST('/api/v1/admin/channels/{channel}/test', { params: { path: { channel } } })),
};

export const healthApi = {
  /** parses the body of a 503, too, which names the missing dependencies */
  async ready(): Promise<{ status: string; missing: string[] }> {
    const answer = await fetch('/health/ready', { headers: { accept: 'application/json' } });
    return (await answer.json()) as { status: string; missing: string[] };
  },
  failedJobs: () => responseBody(client.GET('/api/v1/admin/jobs/failed')),
  retryJob: (queue: string, id: string) =>
    responseBody(client.POST('/api/v1/admin/jobs/{queue}/{id}/retry', { params: { path: { queue, id } } })),
  deadLetters: () => responseBody(client.GET('/api/v1/admin/events')),
  retryEvent: (id: string) =>
    responseBody(client.POST('/api/v1/admin/events/{id}/retry', { params: { path: { id } } })),
  quarantined: () =>
    responseBody(client.GET('/api/v1/admin/mail/quarantined', { params: { query: page(null) } })),
  ignoredMail: () =>
    responseBody(client.GET('/api/v1/admin/mail/ignored', { params: { query: page(null) } })),
  retryMail: (id: string) =>
    responseBody(client.POST('/api/v1/admin/mail/quarantined/{id}/retry', { params: { path: { id } } })),
  ignoreMail: (id: string) =>
    responseBody(client.POST('/api/v1/admin/mail/quarantined/{id}/ignore', { params: { path: { id } } })),
};

/** A row of an administered list; its fields are defined in catalogue.ts. */
export type Row = Record<string, unknown>;
export interface RowPage {
  data: Row[];
  meta: { hasMore: boolean; after: string | null };
}

/** Administered lists share pagination, If-Match and problem responses, so one client serves them all. */
export const rowsApi = {
  list: (path: string, after: string | null) =>
    responseBody(
      client.GET(path as '/api/v1/admin/skills', { params: { query: page(after) } }),
    ) as unknown as Promise<RowPage>,
  /** all pages of a list that is short enough to choose from */
  async all(path: string): Promise<Row[]> {
    const all: Row[] = [];
    for (let after: string | null = null; ;) {
      const { data, meta } = await rowsApi.list(path, after);
      all.push(...data);
      if (!meta.hasMore) return all;
      after = meta.after;
    }
  },
  create: (path: string, body: Row) =>
    responseBody(
      client.POST(path as '/api/v1/admin/skills', { body: body as never }),
    ) as unknown as Promise<Row>,
  change: (path: string, version: number | undefined, body: Row) =>
    responseBody(
      client.PATCH(path as '/api/v1/admin/skills/{key}', {
        params: { path: { key: '' } },
        headers: version === undefined ? {} : ifMatch(version),
        body: body as never,
      }),
    ) as unknown as Promise<Row>,
};

export const passwordApi = {
  requestReset: (email: string) =>
    responseBody(client.POST('/api/v1/session/password-reset', { body: { email } })),
  readLink: (token: string) => responseBody(client.POST('/api/v1/session/link', { body: { token } })),
  set: (token: string, password: string) =>
    responseBody(client.POST('/api/v1/session/password', { body: { token, password } })),
  change: (current: string, next: string) =>
    responseBody(client.PUT('/api/v1/me/password', { body: { current, next } })),
};

export const setupApi = {
  check: (token: string) => responseBody(client.POST('/api/v1/setup/link', { body: { token } })),
  use: (body: Schemas['SetupBody']) => responseBody(client.POST('/api/v1/setup', { body })),
};

export const staffApi = {
  staff: () => responseBody(client.GET('/api/v1/staff')),
  presenceOfDay: (id: string, day: string | undefined) =>
    responseBody(
      client.GET('/api/v1/staff/{id}/presence', { params: { path: { id }, query: { ...(day && { day }) } } }),
    ),
  forcePresence: (id: string, state: 'not_ready' | 'offline', reason: string) =>
    responseBody(
      client.PUT('/api/v1/staff/{id}/presence', {
        params: { path: { id } },
        body: { state, ...(reason && { reason }) },
      }),
    ),
};
