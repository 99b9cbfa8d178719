import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { WebhookSystem } from '../../../../test/support/webhook-system.js';

const PATH = '/api/v1/admin/webhooks';

describe('administration of webhooks', () => {
  let hooks: WebhookSystem;
  let admin: Client;
  beforeAll(async () => {
    hooks = await WebhookSystem.start();
    ({ admin } = hooks);
  });
  afterAll(() => hooks?.stop());

  const change = (id: string, body: object, version: number) =>
    admin.patch(`${PATH}/${id}`, body, { 'if-match': `"${version}"` });

  it.each([
    ['ftp://receiver.example/', 'url', 'url'],
    ['https://name:password@receiver.example/', 'url', 'url'],
    ['https://receiver.example/#part', 'url', 'url'],
    ['https://', 'url', 'url'],
    ['receiver.example', 'url', 'url'],
    [`https://receiver.example/${'x'.repeat(2_000)}`, 'url', 'length'],
  ])('refuses the address %s', async (url, path, code) => {
    const { status, body } = await admin.post(PATH, { url, events: ['ticket.created'] });
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ path, code })]]);
  });

  it('refuses unknown events and fields, and an entity that does not exist', async () => {
    const url = 'https://receiver.example/';
    for (const [more, path] of [
      [{ events: ['ticket.closed'] }, 'events'],
      [{ events: [] }, 'events'],
      [{ events: ['ticket.created'], secret: 'mine' }, 'secret'],
      [{ events: ['ticket.created'], entity: 'nowhere' }, 'entity'],
    ] as const) {
      const { status, body } = await admin.post(PATH, { url, ...more });
      expect([status, (body.errors as { path: string }[])[0]!.path]).toEqual([
        400,
        expect.stringContaining(path),
      ]);
    }
  });

  it('shows the secret once, keeps it sealed, and answers a repeated request alike', async () => {
    const body = {
      url: 'https://receiver.example/a',
      events: ['referral.sent', 'incident.opened', 'referral.sent'],
    };
    const key = { 'idempotency-key': 'one-and-the-same-request' };
    const made = await admin.post(PATH, body, key);
    expect(made).toMatchObject({
      status: 201,
      body: { ...body, events: ['referral.sent', 'incident.opened'], enabled: true, entity: null },
    });
    const secret = made.body.secret as string;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const again = await admin.post(PATH, body, key);
    expect([again.status, again.body.id, again.body.secret]).toEqual([201, made.body.id, secret]);
    expect((await admin.post(PATH, { ...body, url: 'https://other.example/' }, key)).status).toBe(409);
    expect(JSON.stringify((await admin.get(PATH)).body)).not.toContain('whsec_');
    const stored = await hooks.system.database.query<{ text: string }>(
      `SELECT secret::text AS text FROM webhook_secret UNION ALL SELECT answer::text FROM idempotency_key`,
    );
    const bytes = Buffer.from(secret.slice(6), 'base64').toString('hex');
    for (const { text } of stored) {
      expect(text).not.toContain(bytes);
      expect(text ?? '').not.toContain(secret.slice(6));
    }
    expect((await admin.delete(`${PATH}/${made.body.id as string}`)).status).toBe(204);
    expect((await admin.delete(`${PATH}/${made.body.id as string}`)).status).toBe(404);
  });

  it('changes what is given, against the version that was seen', async () => {
    const receiver = await hooks.receiver();
    const webhook = await hooks.create(receiver.url, ['ticket.created']);
    const changed = await change(webhook.id, { events: ['ticket.message_added'] }, 1);
    expect(changed).toMatchObject({
      status: 200,
      body: { url: receiver.url, events: ['ticket.message_added'], version: 2 },
    });
    expect((await change(webhook.id, { enabled: false }, 1)).status).toBe(412);
    expect((await admin.patch(`${PATH}/${webhook.id}`, { enabled: false })).status).toBe(428);
    expect((await change(webhook.id, { entity: 'works' }, 2)).status).toBe(400);
    const disabled = await change(webhook.id, { enabled: false }, 2);
    expect(disabled.body).toMatchObject({ enabled: false, disabledBecause: 'administrator', version: 3 });
    expect((await change(webhook.id, { enabled: true }, 3)).body).toMatchObject({
      enabled: true,
      version: 4,
    });
    await hooks.remove(webhook);
  });

  it('rotates: for a day both secrets sign, then the new one alone', async () => {
    const receiver = await hooks.receiver();
    const webhook = await hooks.create(receiver.url, ['ticket.created']);
    const rotated = await admin.post(`${PATH}/${webhook.id}/rotate`);
    expect(rotated.status).toBe(200);
    const secret = rotated.body.secret as string;
    expect(secret).not.toBe(webhook.secret);
    const hours = (Date.parse(rotated.body.earlierSecretUntil as string) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24.01);
    const [both] = await hooks.told(receiver, await hooks.ticket());
    expect(both!.headers['webhook-signature']).toMatch(/^v1,\S{44} v1,\S{44}$/);
    for (const one of [webhook.secret, secret]) new Webhook(one).verify(both!.body, both!.headers);

    await hooks.system.database.query(
      'UPDATE webhook_secret SET expires_at = now() WHERE webhook_id = $1 AND expires_at IS NOT NULL',
      [webhook.id],
    );
    const [alone] = await hooks.told(receiver, await hooks.ticket());
    expect(alone!.headers['webhook-signature']).toMatch(/^v1,\S{44}$/);
    new Webhook(secret).verify(alone!.body, alone!.headers);
    expect(() => new Webhook(webhook.secret).verify(alone!.body, alone!.headers)).toThrow();
    const answers = [];
    for (let n = 0; n < 4; n++) answers.push(await admin.post(`${PATH}/${webhook.id}/rotate`));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 409]);
    await hooks.remove(webhook);
  });

  it('pages through deliveries, newest first, and repeats one of them', async () => {
    const receiver = await hooks.receiver();
    const webhook = await hooks.create(receiver.url, ['ticket.created']);
    const numbers = [];
    for (let n = 0; n < 5; n++) numbers.push(await hooks.ticket());
    for (const number of numbers) await hooks.told(receiver, number);
    await waitFor(async () => (await hooks.deliveries(webhook, '?state=delivered')).length === 5, {
      what: 'five deliveries',
    });
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { body } = await admin.get(
        `${PATH}/${webhook.id}/deliveries?page[size]=2${after && `&page[after]=${after}`}`,
      );
      seen.push(...(body.data as { ticket: string }[]).map(({ ticket }) => ticket));
      after = (body.meta as { after: string | null }).after;
    }
    expect(seen).toEqual(numbers.toReversed());
    expect(await hooks.deliveries(webhook, '?state=failed')).toEqual([]);
    expect((await admin.get(`${PATH}/${webhook.id}/deliveries?state=lost`)).status).toBe(400);

    const [last] = await hooks.deliveries(webhook, '?page[size]=1');
    expect((await admin.post(`${PATH}/deliveries/${last!.id}/retry`)).status).toBe(204);
    const twice = await hooks.told(receiver, numbers.at(-1)!, 2);
    expect(twice[0]!.id).toBe(twice[1]!.id);
    expect(last!.messageId).toBe(twice[0]!.id);
    expect((await admin.post(`${PATH}/deliveries/${webhook.id}/retry`)).status).toBe(404);
    await hooks.remove(webhook);
  });

  it('sends a test, which is not tried again', async () => {
    const receiver = await hooks.receiver();
    const webhook = await hooks.create(receiver.url, ['ticket.created']);
    receiver.answer = (response) => response.writeHead(500).end();
    const test = await admin.post(`${PATH}/${webhook.id}/test`);
    expect(test.status).toBe(202);
    const failed = await hooks.delivery(webhook, 'webhook.test', ({ state }) => state === 'failed');
    expect(failed).toMatchObject({ id: test.body.id, attempts: 1, lastStatus: 500, ticket: null });
    const [message] = receiver.received;
    expect(message!.data).toEqual({ webhook: webhook.id });
    new Webhook(webhook.secret).verify(message!.body, message!.headers);
    expect((await hooks.webhook(webhook)).enabled).toBe(true);
    await hooks.remove(webhook);
  });

  it('is recorded in the audit trail, without addresses, and is for administrators', async () => {
    const webhook = await hooks.create('https://receiver.example/secret-path', ['ticket.created']);
    await admin.post(`${PATH}/${webhook.id}/rotate`);
    await change(webhook.id, { events: ['ticket.rated'] }, 1);
    await admin.delete(`${PATH}/${webhook.id}`);
    await hooks.system.waitUntilIdle();
    const { body } = await admin.get(`/api/v1/admin/audit?target=${webhook.id}`);
    const entries = body.data as { action: string; detail: object }[];
    expect(entries.map(({ action }) => action).toReversed()).toEqual([
      'config.created',
      'webhook.rotated',
      'config.changed',
      'config.removed',
    ]);
    expect(JSON.stringify(entries)).not.toContain('secret-path');
    const mona = await hooks.system.signInAs('mona');
    expect((await mona.get(PATH)).status).toBe(403);
    expect((await mona.post(PATH, { url: 'https://x.example/', events: ['ticket.created'] })).status).toBe(
      403,
    );
  });
});
