import { randomUUID } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import supertest from 'supertest';
import { Chats } from '#wasl/channels';
import type { ChatAnswer } from '#wasl/contracts';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { hiddenFieldsOf } from '../../../../test/support/portal-app.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';
import { createPortal } from '../create-portal.js';
import { FormThrottle } from '../forms/form-throttle.js';
import { FormTokens } from '../forms/form-tokens.js';
import type { ChatUpdateView } from './chat-view.js';
import { VisitorTokens } from './visitor-tokens.js';

let system: TestSystem;
let portal: NestExpressApplication;
let url: string;
let agent: Client;
const sockets: Socket[] = [];

describe('A live chat', () => {
  beforeAll(async () => {
    system = await startSystem({ agent: {}, second: {}, boss: { role: 'supervisor' } }, { worker: true });
    portal = await createPortal({ ...system.settings, LOG_LEVEL: 'error' });
    await portal.listen(0, '127.0.0.1');
    url = await portal.getUrl();
    portal.get(FormThrottle).delayIfTooFast = async () => undefined;
    agent = await system.signInAs('agent');
    await agent.connect();
    await agent.subscribe('me');
  });
  afterAll(async () => {
    for (const socket of sockets) socket.close();
    agent?.close();
    await portal?.close();
    await system?.stop();
  });
  afterEach(async () => {
    // Each test begins with an agent without work who is not available. Presence first: a routing round that has
    // read the agents assigns nothing to one whose version has changed since.
    await system.database.query(
      `UPDATE presence SET state = 'not_ready', reason = 'break', wrap_up_until = NULL, next_state = NULL, version = version + 1`,
    );
    await system.waitUntilIdle();
    await system.database.query(`UPDATE work SET state = 'done', agent_id = NULL WHERE state <> 'done'`);
    await system.database.query(
      `UPDATE offer SET state = 'withdrawn', decided_at = now() WHERE state = 'made'`,
    );
  });

  const atWork = () => agent.put('/api/v1/me/presence', { state: 'available' });

  interface Visit {
    number: string;
    digits: string;
    cookie: string;
    token: string;
  }

  /** Starts a chat as a browser with scripts does. */
  async function begin(question: string, more: Record<string, string> = {}): Promise<Visit> {
    const token = portal.get(FormTokens).issue();
    const answer = await supertest(url)
      .post('/en/chat')
      .type('form')
      .send({ token, live: '1', go: 'next', message: question, ...more });
    expect(answer.status).toBe(303);
    const number = /^\/en\/chat\/([\d-]+)$/.exec(answer.headers['location'] as string)![1]!;
    const cookie = (answer.headers['set-cookie'] as unknown as string[])
      .map((one) => one.split(';')[0])
      .join('; ');
    const page = await supertest(url).get(`/en/chat/${number}`).set('Cookie', cookie);
    const visitor = /data-token="([^"]+)"/.exec(page.text)![1]!;
    return { number, digits: number.replaceAll('-', ''), cookie, token: visitor };
  }

  async function enter(token: string, headers: Record<string, string> = {}): Promise<Socket> {
    const socket = io(`${url}/chat`, {
      auth: { token, language: 'en' },
      transports: ['websocket'],
      extraHeaders: headers,
      reconnection: false,
      forceNew: true,
    });
    sockets.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return socket;
  }
  const news = async (socket: Socket, after: string | null = null) =>
    (await socket.emitWithAck('since', { after })) as { ok: true } & ChatUpdateView;
  const say = (socket: Socket, text: string, id: string = randomUUID()) =>
    socket.emitWithAck('say', { id, text }) as Promise<ChatAnswer<{ id: string }>>;
  const heard = (socket: Socket, name: string) =>
    new Promise<void>((resolve) => socket.once(name, () => resolve()));

  /** The agent accepts what the router offers. */
  async function accept(number: string): Promise<void> {
    const { data } = await agent.waitForEvent('offer.made', (event) => event.data.ticket.number === number);
    expect(data.ticket.channel).toBe('chat');
    expect((await agent.post(`/api/v1/offers/${data.id}/accept`)).status).toBe(200);
  }
  const reply = (number: string, body: string) =>
    agent.post(`/api/v1/tickets/${number}/messages`, { kind: 'public_reply', body });
  const one = async <T extends object>(text: string, values: unknown[]): Promise<T> =>
    (await system.database.query<T>(text, values))[0]!;

  describe('Starting a chat', () => {
    it('files a ticket when no agent is available, and without scripts', async () => {
      const page = await supertest(url).get('/en/chat');
      expect(page.text).toContain('Nobody is there to chat');
      const form = { ...hiddenFieldsOf(page.text), go: 'next', message: 'My street is dark' };
      const filed = await supertest(url)
        .post('/en/chat')
        .type('form')
        .send({ ...form, live: '1' });
      expect(filed.headers['location']).toMatch(/^\/en\/receipt\//);
      await atWork();
      const token = portal.get(FormTokens).issue();
      const unscripted = await supertest(url)
        .post('/en/chat')
        .type('form')
        .send({ ...form, token, live: '' });
      expect(unscripted.headers['location']).toMatch(/^\/en\/receipt\//);
    });

    it('keeps typed text and shows validation errors', async () => {
      const page = await supertest(url)
        .post('/ar/chat')
        .type('form')
        .send({
          token: portal.get(FormTokens).issue(),
          go: 'next',
          message: '',
          email: 'no address',
          name: 'سارة',
        });
      expect(page.status).toBe(422);
      expect(page.text).toContain('value="سارة"');
      expect(page.text).toContain('id="email-error"');
      expect(page.text).toContain('id="message-error"');
    });

    it('refuses sockets without a valid conversation token, or from another site', async () => {
      await atWork();
      const { token, digits } = await begin('Question');
      await expect(enter('')).rejects.toThrow('unauthorized');
      await expect(enter(`${token.slice(0, -4)}AAAA`)).rejects.toThrow('unauthorized');
      await expect(enter(token.replace(digits, '264819370521'))).rejects.toThrow('unauthorized');
      await expect(enter(token, { origin: 'https://evil.example' })).rejects.toThrow();
      const tokens = portal.get(VisitorTokens) as unknown as { clock: { now(): Date } };
      const { clock } = tokens;
      tokens.clock = { now: () => new Date(Date.now() + 13 * 3_600_000) };
      await expect(enter(token)).rejects.toThrow('unauthorized');
      tokens.clock = clock;
      await enter(token, { origin: url });
    });

    it('refuses visitors in staff rooms and the staff namespace', async () => {
      await atWork();
      const { token } = await begin('Question');
      for (const [address, name] of [
        [system.url, 'chat'],
        [system.url, 'live'],
        [url, 'live'],
      ]) {
        const socket = io(`${address}/${name}`, {
          auth: { token },
          transports: ['websocket'],
          reconnection: false,
          forceNew: true,
        });
        sockets.push(socket);
        await expect(
          new Promise((resolve, reject) => {
            socket.once('connect', () => resolve('in'));
            socket.once('connect_error', reject);
          }),
        ).rejects.toThrow();
      }
    });

    it('shows a conversation only to its own browser', async () => {
      await atWork();
      const { number } = await begin('Question');
      const answer = await supertest(url).get(`/en/chat/${number}`);
      expect([answer.status, answer.headers['location']]).toEqual([303, `/en/track?number=${number}`]);
    });
  });

  describe('During a chat', () => {
    it('waits in the queue, is offered by the router, and is answered live on the page', async () => {
      const { number, token, digits } = await beginAtWork('Where do I renew my permit?', { name: 'Sara' });
      const socket = await enter(token);
      const waiting = await news(socket);
      expect(waiting).toMatchObject({ stage: 'waiting', canWrite: true });
      expect(waiting.lines.map((line) => line.text)).toEqual(['Where do I renew my permit?']);
      const work = await one<{ units: number; channel: string }>(
        `SELECT w.units, w.channel FROM work w JOIN ticket t ON t.id = w.ticket_id WHERE t.number = $1`,
        [digits],
      );
      expect(work).toEqual({ units: 34, channel: 'chat' });
      const joined = heard(socket, 'news');
      await accept(number);
      await joined;
      await waitFor(async () => (await news(socket)).stage === 'answered', { what: 'an agent' });

      await agent.subscribe(`ticket:${number}`);
      const told = agent.waitForEvent('message.added', (event) => event.data.number === number);
      expect((await say(socket, 'It ends on Sunday')).ok).toBe(true);
      await told;
      const answered = heard(socket, 'news');
      await reply(number, 'At any of our centres.');
      await answered;
      const { lines } = await news(socket);
      expect(lines.map(({ from, text }) => [from, text])).toEqual([
        ['visitor', 'Where do I renew my permit?'],
        ['visitor', 'It ends on Sunday'],
        ['staff', 'At any of our centres.'],
      ]);
      await agent.post(`/api/v1/tickets/${number}/messages`, {
        kind: 'internal_note',
        body: 'Seems in a hurry',
      });
      expect((await news(socket)).lines).toHaveLength(3);
    });

    it('stores a repeated message id once, and replays missed messages', async () => {
      await atWork();
      const { token, number } = await begin('Hello');
      const socket = await enter(token);
      const id = randomUUID();
      const answers = await Promise.all([
        say(socket, 'One', id),
        say(socket, 'One', id),
        say(socket, 'One', id),
      ]);
      expect(answers.filter((answer) => answer.ok).length).toBeGreaterThan(0);
      await waitFor(async () => (await say(socket, 'One', id)).ok, { what: 'the same answer' });
      const before = (await news(socket)).lines;
      expect(before).toHaveLength(2);
      socket.close();
      await agent.post(`/api/v1/tickets/${number}/messages`, {
        kind: 'public_reply',
        body: 'While you were away',
      });
      const again = await enter(token);
      const { lines } = await news(again, before.at(-1)!.id);
      expect(lines.at(-1)!.text).toBe('While you were away');
    });

    it('shows typing notifications to both sides', async () => {
      await atWork();
      const { token, number } = await begin('Hello');
      const socket = await enter(token);
      await agent.subscribe(`ticket:${number}`);
      const typing = heard(socket, 'typing');
      agent.emit('typing', { number });
      await typing;
      const shown = agent.waitForTyping(number);
      socket.emit('typing');
      await shown;
    });

    it('refuses empty and oversized messages, limits the rate, and disconnects floods', async () => {
      await atWork();
      const { token } = await begin('Hello');
      const socket = await enter(token);
      expect(await say(socket, '  ')).toEqual({ ok: false, code: 'request.invalid' });
      expect(await say(socket, 'x'.repeat(4_001))).toEqual({ ok: false, code: 'request.invalid' });
      expect(await say(socket, 'x', 'no-uuid')).toEqual({ ok: false, code: 'request.invalid' });
      const hasty = await Promise.all(Array.from({ length: 21 }, (_, n) => say(socket, `Word ${n}`)));
      expect(hasty.filter((answer) => !answer.ok)).toEqual([{ ok: false, code: 'rate.limited' }]);
      const cut = heard(socket, 'disconnect');
      for (let n = 0; n < 100; n++) socket.emit('typing');
      await cut;
    });

    it('shows the queue position, and the expected wait when enough is known', async () => {
      await system.database.query(`UPDATE presence SET state = 'busy', reason = NULL`);
      const first = await begin('First');
      const second = await begin('Second');
      const socket = await enter(second.token);
      const { status } = await news(socket);
      expect(status).toMatch(/^You are waiting; \d+ chats? (is|are) before yours\./);
      await leave(first);
      await leave(second);
    });
  });

  describe('Ending a chat', () => {
    it('counts as abandoned when the visitor leaves before an answer; the ticket waits as written work', async () => {
      await system.database.query(`UPDATE presence SET state = 'busy', reason = NULL`);
      const visit = await begin('Nobody answers');
      await system.waitUntilIdle();
      const abandonedBefore = await abandonedToday();
      await leave(visit);
      await system.waitUntilIdle();
      await waitFor(async () => (await abandonedToday()) === abandonedBefore + 1, {
        what: 'an abandoned contact',
      });
      const works = await system.database.query<{ channel: string; state: string; units: number }>(
        `SELECT w.channel, w.state, w.units FROM work w JOIN ticket t ON t.id = w.ticket_id WHERE t.number = $1 ORDER BY w.id`,
        [visit.digits],
      );
      expect(works[0]).toEqual({ channel: 'chat', state: 'done', units: 34 });
      expect(works[1]).toMatchObject({ channel: 'web', units: 20 });
      const { ended } = await one<{ ended: boolean }>(
        `SELECT i.ended_at IS NOT NULL AS ended FROM interaction i JOIN ticket t ON t.id = i.ticket_id WHERE t.number = $1`,
        [visit.digits],
      );
      expect(ended).toBe(true);
    });

    it('continues by mail when the visitor is gone, with the unseen messages sent once', async () => {
      const email = `v${Date.now()}@home.example`;
      const visit = await beginAtWork('Where is my parcel?', { email });
      const socket = await enter(visit.token);
      await accept(visit.number);
      await reply(visit.number, 'One moment please');
      await waitFor(async () => (await news(socket)).lines.length === 2, { what: 'the answer' });
      await news(socket, (await news(socket)).lines.at(-1)!.id);
      socket.close();
      await reply(visit.number, 'It is in the depot');
      await system.waitUntilIdle();
      await system.database.query(
        `UPDATE chat SET seen_at = now() - interval '3 minutes'
        WHERE ticket_id = (SELECT id FROM ticket WHERE number = $1)`,
        [visit.digits],
      );
      await portal.get(Chats).endDisconnected();
      // The typed address may be somebody else's: the answer is mailed only after its owner confirms it.
      const link = await waitFor(
        async () => /https?:\S+(\/en\/confirm\/\S+)/.exec((await mailsTo(email)).join('\n'))?.[1],
        { what: 'a link to confirm the address' },
      );
      expect((await mailsTo(email)).filter((text) => text.includes('depot'))).toEqual([]);
      await supertest(url).post(link!).type('form').send({ go: 'confirm' }).expect(200);
      await waitFor(async () => (await mailsTo(email)).some((text) => text.includes('depot')), {
        what: 'a mail',
      });
      await reply(visit.number, 'It leaves tomorrow');
      await waitFor(async () => (await mailsTo(email)).some((text) => text.includes('tomorrow')), {
        what: 'a mail',
      });
      const all = await mailsTo(email);
      expect(all.filter((text) => text.includes('depot'))).toHaveLength(1);
      expect(all.filter((text) => text.includes('One moment'))).toEqual([]);
      const { units } = await one<{ units: number }>(
        `SELECT w.units FROM work w JOIN ticket t ON t.id = w.ticket_id WHERE t.number = $1 AND w.state = 'assigned'`,
        [visit.digits],
      );
      expect(units).toBe(20);
    });

    it('tells the visitor that the ticket is resolved; a further message reopens it', async () => {
      const visit = await beginAtWork('How do I pay?');
      const socket = await enter(visit.token);
      await accept(visit.number);
      await agent.post(`/api/v1/tickets/${visit.number}/resolve`, { note: 'At any bank.' });
      await waitFor(async () => (await news(socket)).stage === 'ended', { what: 'the end' });
      expect(await news(socket)).toMatchObject({ canWrite: true });
      expect((await say(socket, 'And on Sundays?')).ok).toBe(true);
      const { status } = await one<{ status: string }>('SELECT status FROM ticket WHERE number = $1', [
        visit.digits,
      ]);
      expect(status).toBe('open');
    });
  });

  /** With an available agent first, so that the router can offer it. */
  async function beginAtWork(question: string, more: Record<string, string> = {}): Promise<Visit> {
    await atWork();
    return begin(question, more);
  }

  async function leave({ number, cookie }: Visit): Promise<void> {
    const answer = await supertest(url).post(`/en/chat/${number}/leave`).set('Cookie', cookie);
    expect(answer.headers['location']).toBe(`/en/track/${number}`);
  }

  async function abandonedToday(): Promise<number> {
    const rows = await system.database.query<{ n: number }>(
      'SELECT coalesce(sum(abandoned), 0)::int AS n FROM queue_day',
    );
    return rows[0]!.n;
  }

  async function mailsTo(email: string): Promise<string[]> {
    const rows = await system.database.query<{ text: string }>(
      'SELECT body_text AS text FROM outgoing_mail WHERE recipient = $1',
      [email],
    );
    return rows.map((row) => row.text);
  }
});
