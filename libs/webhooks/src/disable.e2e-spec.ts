import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#wasl/testing';
import { WebhookSystem } from '../../../test/support/webhook-system.js';

describe('a webhook whose receiver fails', () => {
  let hooks: WebhookSystem;
  beforeAll(async () => {
    hooks = await WebhookSystem.start();
  });
  afterAll(() => hooks?.stop());

  const mails = (purpose = 'webhook_disabled') =>
    hooks.system.database.query<{ recipient: string; subject: string; body: string }>(
      'SELECT recipient, subject, body_text AS body FROM outgoing_mail WHERE purpose = $1 ORDER BY created_at',
      [purpose],
    );

  it('is disabled at once by 410, and administrators are told on screen and by mail', async () => {
    const receiver = await hooks.receiver();
    const webhook = await hooks.create(receiver.url, ['ticket.created', 'ticket.message_added']);
    await hooks.admin.connect();
    await hooks.admin.subscribe('me');
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    receiver.answer = (response) => void held.then(() => response.writeHead(410).end('gone'));
    const number = await hooks.ticket();
    await hooks.say(number, 'public_reply');
    await hooks.told(receiver, number);
    // The message waits behind the ticket when the answer comes.
    await hooks.delivery(webhook, 'ticket.message_added', ({ state }) => state === 'queued');
    release();
    const notice = await hooks.admin.waitForEvent('notice', ({ data }) => data.kind === 'webhook.disabled');
    expect(notice.data).toEqual({ kind: 'webhook.disabled', webhookId: webhook.id, because: 'gone' });
    expect(await hooks.webhook(webhook)).toMatchObject({
      enabled: false,
      disabledBecause: 'gone',
      disabledAt: expect.any(String),
    });
    expect(await hooks.deliveries(webhook)).toMatchObject([
      { type: 'ticket.message_added', state: 'cancelled', attempts: 0 },
      { type: 'ticket.created', state: 'failed', lastStatus: 410 },
    ]);
    const [mail] = await waitFor(async () => ((await mails()).length > 0 ? mails() : undefined), {
      what: 'a mail',
    });
    expect(mail).toMatchObject({
      recipient: 'root@test.example',
      subject: expect.stringContaining('127.0.0.1'),
    });
    expect(mail!.body).toContain('410');
    expect((await mails()).map(({ recipient }) => recipient)).toEqual(['root@test.example']);
    await hooks.remove(webhook);
  });

  it('is disabled when the last attempt has failed, and told what it missed when it is enabled and replayed', async () => {
    const receiver = await hooks.receiver();
    const webhook = await hooks.create(receiver.url, ['ticket.created']);
    receiver.answer = (response) => response.writeHead(503).end();
    let before = Date.now();
    const number = await hooks.ticket();
    const delays = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
    // On a busy machine the second attempt may have been made before the first was seen.
    for (let seen = 0; seen < delays.length;) {
      const { nextAttemptAt, attempts } = await hooks.delivery(
        webhook,
        'ticket.created',
        (one) => one.state === 'queued' && one.attempts > seen,
      );
      // Counted from the attempt, which was between `before` and now.
      const seconds = delays[attempts - 1]!;
      const next = Date.parse(nextAttemptAt!);
      expect((next - Date.now()) / 1_000).toBeLessThanOrEqual(seconds);
      expect((next - before) / 1_000).toBeGreaterThan(seconds - 1);
      seen = attempts;
      before = Date.now();
      await hooks.letTimePass(webhook);
    }
    await hooks.delivery(
      webhook,
      'ticket.created',
      ({ state, attempts }) => state === 'failed' && attempts === 10,
    );
    expect(await hooks.webhook(webhook)).toMatchObject({ enabled: false, disabledBecause: 'failing' });
    expect(receiver.about(number)).toHaveLength(10);
    expect(new Set(receiver.about(number).map(({ id }) => id)).size).toBe(1);

    // While it is disabled nothing is sent, by no way but a test.
    const missed = await hooks.ticket();
    await hooks.system.waitUntilIdle();
    const path = `/api/v1/admin/webhooks/${webhook.id}`;
    const [failed] = await hooks.deliveries(webhook);
    expect(failed!.ticket).toBe(number);
    for (const answer of [
      await hooks.admin.post(`/api/v1/admin/webhooks/deliveries/${failed!.id}/retry`),
      await hooks.admin.post(`${path}/replay`, { since: '2026-01-01T00:00:00Z' }),
    ])
      expect(answer).toMatchObject({ status: 409, body: { code: 'webhook.disabled' } });
    receiver.answer = (response) => response.writeHead(200).end();
    await hooks.admin.post(`${path}/test`);
    await hooks.delivery(webhook, 'webhook.test', ({ state }) => state === 'delivered');

    const { disabledAt, version } = await hooks.webhook(webhook);
    const enabled = await hooks.admin.patch(path, { enabled: true }, { 'if-match': `"${version}"` });
    expect(enabled).toMatchObject({
      status: 200,
      body: { enabled: true, disabledAt: null, disabledBecause: null },
    });
    const since = await hooks.admin.post(`${path}/replay`, { since: disabledAt });
    expect(since).toMatchObject({ status: 202, body: { events: 1 } });
    await hooks.told(receiver, missed);
    expect(receiver.about(number)).toHaveLength(10);
    const all = await hooks.admin.post(`${path}/replay`, { since: '2026-01-01T00:00:00Z' });
    expect(all.body.events).toBeGreaterThanOrEqual(2);
    await hooks.told(receiver, number, 11);
    const again = await hooks.told(receiver, missed, 2);
    // A repetition has the id of the first time, so that the receiver recognises it.
    expect(new Set(again.map(({ id }) => id)).size).toBe(1);
    expect(new Set(receiver.about(number).map(({ id }) => id)).size).toBe(1);
    expect((await mails()).at(-1)!.body).toContain('more than three days');
    await hooks.remove(webhook);
  });

  it('loses nothing when its worker ends or dies in the middle', async () => {
    const receiver = await hooks.receiver();
    const webhook = await hooks.create(receiver.url, ['ticket.created', 'ticket.message_added']);
    receiver.answer = () => undefined;
    const number = await hooks.ticket();
    await hooks.told(receiver, number);
    await hooks.say(number, 'public_reply');
    await hooks.delivery(webhook, 'ticket.message_added', () => true);
    // As a killed worker leaves it: begun, and its lease is over.
    await hooks.system.database.query(
      `UPDATE webhook_delivery SET next_attempt_at = now() - interval '1 second' WHERE webhook_id = $1 AND state = 'sending'`,
      [webhook.id],
    );
    const [first, second] = await hooks.told(receiver, number, 2);
    expect(second!.id).toBe(first!.id);
    expect(second!.type).toBe('ticket.created');
    // A worker that ends breaks off and gives back what it had begun.
    receiver.answer = (response) => response.writeHead(204).end();
    await hooks.system.startWorker();
    await hooks.system.stopWorker();
    const told = await waitFor(
      () =>
        receiver.about(number).at(-1)?.type === 'ticket.message_added' ? receiver.about(number) : undefined,
      { within: 40_000, what: 'the message' },
    );
    expect(told.at(-2)).toMatchObject({ type: 'ticket.created', id: first!.id });
    await hooks.delivery(webhook, 'ticket.message_added', ({ state }) => state === 'delivered');
    await hooks.remove(webhook);
  });
});
