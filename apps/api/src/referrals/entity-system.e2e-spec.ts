import { waitFor } from '#wasl/testing';
import type { Answer } from '../../../../test/support/client.js';
import {
  PICTURE,
  type ReferralSystem,
  startReferralSystem,
} from '../../../../test/support/referral-system.js';

const PATH = '/api/v1/entity/referrals';
const WORK = ['referral.work', 'attachment.upload'];

interface Listed {
  id: string;
  state: string;
}

describe('the system of an entity', () => {
  let centre: ReferralSystem;
  let works: string;
  let water: string;

  beforeAll(async () => {
    centre = await startReferralSystem({ worker: true });
    works = (await makeToken('walid', { permissions: WORK })).body.token as string;
    water = (await makeToken('root', { permissions: WORK, entity: 'water' })).body.token as string;
  });
  afterAll(() => centre.stop());

  const makeToken = (as: string, body: object) =>
    centre.clients[as]!.post('/api/v1/tokens', { name: 'x', ...body });
  const bearer = (token: string, more: object = {}) => ({ authorization: `Bearer ${token}`, ...more });
  const get = (token: string, path: string) => centre.system.anonymous.get(path, bearer(token));
  const post = (token: string, path: string, body?: object, key?: string): Promise<Answer> =>
    centre.system.anonymous.post(path, body, bearer(token, key ? { 'idempotency-key': key } : {}));

  /** Reads on from a cursor until there is nothing more. @returns what changed, and the cursor */
  async function readOn(
    token: string,
    after: string | null,
  ): Promise<{ rows: Listed[]; after: string | null }> {
    const rows: Listed[] = [];
    for (let at = after; ;) {
      const { body } = await get(token, `${PATH}?page[size]=3${at ? `&page[after]=${at}` : ''}`);
      const { data, meta } = body as unknown as {
        data: Listed[];
        meta: { hasMore: boolean; after: string | null };
      };
      rows.push(...data);
      at = meta.after;
      if (!meta.hasMore) return { rows, after: at };
    }
  }

  it('should have a token of one entity, which exceeds neither its maker nor what entities may do', async () => {
    expect(
      (await makeToken('walid', { permissions: ['referral.work'], entity: 'works' })).body,
    ).toMatchObject({
      entity: 'works',
      owner: 'walid',
    });
    const other = await makeToken('walid', { permissions: ['referral.work'], entity: 'water' });
    expect(other.body).toMatchObject({ status: 400, errors: [{ path: 'entity', code: 'not_found' }] });
    for (const [as, given] of [
      ['walid', { permissions: ['board.read'] }],
      ['root', { permissions: ['board.read'], entity: 'works' }],
    ] as const)
      expect((await makeToken(as, given)).body).toMatchObject({ status: 403, code: 'permission.denied' });
    expect((await makeToken('wafa', { permissions: ['referral.work'] })).status).toBe(403);
    const listed = await centre.clients.walid!.get('/api/v1/tokens');
    const owners = (listed.body.data as { entity: string }[]).map(({ entity }) => entity);
    expect(new Set(owners)).toEqual(new Set(['works']));
    const all = (await centre.clients.root!.get('/api/v1/tokens')).body.data as {
      id: string;
      entity: string;
    }[];
    const foreign = all.find(({ entity }) => entity === 'water')!;
    expect((await centre.clients.walid!.delete(`/api/v1/tokens/${foreign.id}`)).status).toBe(404);
  });

  it('should see its own referrals and nothing else', async () => {
    const id = await centre.referred(await centre.fileTicket());
    expect((await get(water, `${PATH}/${id}`)).body).toMatchObject({
      status: 404,
      code: 'referral.not_found',
    });
    expect((await post(water, `${PATH}/${id}/accept`)).body.code).toBe('referral.not_found');
    expect((await get(works, `${PATH}/${id}`)).body).toMatchObject({ id, state: 'received' });
    expect((await get(works, '/api/v1/tickets')).status).toBe(403);
    // Staff of the centre have the permission, and no entity.
    expect((await centre.clients.root!.get(PATH)).status).toBe(404);
    expect((await centre.clients.mona!.get(PATH)).status).toBe(403);
  });

  it('should take, ask and complete, each once for each key', async () => {
    const id = await centre.referred(await centre.fileTicket('road'));
    const at = `${PATH}/${id}`;
    for (let n = 0; n < 2; n++) {
      expect((await post(works, `${at}/accept`, {}, 'accept-once')).body).toMatchObject({
        state: 'accepted',
      });
      const asked = await post(works, `${at}/messages`, { kind: 'question', body: 'where?' }, 'ask-once');
      expect(asked.status).toBe(201);
    }
    expect(((await get(works, at)).body.messages as object[]).length).toBe(1);
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(PICTURE)]), 'done.png');
    const upload = await fetch(`${centre.system.url}/api/v1/attachments`, {
      method: 'POST',
      body: form,
      headers: bearer(works),
    });
    const photo = ((await upload.json()) as { id: string }).id;
    const completion = { outcome: 'fixed', note: 'mended', proof: [photo] };
    for (let n = 0; n < 2; n++)
      expect((await post(works, `${at}/complete`, completion, 'complete-once')).body).toMatchObject({
        state: 'completed',
      });
    expect((await get(works, `${at}/attachments/${photo}`)).status).toBe(200);
  });

  it('should miss no change while others change at the same time', async () => {
    const wanted = new Map<string, string>();
    const seen = new Map<string, string>();
    let after: string | null = null;
    let isOver = false;
    const reading = (async () => {
      while (!isOver) {
        const page = await readOn(works, after);
        for (const { id, state } of page.rows) seen.set(id, state);
        after = page.after;
      }
    })();
    const numbers = await Promise.all(Array.from({ length: 12 }, () => centre.fileTicket()));
    await Promise.all(
      numbers.map(async (number, n) => {
        const id = await centre.referred(number);
        wanted.set(id, 'sent');
        if (n % 3 === 0) return;
        await centre.verb('wafa', id, 'accept');
        wanted.set(id, 'accepted');
        if (n % 3 === 1) return;
        await centre.verb('walid', id, 'return', { reason: 'not ours' });
        wanted.set(id, 'returned');
      }),
    );
    await centre.system.waitUntilIdle();
    await waitFor(() => [...wanted].every(([id, state]) => seen.get(id) === state), {
      what: 'the reader to know the last state of each',
    });
    isOver = true;
    await reading;
    expect((await readOn(works, after)).rows).toEqual([]);
  });

  it('should be given the oldest change first, by state and from a time on', async () => {
    const since = new Date().toISOString();
    const first = await centre.referred(await centre.fileTicket());
    const second = await centre.referred(await centre.fileTicket());
    await centre.verb('wafa', first, 'accept');
    await centre.system.waitUntilIdle();
    const ids = async (query: string) =>
      ((await get(works, `${PATH}?${query}`)).body.data as Listed[]).map(({ id }) => id);
    expect(await ids(`updatedAfter=${since}`)).toEqual([second, first]);
    expect(await ids(`updatedAfter=${since}&state=accepted,completed`)).toEqual([first]);
    for (const [query, path] of [
      ['state=lost', 'state'],
      ['updatedAfter=yesterday', 'updatedAfter'],
      ['page[after]=x', 'page[after]'],
    ])
      expect((await get(works, `${PATH}?${query}`)).body).toMatchObject({ status: 400, errors: [{ path }] });
  });

  it('should lose its rights with those of its maker', async () => {
    const { body } = await makeToken('walid', { permissions: ['referral.work'] });
    const token = body.token as string;
    expect((await get(token, PATH)).status).toBe(200);
    await centre.system.database.query(
      `UPDATE staff SET entity_id = (SELECT id FROM entity WHERE key = 'water') WHERE name = 'walid'`,
    );
    expect((await get(token, PATH)).status).toBe(403);
    await centre.system.database.query(
      `UPDATE staff SET entity_id = (SELECT id FROM entity WHERE key = 'works') WHERE name = 'walid'`,
    );
  });
});
