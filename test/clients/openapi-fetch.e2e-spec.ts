import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '#wasl/sdk';
import { startSystem, type TestSystem } from '../support/system.js';

/** A program of strangers: the types come from the document alone (openapi-typescript), the calls from openapi-fetch. */
describe('a client generated from the OpenAPI document', () => {
  let system: TestSystem;
  let api: Client<paths>;
  beforeAll(async () => {
    system = await startSystem({ root: { role: 'administrator' } });
    const root = await system.signInAs('root');
    const made = await root.post('/api/v1/tokens', {
      name: 'program',
      permissions: ['ticket.create', 'ticket.read', 'ticket.reply', 'ticket.update'],
    });
    expect(made.status).toBe(201);
    const authorization = `Bearer ${String(made.body.token)}`;
    api = createClient<paths>({ baseUrl: system.url, headers: { authorization } });
  });
  afterAll(() => system.stop());

  const create = async (subject: string) => {
    const { data, error, response } = await api.POST('/api/v1/tickets', {
      body: {
        subject,
        description: 'The light before house 12 is out.',
        language: 'ar',
        queue: 'general',
        requester: { name: 'Mona' },
      },
    });
    expect(error).toBeUndefined();
    return { ticket: data!, location: response.headers.get('location') };
  };

  it('should create, reply, change with If-Match, and read pages', async () => {
    const { ticket, location } = await create('one');
    expect(location).toBe(`${system.url}/api/v1/tickets/${ticket.number}`);
    const path = { number: ticket.number };
    const reply = await api.POST('/api/v1/tickets/{number}/messages', {
      params: { path },
      body: { kind: 'internal_note', body: 'A technician comes tomorrow.' },
    });
    expect(reply.response.status).toBe(201);

    const read = await api.GET('/api/v1/tickets/{number}', { params: { path } });
    const change = (etag: string) =>
      api.PATCH('/api/v1/tickets/{number}', {
        params: { path, header: { 'If-Match': etag } },
        body: { priority: 'high' },
      });
    const etag = read.response.headers.get('etag')!;
    expect((await change(etag)).data?.priority).toBe('high');
    const stale = await change(etag);
    // Refusals have a type, too.
    expect([stale.response.status, stale.error?.code]).toEqual([412, 'version.stale']);

    for (const subject of ['two', 'three']) await create(subject);
    const subjects: string[] = [];
    let after: string | null = null;
    do {
      const query: { 'page[size]': number; 'page[after]'?: string } = { 'page[size]': 2 };
      if (after !== null) query['page[after]'] = after;
      const page = await api.GET('/api/v1/tickets', { params: { query } });
      subjects.push(...page.data!.data.map((one) => one.subject));
      after = page.data!.meta.hasMore ? page.data!.meta.after : null;
    } while (after !== null);
    expect(subjects.sort()).toEqual(['one', 'three', 'two']);
  });

  it('should be refused without a token, with a typed problem', async () => {
    const { error, response } = await createClient<paths>({ baseUrl: system.url }).GET('/api/v1/tickets');
    expect([response.status, error?.code]).toEqual([401, 'session.required']);
  });
});
