import { connect } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { freePort } from '../support/free-port.js';
import { createPortal } from '../../apps/portal/src/create-portal.js';
import { startChat } from '../support/start-chat.js';
import { type DeclaredNamespace, NAMESPACES } from '../support/namespaces.js';
import { isRefusedByParser, malformedFrame, malformedPayload } from '../support/malformed-payloads.js';
import { runProgram, type RunningProgram } from '../support/running-program.js';
import { startSystem, type TestSystem } from '../support/system.js';

const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const PAYLOADS = 10_000;
const FRAMES = 2_000;
const MOST_BYTES = 12_000;
const MEGABYTES_MORE = 150;
const PATIENCE_MS = 600_000;

describe('malformed socket messages', () => {
  let system: TestSystem;
  let portal: NestExpressApplication;
  const programs = {} as Record<'api' | 'portal', RunningProgram>;
  const credentials = {} as Record<'api' | 'portal', { auth?: object; cookie?: string }>;
  let payloads: unknown[];

  beforeAll(async () => {
    process.stdout.write(`socket fuzz: FUZZ_SEED=${SEED}\n`);
    // Larger messages may end the connection; see the frames below.
    const fitting = malformedPayload.filter(
      (payload) => (asJson(payload) ?? '').length < MOST_BYTES && !isRefusedByParser(payload),
    );
    payloads = fc.sample(fitting, { seed: SEED, numRuns: PAYLOADS });
    system = await startSystem({ agent: {} });
    const agent = await system.signInAs('agent');
    await agent.put('/api/v1/me/presence', { state: 'available' });
    portal = await createPortal({ ...system.settings, LOG_LEVEL: 'silent' });
    await portal.listen(0, '127.0.0.1');
    credentials.portal = { auth: { token: (await startChat(portal, 'Question')).token, language: 'en' } };
    credentials.api = { cookie: agent.cookie! };
    const { DATABASE_URL, DATA_DIR, SECRET_KEY } = system.settings;
    const env = {
      DATABASE_URL,
      DATA_DIR,
      SECRET_KEY,
      NODE_ENV: 'test',
      LOG_LEVEL: 'warn',
      DATABASE_POOL: '8',
    };
    for (const name of ['api', 'portal'] as const) {
      const port = String(await freePort());
      const setting = name === 'api' ? 'PORT' : 'PORTAL_PORT';
      programs[name] = await runProgram(name, { ...env, [setting]: port });
      programs[name].url = `http://127.0.0.1:${port}`;
    }
  }, PATIENCE_MS);
  afterAll(async () => {
    for (const program of Object.values(programs)) program.stop();
    await portal?.close();
    await system?.stop();
  });

  const enter = async ({ name, server }: DeclaredNamespace): Promise<Socket> => {
    const { auth, cookie } = credentials[server];
    const socket = io(programs[server].url + name, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      ...(auth && { auth }),
      ...(cookie && { extraHeaders: { cookie } }),
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return socket;
  };

  /** The process is alive, answers over HTTP and over a socket, and has logged no error. */
  async function isWell(namespace: DeclaredNamespace, rss: number): Promise<void> {
    const program = programs[namespace.server];
    expect(program.ended).toBeUndefined();
    expect((await fetch(`${program.url}/health/live`)).status).toBe(200);
    (await enter(namespace)).close();
    expect(program.output()).not.toMatch(/uncaughtException|unhandledRejection|"level":60/);
    expect(program.memory() - rss).toBeLessThan(MEGABYTES_MORE);
  }

  it.each(
    NAMESPACES.flatMap((namespace) => Object.keys(namespace.events).map((event) => ({ namespace, event }))),
  )(
    'are answered or ignored: $event of $namespace.name, by who is signed in',
    async ({ namespace, event }) => {
      const { most } = namespace.rate;
      const codes = new Map<string, number>();
      await send(namespace, event, payloads.slice(0, most), codes);
      const rss = programs[namespace.server].memory();
      for (let from = most; from < payloads.length; from += most)
        await send(namespace, event, payloads.slice(from, from + most), codes);
      expect(codes.get('request.invalid')).toBeGreaterThan(1_000);
      // An unexpected exception in a handler.
      expect(codes.get('internal')).toBeUndefined();
      await isWell(namespace, rss);
    },
    PATIENCE_MS,
  );

  /** Sends all over one socket, every third without acknowledgement; waits for every answer. */
  async function send(
    namespace: DeclaredNamespace,
    event: string,
    some: unknown[],
    codes: Map<string, number>,
  ): Promise<void> {
    const socket = await enter(namespace);
    const answers = some.map((payload, n) => {
      if (n % 3 === 0) {
        socket.emit(event, payload);
        return null;
      }
      return socket.timeout(30_000).emitWithAck(event, payload) as Promise<{ ok: boolean; code?: string }>;
    });
    for (const answer of await Promise.all(answers)) {
      if (!answer) continue;
      expect(answer).toMatchObject(
        answer.ok === true ? { ok: true } : { ok: false, code: expect.any(String) },
      );
      const code = answer.code ?? 'ok';
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    socket.close();
  }

  it.each(NAMESPACES)(
    'are ignored in $name as frames of any shape, signed in or not',
    async (namespace) => {
      const rss = programs[namespace.server].memory();
      const frames = fc.sample(malformedFrame(namespace.name), { seed: SEED, numRuns: FRAMES });
      const { auth, cookie } = credentials[namespace.server];
      const join = `40${namespace.name},${JSON.stringify(auth ?? {})}`;
      for (let from = 0; from < FRAMES; from += 10) {
        const signsIn = (from / 10) % 2 === 0;
        await rawly(namespace, signsIn ? cookie : undefined, [
          ...(signsIn ? [join] : []),
          ...frames.slice(from, from + 10),
        ]);
      }
      await isWell(namespace, rss);
    },
    PATIENCE_MS,
  );

  it.each(NAMESPACES)(
    'are ignored in $name without sign-in: every event, every payload',
    async (namespace) => {
      const rss = programs[namespace.server].memory();
      for (const event of Object.keys(namespace.events)) {
        const frames = payloads.flatMap((payload) => {
          const text = asJson([event, payload]);
          return text ? [`42${namespace.name},1${text}`] : [];
        });
        // The first frame may end an unauthenticated connection; the others are sent anyway.
        for (let from = 0; from < frames.length; from += 500)
          await rawly(namespace, undefined, frames.slice(from, from + 500));
      }
      await isWell(namespace, rss);
    },
    PATIENCE_MS,
  );

  function asJson(value: unknown): string | null {
    try {
      return JSON.stringify(value);
    } catch {
      return null; // big integers are not valid JSON
    }
  }

  function rawly(
    { server }: DeclaredNamespace,
    cookie: string | undefined,
    frames: (string | Buffer)[],
  ): Promise<void> {
    const url = `${programs[server].url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(url, { ...(cookie && { headers: { cookie } }) });
    return new Promise((resolve) => {
      socket.on('open', () => {
        for (const frame of frames) socket.send(frame);
        setTimeout(() => socket.terminate(), 40);
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve());
    });
  }

  it(
    'are refused at the handshake',
    async () => {
      const auths = [
        null,
        [],
        7,
        'text',
        { token: {} },
        { token: null },
        { token: ['x'] },
        { token: 'x'.repeat(9_000) },
      ];
      const headers = [
        'Cookie: wasl_session=%E0%A4%A; =; ;;; __proto__=1',
        `Cookie: wasl_session=${'x'.repeat(7_000)}`,
        'Cookie: \u00ff\u00fe',
        'Origin: null',
        'Origin: http://[::1',
        'Origin: javascript:alert(1)',
        'X-Forwarded-For: ,,,, %00, [::]',
        'Sec-WebSocket-Extensions: permessage-deflate; x="',
      ];
      const targets = [
        '/socket.io/?EIO=4&transport=websocket',
        '/socket.io/?EIO=3&transport=websocket',
        '/socket.io/?EIO=4&transport=__proto__',
        '/socket.io/?EIO=4&transport=websocket&sid=__proto__',
        '/socket.io/?EIO=4&transport=polling&sid=constructor',
        '/socket.io/?EIO=4&transport=websocket&transport=polling&sid[]=1',
        '/socket.io/?%ff%00=%',
        '/socket.io/../../?EIO=4&transport=websocket',
        '/socket.io//evil.example?EIO=4&transport=websocket',
        '//socket.io/?EIO=4&transport=websocket',
        'http://[::1/socket.io/?EIO=4&transport=websocket',
        '/',
        '*',
      ];
      for (const namespace of NAMESPACES) {
        const { server } = namespace;
        const rss = programs[server].memory();
        for (const auth of auths)
          await rawly(namespace, undefined, [`40${namespace.name},${JSON.stringify(auth)}`]);
        for (const target of targets)
          for (const header of ['X-Plain: 1', ...headers])
            for (const method of ['GET', 'POST']) await upgrade(programs[server].url, method, target, header);
        await isWell(namespace, rss);
      }
    },
    PATIENCE_MS,
  );

  /** Writes a raw request and collects the answer for a moment. */
  function upgrade(url: string, method: string, target: string, header: string): Promise<void> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `${method} ${target} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
            `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${header}\r\n\r\n`,
          'latin1',
        );
        setTimeout(() => socket.destroy(), 15);
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve());
    });
  }
});
