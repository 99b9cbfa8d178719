import { apiUrl } from '#wasl/platform';
import { waitFor } from '#wasl/testing';
import { Authenticator } from '../../../test/support/authenticator.js';
import { createCentre } from '../../../test/support/create-centre.js';
import type { Client } from '../../../test/support/client.js';
import { type Endpoint, endpointsOf } from '../../../test/support/endpoints.js';
import { startSystem, type TestSystem } from '../../../test/support/system.js';

/** Resources of the centre: everybody with the permission may use them. */
const SHARED = [
  /^\/api\/v1\/admin\//,
  /^\/api\/v1\/tickets\/:number/,
  /^\/api\/v1\/queues\/:key/,
  /^\/api\/v1\/(mail|texts)\/:id\/retry$/,
  /^\/api\/v1\/tokens\/:id$/,
  /^\/api\/v1\/requesters\/:id\/care$/,
  /^\/api\/v1\/offers\/:id\/decision$/,
  /^\/api\/v1\/attachments\/:id\/thumbnail/,
  // A callback belongs to the centre, not to one agent.
  /^\/api\/v1\/callbacks\/:id\//,
  // A waiting visitor belongs to the centre until a desk calls them; then only that desk sees the visit.
  /^\/api\/v1\/counter\/visits\/:id\/(call|take|no-show)$/,
  // For supervisors and administrators only, about any agent.
  /^\/api\/v1\/staff\/:id\//,
  /^\/api\/v1\/roster/,
  /^\/api\/v1\/cti\/recordings\/:id\/fetch$/,
  // Of a ticket of the centre, and of one entity: other entities are tested in referrals/walls.e2e-spec.ts.
  /^\/api\/v1\/(entity\/)?referrals\/:id/,
];

/** Resources of one person: for everybody else they do not exist, or are gone. */
const OWNED: Record<
  string,
  {
    thing: 'offer' | 'call' | 'recording' | 'upload' | 'visit' | 'passkey' | 'session';
    body?: object;
    refused: [number, string];
  }
> = {
  'POST /api/v1/offers/:id/accept': { thing: 'offer', refused: [409, 'offer.gone'] },
  'POST /api/v1/offers/:id/decline': {
    thing: 'offer',
    body: { reason: 'busy' },
    refused: [409, 'offer.gone'],
  },
  'GET /api/v1/attachments/:id': { thing: 'upload', refused: [404, 'attachment.not_found'] },
  'POST /api/v1/cti/done/:id': { thing: 'call', refused: [404, 'call.not_found'] },
  'GET /api/v1/cti/recordings/:id': { thing: 'recording', refused: [404, 'recording.not_found'] },
  'POST /api/v1/me/calls/:id/wrap-up': {
    thing: 'call',
    body: { code: 'settled' },
    refused: [404, 'call.not_found'],
  },
  'POST /api/v1/me/calls/:id/control': {
    thing: 'call',
    body: { action: 'hold' },
    refused: [404, 'call.not_found'],
  },
  'POST /api/v1/counter/visits/:id/tickets': {
    thing: 'visit',
    body: { subject: 's', description: 'd', language: 'ar', requester: {} },
    refused: [404, 'visit.not_found'],
  },
  // The named ticket does not exist either, which is checked first, so nothing is revealed about the desk.
  'POST /api/v1/counter/visits/:id/continue': {
    thing: 'visit',
    body: { ticket: '2648-1937-0521', said: 'x' },
    refused: [404, 'ticket.not_found'],
  },
  'POST /api/v1/counter/visits/:id/end': { thing: 'visit', body: {}, refused: [404, 'visit.not_found'] },
  'GET /api/v1/counter/visits/:id/receipt': { thing: 'visit', refused: [404, 'visit.not_found'] },
  'PUT /api/v1/me/passkeys/:id': {
    thing: 'passkey',
    body: { name: 'x' },
    refused: [404, 'passkey.not_found'],
  },
  'DELETE /api/v1/me/sessions/:id': { thing: 'session', refused: [404, 'session.not_found'] },
  'DELETE /api/v1/me/passkeys/:id': { thing: 'passkey', refused: [404, 'passkey.not_found'] },
  'POST /api/v1/me/calls/:id/recording': {
    thing: 'call',
    body: { action: 'consent' },
    refused: [404, 'call.not_found'],
  },
};

const MISSING_ID = '00000000-0000-4000-8000-000000000000';

describe('access to resources of other people', () => {
  let system: TestSystem;
  let mona: Client;
  let ali: Client;
  let endpoints: Endpoint[];
  const things: Record<string, string> = {};

  beforeAll(async () => {
    system = await startSystem(
      { mona: {}, ali: {}, root: { role: 'administrator' } },
      { worker: true, env: { RECORDING_AGENTS_LISTEN: '1' } },
    );
    await system.database.query(`UPDATE staff SET extension = '501' WHERE id = $1`, [system.people.mona!.id]);
    await system.database.query(
      `INSERT INTO reason (use, key, name_ar, name_en) VALUES ('wrap_up', 'settled', 'أُنجز', 'Settled')`,
    );
    [mona, ali] = [await system.signInAs('mona'), await system.signInAs('ali')];
    endpoints = endpointsOf(system).filter(
      ({ path, access }) => path.includes('/:') && access && !('public' in access),
    );
    await haveThings();
  });
  afterAll(() => system.stop());

  /** An offer, a call, an upload, a visit and a passkey that belong to mona. */
  async function haveThings(): Promise<void> {
    const form = new FormData();
    form.append('file', new Blob(['mona’s own']), 'own.txt');
    const uploaded = await fetch(`${system.url}/api/v1/attachments`, {
      method: 'POST',
      body: form,
      headers: { cookie: mona.cookie! },
    });
    things.upload = ((await uploaded.json()) as { id: string }).id;
    await mona.put('/api/v1/me/presence', { state: 'available' });
    await ali.post('/api/v1/tickets', {
      subject: 's',
      description: 'd',
      language: 'ar',
      queue: 'general',
      requester: { name: 'x' },
    });
    things.offer = await waitFor(
      async () => ((await mona.get('/api/v1/me/offers')).body.data as { id: string }[])[0]?.id,
      { within: 20_000, what: 'an offer' },
    );
    await system.anonymous.post(`/api/v1/cti/${system.settings.CTI_TOKEN}`, {
      event: 'newCall',
      callId: 'c1',
      from: '+97317000001',
      to: '80008001',
      direction: 'in',
      user: '501',
    });
    await system.anonymous.post(`/api/v1/cti/${system.settings.CTI_TOKEN}`, {
      event: 'answer',
      callId: 'c1',
      user: '501',
      recording: 'https://pbx.example/c1.wav',
    });
    const [call] = await system.database.query<{ id: string }>(
      'SELECT id FROM interaction WHERE call_id = $1',
      ['c1'],
    );
    things.call = call!.id;
    const [recording] = await system.database.query<{ id: string }>(
      'SELECT id FROM call_recording WHERE interaction_id = $1',
      [call!.id],
    );
    things.recording = recording!.id;
    things.visit = await beginVisit();
    things.passkey = await addPasskey();
    const { body } = await mona.get('/api/v1/me/sessions');
    things.session = (body.data as { id: string }[])[0]!.id;
  }

  async function addPasskey(): Promise<string> {
    const { challenge, options } = (await mona.post('/api/v1/me/passkeys/options')).body;
    const key = new Authenticator(new URL(apiUrl(system.settings)).origin);
    const credential = key.create(options as never);
    const { body } = await mona.post('/api/v1/me/passkeys', { name: 'laptop', challenge, credential });
    return (body.passkey as { id: string }).id;
  }

  /** A visitor is at mona's desk. */
  async function beginVisit(): Promise<string> {
    await createCentre(await system.signInAs('root'));
    await mona.put('/api/v1/me/desk', { centre: 'main', desk: '1' });
    const { id } = (await mona.post('/api/v1/counter/visits')).body as { id: string };
    await mona.post(`/api/v1/counter/visits/${id}/tickets`, {
      subject: 's',
      description: 'd',
      language: 'ar',
      requester: { name: 'x' },
    });
    return id;
  }

  it('should have every endpoint with an id classified as shared or owned', () => {
    const undecided = endpoints
      .filter(({ method, path }) => !OWNED[`${method} ${path}`] && !SHARED.some((one) => one.test(path)))
      .map(({ method, path }) => `${method} ${path}`);
    // A new endpoint must be added to SHARED or OWNED deliberately.
    expect(undecided).toEqual([]);
    const known = endpoints.map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(OWNED).filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(Object.entries(OWNED))(
    'should be refused like a missing resource: %s',
    async (name, { thing, body, refused }) => {
      const [method, path] = name.split(' ') as [string, string];
      const call = async (id: string) => {
        const { status, body: answer } = await ali.call(method, path.replace(':id', id), body);
        return [status, answer.code];
      };
      expect(await call(things[thing]!)).toEqual(refused);
      expect(await call(MISSING_ID)).toEqual(refused);
    },
  );

  it('should be unchanged for its owner', async () => {
    const offers = (await mona.get('/api/v1/me/offers')).body.data as { id: string }[];
    expect(offers.map(({ id }) => id)).toContain(things.offer);
    expect((await mona.get(`/api/v1/attachments/${things.upload}`)).status).toBe(200);
    const passkeys = (await mona.get('/api/v1/me/passkeys')).body.data as { id: string }[];
    expect(passkeys.map(({ id }) => id)).toEqual([things.passkey]);
    const calls = (await mona.get('/api/v1/me/calls')).body.data as { interactionId: string }[];
    expect(calls.map(({ interactionId }) => interactionId)).toEqual([things.call]);
    expect((await mona.post(`/api/v1/cti/done/${things.call}`)).status).toBe(200);
  });
});
