import { endpointsOf } from '../../../../test/support/endpoints.js';
import {
  PICTURE,
  type ReferralSystem,
  startReferralSystem,
} from '../../../../test/support/referral-system.js';

const MISSING_ID = '00000000-0000-4000-8000-000000000000';
/** Bodies that pass validation, so that a refusal is about the referral. */
const BODIES: Record<string, object> = {
  return: { reason: 'not ours' },
  messages: { kind: 'note', body: 'x' },
  complete: { outcome: 'answered', note: 'x' },
  recall: { reason: 'x' },
  decide: { entity: 'water', reason: 'x' },
};

describe('walls between entities', () => {
  let centre: ReferralSystem;
  let number: string;
  let mine: string;
  let theirs: string;
  let file: string;

  beforeAll(async () => {
    centre = await startReferralSystem({ worker: true });
    number = await centre.fileTicket();
    const picture = await centre.upload('mona', PICTURE);
    await centre.clients.mona!.post(`/api/v1/tickets/${number}/messages`, {
      kind: 'public_reply',
      body: 'shown to the requester',
      attachments: [picture],
    });
    await centre.clients.mona!.post(`/api/v1/tickets/${number}/messages`, {
      kind: 'internal_note',
      body: 'among ourselves',
    });
    mine = await centre.referred(number, { part: { title: 'road' } });
    theirs = await centre.referred(number, {
      entity: 'water',
      part: { title: 'pipe' },
      note: 'the pipe leaks',
    });
    file = picture;
  });
  afterAll(() => centre.stop());

  const endpoints = () =>
    endpointsOf(centre.system).filter(({ path }) => /^\/api\/v1\/(entity\/)?referrals\/:id/.test(path));

  it('should answer an officer of another entity at every endpoint as if there were no such referral', async () => {
    expect(endpoints().length).toBeGreaterThan(12);
    for (const { method, path } of endpoints()) {
      const body = method === 'GET' ? undefined : (BODIES[path.split('/').at(-1)!] ?? {});
      const call = async (id: string) => {
        const at = path.replace(':id', id).replace(':attachment', file);
        const { status, body: answer } = await centre.clients.wafa!.call(method, at, body);
        return [status, answer.code, answer.detail];
      };
      const [status, code, detail] = await call(theirs);
      const denied = code === 'permission.denied';
      expect([path, status, code]).toEqual(
        denied ? [path, 403, 'permission.denied'] : [path, 404, 'referral.not_found'],
      );
      for (const id of [MISSING_ID, 'nonsense']) expect(await call(id)).toEqual([status, code, detail]);
    }
    expect((await centre.clients.mona!.get(`/api/v1/referrals/${theirs}`)).body.state).toBe('sent');
  });

  it('should list to each entity its own, and leave every path to the ticket closed', async () => {
    const listed = async (as: string, query = '') =>
      ((await centre.clients[as]!.get(`/api/v1/referrals${query}`)).body.data as { id: string }[]).map(
        ({ id }) => id,
      );
    expect(await listed('wafa')).toEqual([mine]);
    expect(await listed('wael')).toEqual([theirs]);
    expect(await listed('nour')).toEqual([]);
    expect(await listed('wafa', '?box=sent')).toEqual([]);
    expect((await centre.clients.wafa!.get('/api/v1/referrals?box=arbiter')).status).toBe(403);
    expect(await listed('mona', '?box=sent')).toEqual([theirs, mine]);
    for (const part of ['', '/messages', '/history', '/referrals'])
      expect((await centre.clients.wafa!.get(`/api/v1/tickets/${number}${part}`)).body.code).toBe(
        'ticket.not_found',
      );
    expect((await centre.clients.wafa!.get('/api/v1/tickets')).body.data).toEqual([]);
    expect((await centre.clients.wafa!.get(`/api/v1/attachments/${file}`)).status).toBe(404);
  });

  it('should share no notes of staff and no other referrals', async () => {
    const seen = await centre.clients.wafa!.get(`/api/v1/referrals/${mine}`);
    const text = JSON.stringify(seen.body);
    expect(text).toContain('shown to the requester');
    for (const secret of ['among ourselves', 'pipe', 'water', 'mona']) expect(text).not.toContain(secret);
  });

  it('should open files through the referral as sandboxed downloads, as far as they are shared', async () => {
    const open = await centre.clients.wafa!.get(`/api/v1/referrals/${mine}/attachments/${file}`);
    expect(open.status).toBe(200);
    expect(open.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(open.headers.get('content-security-policy')).toContain('sandbox');
    const narrow = await centre.fileTicket();
    const id = await centre.referred(narrow, { share: { requester: 'none', messages: [], attachments: [] } });
    const seen = await centre.clients.wafa!.get(`/api/v1/referrals/${id}`);
    expect(seen.body.matter).toMatchObject({
      description: null,
      requester: null,
      messages: [],
      attachments: [],
    });
    expect(JSON.stringify(seen.body)).not.toMatch(/Fatima|deep and wet/);
    expect((await centre.clients.wafa!.get(`/api/v1/referrals/${id}/attachments/${file}`)).body.code).toBe(
      'attachment.not_found',
    );
  });

  it('should show files of a referral to neither the requester nor other entities', async () => {
    const own = await centre.fileTicket();
    const id = await centre.referred(own);
    const upload = await centre.upload('wafa', PICTURE);
    await centre.verb('wafa', id, 'messages', { kind: 'note', body: 'see', attachments: [upload] });
    const messages = await centre.clients.mona!.get(`/api/v1/tickets/${own}/messages`);
    expect(messages.body.openingAttachments).toEqual([]);
    expect(JSON.stringify(messages.body)).not.toContain(upload);
    const detail = await centre.clients.mona!.get(`/api/v1/referrals/${id}`);
    expect(detail.body.messages).toMatchObject([
      { from: 'entity', author: 'wafa', attachments: [{ id: upload }] },
    ]);
    expect((await centre.clients.mona!.get(`/api/v1/referrals/${id}/attachments/${upload}`)).status).toBe(
      200,
    );
    expect((await centre.clients.wael!.get(`/api/v1/referrals/${id}/attachments/${upload}`)).status).toBe(
      404,
    );
  });

  it('should refer tickets of a restricted service only for those who opened them, and share what is named', async () => {
    const secret = await centre.fileTicket('family');
    expect((await centre.refer(secret)).body.code).toBe('ticket.not_found');
    expect((await centre.refer(secret, {}, 'root')).body.code).toBe('ticket.reason_required');
    await centre.clients.root!.post(`/api/v1/tickets/${secret}/opening`, { reason: 'to refer it' });
    const sent = await centre.refer(
      secret,
      { share: { requester: 'none', messages: [], attachments: [] } },
      'root',
    );
    expect(sent.status).toBe(201);
    const id = sent.body.id as string;
    expect((await centre.clients.mona!.get(`/api/v1/referrals/${id}`)).body.code).toBe('referral.not_found');
    const all = await centre.clients.mona!.get('/api/v1/referrals?box=sent');
    expect(JSON.stringify(all.body)).not.toContain(id);
    expect((await centre.clients.wafa!.get(`/api/v1/referrals/${id}`)).body.state).toBe('received');
    await centre.system.waitUntilIdle();
    const { body } = await centre.clients.root!.get('/api/v1/admin/audit?action=ticket.read_restricted');
    const readers = (body.data as { actor: { id: string }; detail: { part: string } }[]).map(
      ({ actor, detail }) => [actor.id, detail.part],
    );
    expect(readers).toContainEqual([centre.system.people.wafa!.id, 'referral']);
  });
});
