import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { waitFor } from '#wasl/testing';
import { WebhookSystem } from '../../../test/support/webhook-system.js';

const TICKET_EVENTS = ['created', 'changed', 'message_added', 'resolved', 'reopened', 'rated'].map(
  (name) => `ticket.${name}`,
);

describe('delivery to webhooks', () => {
  let hooks: WebhookSystem;
  beforeAll(async () => {
    hooks = await WebhookSystem.start();
  });
  afterAll(() => hooks?.stop());

  it('is signed as Standard Webhooks wants it, to the byte', async () => {
    const receiver = await hooks.receiver();
    const webhook = await hooks.create(receiver.url, ['ticket.created']);
    const number = await hooks.ticket();
    const [message] = await hooks.told(receiver, number);
    const { headers, body } = message!;
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': expect.stringMatching(/^msg_[0-9a-f]{32}$/),
      'webhook-timestamp': expect.stringMatching(/^\d{10}$/),
    });
    const key = Buffer.from(webhook.secret.replace(/^whsec_/, ''), 'base64');
    const signature = createHmac('sha256', key)
      .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
      .digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${signature}`);
    expect(new Webhook(webhook.secret).verify(body, headers)).toEqual(JSON.parse(body));
    expect(() => new Webhook(webhook.secret).verify(body.replace('new', 'old'), headers)).toThrow();
    const { type, timestamp, data, ...more } = JSON.parse(body) as Record<string, unknown>;
    expect([type, data, more]).toEqual([
      'ticket.created',
      { number, queue: 'general', status: 'new', channel: expect.any(String), priority: 'normal' },
      {},
    ]);
    expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    await hooks.remove(webhook);
  });

  it('tells the life of a ticket in order, and neither notes nor anything personal', async () => {
    const receiver = await hooks.receiver();
    const webhook = await hooks.create(receiver.url, TICKET_EVENTS);
    const { body: filed } = await hooks.system.anonymous.post('/api/v1/public/tickets', {
      kind: 'report',
      subject: 'A lamp is out',
      description: 'In front of the school.',
      language: 'en',
      requester: { name: 'Sara Salem', email: 'sara@requester.example', audience: 'citizen' },
    });
    const number = filed.number as string;
    const { id: reply } = await hooks.say(number, 'public_reply');
    await hooks.say(number, 'internal_note');
    expect(
      (await hooks.admin.post(`/api/v1/tickets/${number}/resolve`, { note: 'Repaired.' })).status,
    ).toBeLessThan(300);
    expect((await hooks.admin.post(`/api/v1/tickets/${number}/reopen`, {})).status).toBeLessThan(300);
    expect(
      (await hooks.admin.post(`/api/v1/tickets/${number}/resolve`, { note: 'Now.' })).status,
    ).toBeLessThan(300);
    const rated = await hooks.system.anonymous.post('/api/v1/public/track/rate', {
      number,
      trackingCode: filed.trackingCode,
      score: 4,
      comment: 'Well done',
    });
    expect(rated.status).toBeLessThan(300);
    const told = await waitFor(
      () => (receiver.about(number).at(-1)?.type === 'ticket.rated' ? receiver.about(number) : undefined),
      { within: 20_000, what: 'the rating' },
    );
    const types = told.map(({ type }) => type.replace('ticket.', ''));
    expect(types[0]).toBe('created');
    expect(types.filter((type) => type !== 'changed' && type !== 'created')).toEqual([
      'message_added',
      'resolved',
      'message_added',
      'reopened',
      'resolved',
      'message_added',
      'rated',
    ]);
    const told1 = (type: string) => told.find((message) => message.type === `ticket.${type}`)!.data;
    expect(told1('message_added')).toEqual({
      number,
      queue: 'general',
      message: reply,
      kind: 'public_reply',
    });
    expect(told1('resolved')).toMatchObject({ number, status: 'resolved', version: expect.any(Number) });
    expect(told1('changed')).toMatchObject({ number, changed: expect.arrayContaining(['status']) });
    expect(told1('rated')).toEqual({ number, queue: 'general', score: 4 });
    const versions = told.flatMap(({ data }) => (typeof data.version === 'number' ? [data.version] : []));
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(receiver.received.map(({ body }) => body).join()).not.toMatch(
      /Sara|requester\.example|lamp|school|Repaired|Well done/,
    );
    await hooks.remove(webhook);
  });

  it('tells only what was asked for, of the entity that was asked for', async () => {
    const receiver = await hooks.receiver();
    await hooks.admin.post('/api/v1/admin/entities', { key: 'works', name: { ar: 'الأشغال', en: 'Works' } });
    await hooks.system.database.query(
      `INSERT INTO service (id, code, name_ar, name_en, entity_id, queue_id)
       SELECT gen_random_uuid(), 'roads', 'طرق', 'Roads', e.id, q.id FROM entity e, queue q
        WHERE e.key = 'works' AND q.key = 'general'`,
    );
    const webhook = await hooks.create(receiver.url, ['ticket.created', 'incident.opened'], {
      entity: 'works',
    });
    const other = await hooks.ticket();
    const own = await hooks.ticket({ service: 'roads' });
    await hooks.say(own, 'public_reply');
    await hooks.told(receiver, own);
    await hooks.system.waitUntilIdle();
    expect((await hooks.deliveries(webhook)).map(({ ticket, type }) => [ticket, type])).toEqual([
      [own, 'ticket.created'],
    ]);
    expect(receiver.about(other)).toEqual([]);
    await hooks.remove(webhook);
  });

  it('is tried again after a failure, under the same id, and what follows of the ticket waits for it', async () => {
    const receiver = await hooks.receiver();
    const webhook = await hooks.create(receiver.url, ['ticket.created', 'ticket.message_added']);
    receiver.answer = (response) => response.writeHead(500).end('<p>Out of\u0000 order</p>');
    const first = await hooks.ticket();
    const failed = await hooks.delivery(
      webhook,
      'ticket.created',
      ({ state, attempts }) => state === 'queued' && attempts > 0,
    );
    expect(failed).toMatchObject({ lastStatus: 500, response: '<p>Out of\uFFFD order</p>' });
    const wait = Date.parse(failed.nextAttemptAt!) - Date.now();
    expect(wait).toBeLessThanOrEqual(failed.attempts === 1 ? 5_000 : 300_000);
    // The first is repeated soon: on a busy machine perhaps before it is put off here.
    const attempts = await waitFor(
      async () => {
        const [row] = await hooks.system.database.query<{ attempts: number }>(
          `UPDATE webhook_delivery SET next_attempt_at = now() + interval '1 hour'
            WHERE id = $1 AND state = 'queued' RETURNING attempts`,
          [failed.id],
        );
        return row?.attempts;
      },
      { what: 'the next attempt to be put off' },
    );
    const failures = Array<string>(attempts).fill('ticket.created');
    receiver.answer = (response) => response.writeHead(200).end('thank you');
    await hooks.say(first, 'public_reply');
    // Other tickets do not wait.
    const second = await hooks.ticket();
    await hooks.told(receiver, second);
    expect(receiver.about(first).map(({ type }) => type)).toEqual(failures);
    expect((await hooks.delivery(webhook, 'ticket.message_added', () => true)).attempts).toBe(0);

    await hooks.letTimePass(webhook);
    const told = await hooks.told(receiver, first, attempts + 2);
    expect(told.map(({ type }) => type)).toEqual([...failures, 'ticket.created', 'ticket.message_added']);
    expect(told[0]!.id).toBe(told[attempts]!.id);
    expect(told[0]!.body).toBe(told[attempts]!.body);
    expect(new Set(told.map(({ id }) => id)).size).toBe(2);
    const delivered = await hooks.delivery(
      webhook,
      'ticket.created',
      ({ ticket, state }) => ticket === first && state === 'delivered',
    );
    expect(delivered).toMatchObject({
      attempts: attempts + 1,
      lastStatus: 200,
      response: 'thank you',
      nextAttemptAt: null,
    });
    await hooks.remove(webhook);
  });

  it('to one that does not answer holds up no other, and times out', async () => {
    const [slow, fast] = [await hooks.receiver(), await hooks.receiver()];
    slow.answer = () => undefined;
    const slowHook = await hooks.create(slow.url, ['ticket.created']);
    const fastHook = await hooks.create(fast.url, ['ticket.created']);
    const numbers = [];
    for (let n = 0; n < 8; n++) numbers.push(await hooks.ticket());
    for (const number of numbers) await hooks.told(fast, number);
    // As many at once as one webhook may have, and no more.
    await waitFor(() => slow.received.length >= 4, { what: 'four requests' });
    expect(slow.received).toHaveLength(4);
    const late = await waitFor(
      async () =>
        (await hooks.deliveries(slowHook)).find(
          ({ lastError, state, attempts }) => lastError === 'timeout' && state === 'queued' && attempts === 1,
        ),
      { within: 60_000, what: 'a timeout' },
    );
    expect(late.lastStatus).toBeNull();
    await hooks.remove(slowHook);
    await hooks.remove(fastHook);
  });

  it('counts as made when the answer began with 2xx, and as failed when the line was cut before', async () => {
    const receiver = await hooks.receiver();
    const webhook = await hooks.create(receiver.url, ['ticket.created']);
    receiver.answer = (_response, _, request) => void request.socket.destroy();
    await hooks.ticket();
    expect(
      await hooks.delivery(
        webhook,
        'ticket.created',
        ({ attempts, state }) => attempts > 0 && state === 'queued',
      ),
    ).toMatchObject({
      lastStatus: null,
      lastError: 'ECONNRESET',
    });
    receiver.answer = (response, _, request) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('begun', () => request.socket.destroy());
    };
    await hooks.letTimePass(webhook);
    await hooks.delivery(webhook, 'ticket.created', ({ state }) => state === 'delivered');
    // A body without an end is not waited for.
    receiver.answer = (response) => {
      response.writeHead(202);
      const more = setInterval(() => response.write('x'.repeat(10_000)), 20);
      response.on('close', () => clearInterval(more));
    };
    const endless = await hooks.ticket();
    const taken = await hooks.delivery(
      webhook,
      'ticket.created',
      ({ ticket, state }) => ticket === endless && state === 'delivered',
    );
    expect(taken.response).toHaveLength(501);
    await hooks.remove(webhook);
  });

  it('follows no redirect', async () => {
    const [receiver, elsewhere] = [await hooks.receiver(), await hooks.receiver()];
    const webhook = await hooks.create(receiver.url, ['ticket.created']);
    receiver.answer = (response) => response.writeHead(307, { location: elsewhere.url }).end();
    await hooks.ticket();
    expect(
      await hooks.delivery(
        webhook,
        'ticket.created',
        ({ lastStatus, state }) => lastStatus !== null && state !== 'sending',
      ),
    ).toMatchObject({
      state: 'queued',
      lastStatus: 307,
    });
    expect(elsewhere.received).toEqual([]);
    await hooks.remove(webhook);
  });

  it('reaches no address inside, by number or by name', async () => {
    const inside = await hooks.receiver('127.0.0.2');
    for (const url of [
      inside.url,
      `http://2130706434:${inside.port}/`,
      'http://169.254.169.254/latest',
      'http://[::1]:9/',
    ]) {
      const webhook = await hooks.create(url, ['ticket.created']);
      await hooks.admin.post(`/api/v1/admin/webhooks/${webhook.id}/test`);
      expect(
        await hooks.delivery(
          webhook,
          'webhook.test',
          ({ attempts, state }) => attempts === 1 && state !== 'sending',
        ),
      ).toMatchObject({
        state: 'failed',
        lastError: 'address not allowed',
      });
      await hooks.remove(webhook);
    }
    expect(inside.received).toEqual([]);
  });
});
