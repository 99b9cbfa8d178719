import { uuidv7 } from '#wasl/kernel';
import { Router } from '#wasl/routing';
import { formatTicketNumber, parseTicketNumber } from '#wasl/tickets';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../test/support/client.js';
import { type Endpoint, endpointsOf } from '../../../test/support/endpoints.js';
import { LiveServer } from './live/live-server.js';
import { startSystem, type TestSystem } from '../../../test/support/system.js';

/** A well-formed number of no ticket. */
const unknownNumber = () => {
  const digits = Array.from({ length: 10 }, (_, n) => parseTicketNumber(`26000000000${n}`));
  return formatTicketNumber(digits.find((number) => number !== null)!);
};

const MISSING = '0000-0000-0000';
const MISSING_ID = '00000000-0000-4000-8000-000000000000';
/** Bodies that pass validation, so that a refusal is about the ticket. */
const BODIES: Record<string, object> = {
  'PATCH /api/v1/tickets/:number': { priority: 'high' },
  'POST /api/v1/tickets/:number/assign': { assignee: 'me' },
  'POST /api/v1/tickets/:number/transfer': { queue: 'billing' },
  'POST /api/v1/tickets/:number/resolve': { note: 'done' },
  'POST /api/v1/tickets/:number/messages': { kind: 'internal_note', body: 'x' },
  'POST /api/v1/tickets/:number/merge': { into: MISSING },
  'POST /api/v1/tickets/:number/link': { to: MISSING, as: 'related' },
  'POST /api/v1/tickets/:number/split': { messages: [MISSING_ID], subject: 'x' },
  'POST /api/v1/tickets/:number/opening': { reason: 'because' },
};

describe('data walls', () => {
  let system: TestSystem;
  const clients: Record<string, Client> = {};
  const numbers: Record<string, string> = {};
  let file: string;
  let endpoints: Endpoint[];

  beforeAll(async () => {
    system = await startSystem(
      {
        mona: {},
        sana: { role: 'supervisor' },
        root: { role: 'administrator', groups: ['family'], queues: ['billing'] },
        wafa: { role: 'entity_officer', entity: 'works' },
        wael: { role: 'entity_supervisor', entity: 'water' },
        nour: { role: 'entity_officer', entity: 'energy' },
        fadi: { groups: ['family'], queues: ['billing'] },
      },
      { worker: true },
    );
    await system.database.query(`UPDATE entity SET parent_id = (SELECT id FROM entity WHERE key = 'energy')
      WHERE key = 'water'`);
    for (const [code, entity, restricted] of [
      ['road', 'works', false],
      ['leak', 'water', false],
      ['family', 'works', true],
    ] as const)
      await system.database.query(
        `INSERT INTO service (id, code, name_ar, name_en, entity_id, queue_id, restricted, reader_groups)
         SELECT $1, $2, $2, $2, e.id, q.id, $4, CASE WHEN $4 THEN '{family}'::text[] ELSE '{}' END
           FROM entity e, queue q WHERE e.key = $3 AND q.key = 'general'`,
        [uuidv7(), code, entity, restricted],
      );
    for (const name of Object.keys(system.people)) clients[name] = await system.signInAs(name);
    for (const service of ['road', 'leak', 'family', undefined])
      numbers[service ?? 'none'] = await fileTicket(service);
    file = await uploadTo('leak');
    await system.waitUntilIdle();
    endpoints = endpointsOf(system).filter(({ access }) => access && !('public' in access));
  });
  afterAll(async () => {
    for (const client of Object.values(clients)) client.close();
    await system.stop();
  });

  async function fileTicket(service: string | undefined): Promise<string> {
    const { body } = await clients.root!.post('/api/v1/tickets', {
      subject: `burst ${service}`,
      description: 'a pipe burst',
      language: 'en',
      service,
      requester: { name: 'Fatima', phone: '+97317123456' },
    });
    return body.number as string;
  }

  async function uploadTo(service: string): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob(['a picture']), 'leak.txt');
    const answer = await fetch(`${system.url}/api/v1/attachments`, {
      method: 'POST',
      body: form,
      headers: { cookie: clients.root!.cookie! },
    });
    const { id } = (await answer.json()) as { id: string };
    await clients.root!.post(`/api/v1/tickets/${numbers[service]}/messages`, {
      kind: 'internal_note',
      body: 'the picture',
      attachments: [id],
    });
    return id;
  }

  const listed = async (name: string, query = '') => {
    const { body } = await clients[name]!.get(`/api/v1/tickets${query}`);
    return (body.data as { service: string | null }[]).map(({ service }) => service ?? 'none').sort();
  };

  it.each([
    ['mona', ['leak', 'none', 'road']],
    ['sana', ['leak', 'none', 'road']],
    ['root', ['family', 'leak', 'none', 'road']],
    ['fadi', ['family', 'leak', 'none', 'road']],
    ['wafa', ['road']],
    ['wael', ['leak']],
    ['nour', ['leak']],
  ])('should show %s in lists, search and exports only %j', async (name, expected) => {
    expect(await listed(name)).toEqual(expected);
    expect(await listed(name, '?q=burst')).toEqual(expected);
    expect(await listed(name, '?q=%2B97317123456')).toEqual(expected);
    const exported = await clients[name]!.get('/api/v1/tickets/export?format=csv');
    // The first line names the columns.
    expect(String(exported.body.text).trim().split('\n')).toHaveLength(expected.length + 1);
    const similar = await clients[name]!.post('/api/v1/tickets/similar', { phone: '+97317123456' });
    expect(similar.body.data).toHaveLength(expected.length);
  });

  /** Every way to a ticket, as an officer of another entity would try it. */
  const pathsTo = (number: string) =>
    endpoints
      .filter(({ path }) => path.includes('/tickets/:number'))
      .map(({ method, path }) => ({
        name: `${method} ${path}`,
        method,
        path: path
          .replace(':number', number)
          .replace(/:(id|to)/, (_, at) => (at === 'to' ? MISSING : MISSING_ID)),
      }));

  it('should refuse an officer of another entity at every endpoint as if there were no such ticket', async () => {
    const ways = pathsTo(numbers.leak!);
    expect(ways.length).toBeGreaterThan(20);
    const headers = { 'if-match': '"1"' };
    const ofNone = pathsTo(unknownNumber());
    for (const [n, { name, method, path }] of ways.entries()) {
      const body = method === 'GET' || method === 'DELETE' ? undefined : (BODIES[name] ?? {});
      const other = await clients.wafa!.call(method, path, body, headers);
      const none = await clients.wafa!.call(method, ofNone[n]!.path, body, headers);
      const denied = other.body.code === 'permission.denied';
      expect([name, other.status, other.body.code]).toEqual(
        denied ? [name, 403, 'permission.denied'] : [name, 404, 'ticket.not_found'],
      );
      expect([name, none.status, none.body.code]).toEqual([name, other.status, other.body.code]);
    }
  });

  it('should hold no name or number of other entities in any list that an officer may read', async () => {
    const lists = endpoints.filter(
      ({ method, path, access }) =>
        method === 'GET' && !path.includes(':') && access && !path.includes('oidc'),
    );
    for (const { path } of lists) {
      const { status, body } = await clients.wafa!.get(
        path === '/api/v1/promises' ? `${path}?numbers=${numbers.leak}` : path,
      );
      if (status !== 200) continue;
      const text = JSON.stringify(body);
      const found = [numbers.none!, numbers.family!, 'mona', 'wael', 'burst leak'].filter((part) =>
        text.includes(part),
      );
      expect([path, found]).toEqual([path, []]);
      if (path === '/api/v1/promises') expect(body.data).toEqual([{ number: numbers.leak, promises: [] }]);
    }
  });

  it('should refuse files, merging, linking and assigning across a wall', async () => {
    expect((await clients.wafa!.get(`/api/v1/attachments/${file}`)).body.code).toBe('attachment.not_found');
    expect((await clients.wafa!.get(`/api/v1/attachments/${file}/thumbnail`)).status).toBe(404);
    expect((await clients.wael!.get(`/api/v1/attachments/${file}`)).status).toBe(200);
    const road = `/api/v1/tickets/${numbers.road}`;
    for (const [path, body] of [
      ['merge', { into: numbers.leak }],
      ['link', { to: numbers.leak, as: 'related' }],
    ] as const)
      expect((await clients.wafa!.post(`${road}/${path}`, body)).body.code).toBe('ticket.not_found');
    const given = await clients.sana!.post(`${road}/assign`, { assignee: system.people.wael!.id });
    expect(given.body).toMatchObject({ status: 400, errors: [{ path: 'assignee', code: 'not_found' }] });
  });

  it('should leave links to what one may not read out', async () => {
    const path = `/api/v1/tickets/${numbers.road}`;
    await clients.sana!.post(`${path}/link`, { to: numbers.leak, as: 'related' });
    expect((await clients.sana!.get(`${path}/links`)).body.data).toHaveLength(1);
    expect((await clients.wafa!.get(`${path}/links`)).body.data).toEqual([]);
  });

  it('should refuse rooms of tickets, queues and boards', async () => {
    const { wafa, wael } = clients as Record<string, Client>;
    await wafa!.connect();
    await wael!.connect();
    expect(await wafa!.subscribe(`ticket:${numbers.leak}`)).toEqual({ ok: false, code: 'ticket.not_found' });
    expect(await wael!.subscribe(`ticket:${numbers.leak}`)).toMatchObject({ ok: true });
    for (const room of ['board', 'queue:general'])
      expect(await wafa!.subscribe(room)).toEqual({ ok: false, code: 'permission.denied' });
  });

  it('should take whoever looks at a ticket out of its room once it is moved behind a wall', async () => {
    const room = `ticket:${numbers.road}`;
    const events = () => clients.wafa!.events.filter((event) => event.room === room);
    expect(await clients.wafa!.subscribe(room)).toMatchObject({ ok: true });
    const path = `/api/v1/tickets/${numbers.road}`;
    const change = async (patch: object) => {
      const { version } = (await clients.sana!.get(path)).body;
      expect((await clients.sana!.patch(path, patch, { 'if-match': `"${version}"` })).status).toBe(200);
      await system.waitUntilIdle();
    };
    await change({ service: 'leak' });
    await waitFor(() => events().length > 0, { what: 'the last event of the room' });
    const live = system.api.get(LiveServer);
    await waitFor(async () => (await live.recheckEntitlements(), true), { what: 'rooms to be checked' });
    const before = events().length;
    await change({ priority: 'low' });
    await clients.wafa!.subscribe('me');
    expect(events()).toHaveLength(before);
    await change({ service: 'road' });
  });

  it('should limit agents to the queues they serve where the centre says so, and nobody above them', async () => {
    const policy = '/api/v1/admin/reading-policy';
    expect((await clients.root!.put(policy, { agentsRead: 'served_queues' })).status).toBe(200);
    expect((await clients.root!.get(policy)).body).toEqual({ agentsRead: 'served_queues' });
    expect(await listed('fadi')).toEqual([]);
    expect((await clients.fadi!.get(`/api/v1/tickets/${numbers.leak}`)).status).toBe(404);
    expect((await clients.fadi!.get('/api/v1/queues/general/live')).status).toBe(404);
    expect((await clients.fadi!.get('/api/v1/queues/billing/live')).status).toBe(200);
    expect(await listed('mona')).toEqual(['leak', 'none', 'road']);
    expect(await listed('sana')).toEqual(['leak', 'none', 'road']);
    const given = await clients.sana!.post(`/api/v1/tickets/${numbers.leak}/assign`, {
      assignee: system.people.fadi!.id,
    });
    expect(given.status).toBe(200);
    expect(await listed('fadi')).toEqual(['leak']);
    await clients.root!.put(policy, { agentsRead: 'all' });
    expect(await listed('fadi')).toHaveLength(4);
  });

  interface Offer {
    id: string;
    ticket: { number: string; subject: string };
  }
  const offersOf = async (name: string) =>
    (await clients[name]!.get('/api/v1/me/offers')).body.data as Offer[];
  const offerOf = (name: string, number: string) =>
    waitFor(async () => (await offersOf(name)).find(({ ticket }) => ticket.number === number), {
      within: 20_000,
      what: 'the offer',
    });
  const workOf = async (number: string) => {
    const [row] = await system.database.query<{ state: string; agent: string | null }>(
      'SELECT w.state, s.name AS agent FROM work w JOIN ticket t ON t.id = w.ticket_id LEFT JOIN staff s ON s.id = w.agent_id WHERE t.number = $1',
      [number.replaceAll('-', '')],
    );
    return row!;
  };
  async function changeGroups(name: string, groups: string[]): Promise<void> {
    const path = `/api/v1/admin/users/${system.people[name]!.id}`;
    const { version } = (await clients.root!.get(path)).body;
    const { status } = await clients.root!.patch(path, { groups }, { 'if-match': `"${version}"` });
    expect(status).toBe(200);
  }
  async function changeReaders(patch: object): Promise<void> {
    const path = '/api/v1/admin/services/family';
    const { version } = (await clients.root!.get(path)).body;
    const { status } = await clients.root!.patch(path, patch, { 'if-match': `"${version}"` });
    expect(status).toBe(200);
  }

  it('should offer a restricted ticket to nobody outside of its groups', async () => {
    await clients.mona!.put('/api/v1/me/presence', { state: 'available' });
    const taken: string[] = [];
    while (taken.length < 2) {
      const [offer] = await waitFor(
        async () => {
          const offers = await offersOf('mona');
          return offers.length > 0 && offers;
        },
        { within: 20_000, what: 'an offer' },
      );
      taken.push(offer!.ticket.number);
      expect((await clients.mona!.post(`/api/v1/offers/${offer!.id}/accept`)).status).toBe(200);
    }
    expect(taken.sort()).toEqual([numbers.road, numbers.none].sort());
    await system.waitUntilIdle();
    expect(await system.api.get(Router).round('main')).toBe(0);
    expect(await workOf(numbers.family!)).toEqual({ state: 'waiting', agent: null });
  });

  it('should tell supervisors that nobody who serves the queue may read its restricted service', async () => {
    const queue = async () =>
      (
        (await clients.root!.get('/api/v1/admin/queues')).body.data as { key: string; unserved: string }[]
      ).find(({ key }) => key === 'general')!.unserved;
    expect(await waitFor(queue, { what: 'the reason' })).toBe('no_readers');
  });

  it('should offer it once a person joins a group, and withdraw the offer from whoever leaves meanwhile', async () => {
    await changeGroups('mona', ['family']);
    const { id, ticket } = await offerOf('mona', numbers.family!);
    expect(ticket.subject).toBe('burst family');
    await changeGroups('mona', []);
    expect((await offersOf('mona'))[0]!.ticket.subject).toBe('—');
    expect((await clients.mona!.post(`/api/v1/offers/${id}/accept`)).body.code).toBe('offer.gone');
    expect(await offersOf('mona')).toEqual([]);
    expect(await workOf(numbers.family!)).toEqual({ state: 'waiting', agent: null });
    expect((await clients.mona!.get('/api/v1/me/presence')).body.state).toBe('available');
  });

  it('should offer it once its service opens, and take it from an owner to whom it closes', async () => {
    await changeReaders({ restricted: false });
    const { id } = await offerOf('mona', numbers.family!);
    expect((await clients.mona!.post(`/api/v1/offers/${id}/accept`)).status).toBe(200);
    expect(await workOf(numbers.family!)).toEqual({ state: 'assigned', agent: 'mona' });
    const path = `/api/v1/tickets/${numbers.family}`;
    const move = async (service: string) => {
      const { version } = (await clients.root!.get(path)).body;
      const { status } = await clients.root!.patch(path, { service }, { 'if-match': `"${version}"` });
      expect(status).toBe(200);
    };
    await move('road');
    await changeReaders({ restricted: true });
    expect(await workOf(numbers.family!)).toEqual({ state: 'assigned', agent: 'mona' });
    await move('family');
    expect(await workOf(numbers.family!)).toEqual({ state: 'waiting', agent: null });
  });

  it('should return open tickets to their queue once their owner may no longer read them', async () => {
    const own = async (service: string, name: string) => {
      const number = await fileTicket(service);
      const given = await clients.root!.post(`/api/v1/tickets/${number}/opening`, { reason: 'to assign it' });
      expect(given.status).toBe(200);
      const assignee = system.people[name]!.id;
      expect((await clients.root!.post(`/api/v1/tickets/${number}/assign`, { assignee })).status).toBe(200);
      return number;
    };
    const ownerOf = async (number: string) => {
      const [row] = await system.database.query<{ owner: string | null }>(
        'SELECT s.name AS owner FROM ticket t LEFT JOIN staff s ON s.id = t.assignee_id WHERE t.number = $1',
        [number.replaceAll('-', '')],
      );
      return row!.owner;
    };
    const returned = (number: string) =>
      waitFor(async () => (await ownerOf(number)) === null, { within: 30_000, what: 'the ticket to return' });
    const [open, ofOfficer] = [await own('road', 'fadi'), await own('leak', 'wael')];
    const byGroups = await own('family', 'fadi');
    await changeGroups('fadi', ['health']);
    await returned(byGroups);
    expect(await workOf(byGroups)).toEqual({ state: 'waiting', agent: null });
    await changeGroups('fadi', ['family']);
    const byService = await own('family', 'fadi');
    await changeReaders({ readerGroups: ['minors'] });
    await returned(byService);
    await changeReaders({ readerGroups: ['family'] });
    const path = `/api/v1/admin/users/${system.people.wael!.id}`;
    const moveTo = async (entity: string) => {
      const { version } = (await clients.root!.get(path)).body;
      expect((await clients.root!.patch(path, { entity }, { 'if-match': `"${version}"` })).status).toBe(200);
    };
    await moveTo('works');
    await returned(ofOfficer);
    await moveTo('water');
    expect(await ownerOf(open)).toBe('fadi');
  });

  it('should not leave a restricted ticket with whoever files it outside of its groups', async () => {
    const file = (name: string) =>
      clients[name]!.post('/api/v1/tickets', {
        subject: 'burst again',
        description: 'a pipe burst',
        language: 'en',
        service: 'family',
        takeIt: true,
        requester: { name: 'Fatima', phone: '+97317123456' },
      });
    const outside = (await file('sana')).body;
    expect(outside).toMatchObject({ status: 'new', assignee: null });
    expect((await file('root')).body).toMatchObject({ status: 'open', assignee: { name: 'root' } });
    const given = await clients.root!.post(`/api/v1/tickets/${outside.number}/assign`, {
      assignee: system.people.mona!.id,
    });
    expect(given.body).toMatchObject({ status: expect.any(Number) });
    expect(given.status).not.toBe(200);
  });

  it('should open a restricted ticket only to its group, and only for a reason that is audited', async () => {
    const path = `/api/v1/tickets/${numbers.family}`;
    expect((await clients.sana!.get(path)).body.code).toBe('ticket.not_found');
    expect((await clients.sana!.post(`${path}/opening`, { reason: 'curious' })).status).toBe(404);
    for (const part of ['', '/messages', '/history'])
      expect((await clients.fadi!.get(path + part)).body.code).toBe('ticket.reason_required');
    expect((await clients.fadi!.post(`${path}/opening`, { reason: 'the court asks' })).status).toBe(200);
    for (const part of ['', '/messages', '/history'])
      expect((await clients.fadi!.get(path + part)).status).toBe(200);
    const merged = await clients.fadi!.post(`${path}/merge`, { into: numbers.road });
    expect(merged.body).toMatchObject({ status: 409, code: 'ticket.merge_restricted' });
    await system.waitUntilIdle();
    const { body } = await clients.root!.get('/api/v1/admin/audit?action=ticket.opened_restricted');
    const actor = system.people.fadi!.id;
    const entries = body.data as { actor: { id: string } }[];
    expect(entries.filter((entry) => entry.actor.id === actor)).toMatchObject([
      { detail: { reason: 'the court asks' } },
    ]);
    const read = await clients.root!.get(
      `/api/v1/admin/audit?action=ticket.read_restricted&actor=${system.people.fadi!.id}`,
    );
    expect((read.body.data as unknown[]).length).toBeGreaterThan(3);
  });
});
