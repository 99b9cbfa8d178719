import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailAddresses, ReceiveMail } from '#wasl/channels';
import type { Client } from '../../../../test/support/client.js';
import { mailText } from '../../../../test/support/inbound-mail.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const STRANGER = 'no-reply@service.example';

describe('a held message', () => {
  let system: TestSystem;
  let agent: Client;
  beforeAll(async () => {
    system = await startSystem({ mona: {} }, { worker: true });
    agent = await system.signInAs('mona');
  });
  afterAll(() => system.stop());

  const receive = async (from: string, to: string, body: string) =>
    system.api
      .get(ReceiveMail, { strict: false })
      .receive({ from, recipients: [to] }, Buffer.from(mailText({ from, body })));
  const held = async () => {
    const { ticketId } = await receive('person@home.example', 'general@contact.example', 'It is dark.');
    const [row] = await system.database.query<{ number: string }>('SELECT number FROM ticket WHERE id = $1', [
      ticketId,
    ]);
    const number = row!.number;
    const to = system.api.get(MailAddresses, { strict: false }).replyAddress('general', number);
    expect(await receive(STRANGER, to, 'Code 884211')).toMatchObject({ outcome: 'held', ticketId });
    const path = `/api/v1/tickets/${number}/messages`;
    const [message] = (await agent.get(path)).body.data as { id: string }[];
    return { number, path, id: message!.id };
  };
  const messageOf = async (path: string) => ((await agent.get(path)).body.data as unknown[])[0];

  it('should be a note with its sender and the reason', async () => {
    const { path } = await held();
    expect(await messageOf(path)).toMatchObject({
      kind: 'internal_note',
      held: { state: 'waiting', reason: 'not_participant', address: STRANGER, name: null },
    });
  });

  it('should be listed to reviewers until decided, whoever owns the ticket and whatever its status', async () => {
    const [one, other] = [await held(), await held()];
    await agent.post(`/api/v1/tickets/${one.number}/resolve`, { note: 'Mended.' });
    const listed = async () =>
      ((await agent.get('/api/v1/tickets?held=waiting')).body.data as { number: string }[])
        .map(({ number }) => number.replaceAll('-', ''))
        .filter((number) => number === one.number || number === other.number);
    expect(await listed()).toEqual([other.number, one.number]);
    await agent.post(`${one.path}/${one.id}/accept`);
    await agent.post(`${other.path}/${other.id}/dismiss`);
    expect(await listed()).toEqual([]);
    await system.waitUntilIdle();
    const noted = await system.database.query<{ action: string }>(
      `SELECT action FROM audit_entry WHERE action LIKE 'message.%' ORDER BY seq DESC LIMIT 2`,
    );
    expect(noted.map(({ action }) => action).sort()).toEqual(['message.accepted', 'message.dismissed']);
    expect((await agent.get('/api/v1/tickets?held=x')).body.errors).toMatchObject([{ path: 'held' }]);
  });

  it('should become a message once when accepted, with a history entry', async () => {
    const { number, path, id } = await held();
    for (let again = 0; again < 2; again++) {
      const { status, body } = await agent.post(`${path}/${id}/accept`);
      expect([status, body]).toEqual([200, { id, state: 'accepted' }]);
    }
    expect(await messageOf(path)).toMatchObject({ kind: 'requester_message', held: { state: 'accepted' } });
    const { body } = await agent.get(`/api/v1/tickets/${number}/history`);
    const types = (body.data as { type: string }[]).map(({ type }) => type);
    expect(types.filter((type) => type === 'message_accepted')).toHaveLength(1);
    const late = await agent.post(`${path}/${id}/dismiss`);
    expect([late.status, late.body.code]).toEqual([409, 'message.accepted_already']);
  });

  it('should stay a note when it is dismissed', async () => {
    const { path, id } = await held();
    const { status, body } = await agent.post(`${path}/${id}/dismiss`);
    expect([status, body]).toEqual([200, { id, state: 'dismissed' }]);
    expect(await messageOf(path)).toMatchObject({ kind: 'internal_note', held: { state: 'dismissed' } });
  });

  it('should be decided only by staff with access, on its own ticket', async () => {
    const [one, other] = [await held(), await held()];
    for (const action of ['accept', 'dismiss']) {
      expect((await system.anonymous.post(`${one.path}/${one.id}/${action}`)).status).toBe(401);
      const foreign = await agent.post(`${other.path}/${one.id}/${action}`);
      expect([foreign.status, foreign.body.code]).toEqual([404, 'message.not_held']);
    }
  });

  it('should not be split off before a decision', async () => {
    const { number, id } = await held();
    const { status, body } = await agent.post(`/api/v1/tickets/${number}/split`, {
      messages: [id],
      subject: 'Another matter',
    });
    expect([status, body.code]).toEqual([409, 'message.held']);
  });
});
