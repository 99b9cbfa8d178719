import { readFileSync, writeFileSync } from 'node:fs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { type Role, ROLES } from '#wasl/contracts';
import { waitFor } from '#wasl/testing';
import type { LIVE_EVENTS } from '../../apps/api/src/live/live-events.js';
import { LiveServer } from '../../apps/api/src/live/live-server.js';
import { ROOM_ACCESS, type RoomKind } from '../../apps/api/src/live/rooms.js';
import type { CHAT_EVENTS } from '../../apps/portal/src/chat/chat-events.js';
import { createPortal } from '../../apps/portal/src/create-portal.js';
import { startChat } from '../support/start-chat.js';
import type { Client } from '../support/client.js';
import { NAMESPACES } from '../support/namespaces.js';
import { startSystem, type TestSystem } from '../support/system.js';

const LIST = 'test/socket-access-list.txt';

interface Actor {
  name: string;
  auth?: object;
  cookie?: string;
}
type Answer = { ok: boolean; code?: string };

describe('permissions of sockets', () => {
  let system: TestSystem;
  let portal: NestExpressApplication;
  let addresses: Record<'api' | 'portal', string>;
  let administrator: Client;
  let actors: Actor[];
  let number: string;
  let mine: { number: string; token: string };
  let other: { number: string; token: string };
  const sockets: Socket[] = [];

  beforeAll(async () => {
    const people = Object.fromEntries(ROLES.map((role) => [role, { role }])) as Record<Role, { role: Role }>;
    const more = { demoted: { role: 'supervisor' as const }, disabled: {}, signedout: {} };
    system = await startSystem({ ...people, ...more });
    portal = await createPortal({ ...system.settings, LOG_LEVEL: 'silent' });
    await portal.listen(0, '127.0.0.1');
    addresses = { api: system.url, portal: await portal.getUrl() };
    administrator = await system.signInAs('administrator');
    const agent = await system.signInAs('agent');
    await agent.put('/api/v1/me/presence', { state: 'available' });
    [mine, other] = [await startChat(portal, 'Mine'), await startChat(portal, 'Of another')];
    number = (
      await agent.post('/api/v1/tickets', {
        subject: 's',
        description: 'd',
        language: 'en',
        queue: 'general',
        requester: { name: 'x' },
      })
    ).body.number as string;
    const token = async (...permissions: string[]) =>
      (await administrator.post('/api/v1/tokens', { name: 'program', permissions })).body.token as string;
    actors = [
      { name: 'anonymous' },
      ...(await Promise.all(
        ROLES.map(async (role) => ({ name: role, cookie: (await system.signInAs(role)).cookie! })),
      )),
      { name: 'token for ticket.read', auth: { token: await token('ticket.read') } },
      { name: 'token for board.read', auth: { token: await token('board.read') } },
      { name: 'wrong token', auth: { token: 'guess' } },
      { name: 'visitor of a chat', auth: { token: mine.token } },
    ];
  });
  afterAll(async () => {
    for (const socket of sockets) socket.close();
    await portal?.close();
    await system?.stop();
  });

  /** @throws the server's refusal */
  async function enter(server: 'api' | 'portal', namespace: string, actor: Actor): Promise<Socket> {
    const socket = io(addresses[server] + namespace, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      ...(actor.auth && { auth: actor.auth }),
      ...(actor.cookie && { extraHeaders: { cookie: actor.cookie } }),
    });
    sockets.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return socket;
  }
  const ask = (socket: Socket, event: string, payload?: unknown) =>
    socket.timeout(30_000).emitWithAck(event, ...(payload === undefined ? [] : [payload])) as Promise<Answer>;
  const shown = ({ ok, code }: Answer) => (ok ? 'ok' : code!);

  it('should match test/socket-access-list.txt, for every room, event and role', async () => {
    const rooms: Record<RoomKind, string> = {
      me: 'me',
      board: 'board',
      queue: 'queue:general',
      ticket: `ticket:${number}`,
      referrals: 'referrals:works',
    };
    const live: Record<keyof typeof LIVE_EVENTS, unknown> = {
      subscribe: { room: 'me' },
      unsubscribe: { room: 'me' },
      typing: { number },
      probe: undefined,
    };
    const chat: Record<keyof typeof CHAT_EVENTS, unknown> = {
      since: { after: null },
      say: { id: '6f1c7a0e-98a3-4c1e-9c59-0d6f2f2a7b11', text: 'Hello' },
      typing: undefined,
    };
    const valid: Record<string, Record<string, unknown>> = { '/live': live, '/chat': chat };
    const listed: string[] = [];
    for (const { name, server, events } of NAMESPACES) {
      for (const actor of actors) {
        const answers = new Map<string, string>();
        try {
          const socket = await enter(server, name, actor);
          if (name === '/live')
            for (const kind of Object.keys(ROOM_ACCESS) as RoomKind[])
              answers.set(`ROOM ${kind}`, shown(await ask(socket, 'subscribe', { room: rooms[kind] })));
          for (const event of Object.keys(events))
            answers.set(`EVENT ${event}`, shown(await ask(socket, event, valid[name]![event])));
          answers.set('EVENT undeclared', shown(await ask(socket, 'undeclared', {})));
          socket.close();
        } catch (error) {
          answers.set('ENTER', (error as Error).message);
        }
        for (const [what, answer] of answers) listed.push(`${name} ${what} · ${actor.name} → ${answer}`);
      }
    }
    // A new room, event or role must be added to the list deliberately: UPDATE_ACCESS_LIST=1 npm test -- socket-access
    if (process.env.UPDATE_ACCESS_LIST === '1') writeFileSync(LIST, `${listed.join('\n')}\n`);
    expect(listed).toEqual(readFileSync(LIST, 'utf8').trim().split('\n'));
  });

  it.each([
    [''],
    ['ME'],
    ['me '],
    ['me:00000000-0000-4000-8000-000000000000'],
    ['board\0'],
    ['queue:'],
    ['queue:../general'],
    ['queue:general\0'],
    ['queue:GENERAL'],
    ['ticket:'],
    ['ticket:1'],
    ['ticket:0000-0000-0000'],
    ['ticket:__proto__'],
    ['session:1'],
    ['person:1'],
    ['chat:0000-0000-0000'],
    ['*'],
    ['x'.repeat(81)],
    ['\u202eeuueuq'],
  ])('should refuse the room %j to an administrator', async (room) => {
    const socket = await enter('api', '/live', { name: '', cookie: administrator.cookie! });
    const answer = await ask(socket, 'subscribe', { room });
    expect(['room.unknown', 'request.invalid', 'ticket.not_found']).toContain(answer.code);
    socket.close();
  });

  it('should show visitors only their own conversation', async () => {
    const [one, two] = [
      await enter('portal', '/chat', { name: '', auth: { token: mine.token } }),
      await enter('portal', '/chat', { name: '', auth: { token: other.token } }),
    ];
    await ask(two, 'say', { id: '0d6f2f2a-98a3-4c1e-9c59-6f1c7a0e7b11', text: 'For nobody else' });
    expect(JSON.stringify(await ask(two, 'since', {}))).toContain('For nobody else');
    expect(JSON.stringify(await ask(one, 'since', {}))).not.toContain('nobody else');
    // Nor by its name.
    const named = await ask(one, 'since', { after: null, number: other.number });
    expect(named).toEqual({ ok: false, code: 'request.invalid' });
  });

  describe('while a socket is open', () => {
    const change = async (who: string, patch: object) => {
      const path = `/api/v1/admin/users/${system.people[who]!.id}`;
      const { version } = (await administrator.get(path)).body;
      const answer = await administrator.patch(path, patch, { 'if-match': `"${String(version)}"` });
      expect([answer.status, answer.body.code]).toEqual([200, undefined]);
    };
    const open = async (who: string) => {
      const { cookie } = await system.signInAs(who);
      return { cookie: cookie!, socket: await enter('api', '/live', { name: who, cookie: cookie! }) };
    };
    const ends = (socket: Socket) => waitFor(() => !socket.connected, { what: 'the socket to end' });

    it('should disconnect when its owner’s role changes, and apply the new role', async () => {
      const { socket } = await open('demoted');
      expect(await ask(socket, 'subscribe', { room: 'board' })).toMatchObject({ ok: true });
      await change('demoted', { role: 'agent' });
      await ends(socket);
      const { socket: again } = await open('demoted');
      expect(await ask(again, 'subscribe', { room: 'board' })).toEqual({
        ok: false,
        code: 'permission.denied',
      });
    });

    it('should disconnect when permissions change, at the next check', async () => {
      const { socket } = await open('demoted');
      await system.database.query(`UPDATE staff SET role = 'supervisor' WHERE id = $1`, [
        system.people.demoted!.id,
      ]);
      await system.api.get(LiveServer).recheckEntitlements();
      await ends(socket);
    });

    it('should disconnect when its owner is disabled, and refuse reconnects', async () => {
      const { socket, cookie } = await open('disabled');
      await change('disabled', { disabled: true });
      await ends(socket);
      await expect(enter('api', '/live', { name: '', cookie })).rejects.toThrow('unauthorized');
    });

    it('should disconnect at sign-out and when the session expires', async () => {
      const one = await open('signedout');
      await fetch(`${system.url}/api/v1/session`, { method: 'DELETE', headers: { cookie: one.cookie } });
      await ends(one.socket);
      const two = await open('signedout');
      await system.database.query(`UPDATE staff_session SET expires_at = now() WHERE staff_id = $1`, [
        system.people.signedout!.id,
      ]);
      await system.api.get(LiveServer).recheckEntitlements();
      await ends(two.socket);
    });

    it('should disconnect when its token is revoked', async () => {
      const made = await administrator.post('/api/v1/tokens', { name: 'gone', permissions: ['ticket.read'] });
      const socket = await enter('api', '/live', { name: '', auth: { token: made.body.token } });
      expect((await administrator.delete(`/api/v1/tokens/${String(made.body.id)}`)).status).toBe(204);
      await ends(socket);
    });
  });

  it('should limit the sockets per person, and admit another when one closes', async () => {
    const narrow = await startSystem(
      { agent: {} },
      { env: { SOCKETS_PER_USER: '2', SOCKETS_PER_ADDRESS: '4' } },
    );
    try {
      const one = async () => {
        const client = await narrow.signInAs('agent');
        await client.connect().catch((error: Error) => {
          client.close();
          throw error;
        });
        return client;
      };
      const [first, second] = [await one(), await one()];
      await expect(one()).rejects.toThrow('sockets.too_many');
      first.close();
      await waitFor(
        () =>
          one().then(
            (client) => client.isConnected,
            () => false,
          ),
        { what: 'a free place' },
      );
      // The same limit for all sockets of one network address.
      const strangers = Array.from({ length: 6 }, () =>
        io(narrow.url, { transports: ['websocket'], reconnection: false, forceNew: true }),
      );
      const opened = await Promise.all(
        strangers.map(
          (socket) =>
            new Promise<string>((resolve) => {
              socket.io.engine.once('open', () => resolve('open'));
              socket.io.engine.once('error', () => resolve('refused'));
            }),
        ),
      );
      expect(opened.filter((outcome) => outcome === 'open').length).toBeLessThanOrEqual(2);
      for (const socket of strangers) socket.close();
      expect(second.isConnected).toBe(true);
    } finally {
      // Stops at once although sockets are open.
      await narrow.stop();
    }
  });
});
