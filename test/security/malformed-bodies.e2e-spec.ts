import type { Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { type Portal, startPortal } from '../support/portal-app.js';
import { startSystem, type TestSystem } from '../support/system.js';

const TICKETS = '/api/v1/tickets';
const MATTER = {
  subject: 'A lamp',
  description: 'is broken',
  requester: { name: 'Mona', phone: '36001234' },
};

describe('malformed bodies', () => {
  let system: TestSystem;
  let agent: Client;
  beforeAll(async () => {
    system = await startSystem({ agent: {} });
    agent = await system.signInAs('agent');
  });
  afterAll(() => system.stop());

  const send = async (body: string | Buffer, headers: Record<string, string> = {}) => {
    const answer = await fetch(system.url + TICKETS, {
      method: 'POST',
      headers: { cookie: agent.cookie!, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
    const text = await answer.text();
    return { status: answer.status, type: answer.headers.get('content-type'), text };
  };
  const codeOf = ({ text }: { text: string }) => (JSON.parse(text) as { code: string }).code;
  const honest = JSON.stringify(MATTER);

  it('accept valid ones, also with a byte order mark', async () => {
    expect((await send(honest)).status).toBe(201);
    expect((await send(`\ufeff${honest}`)).status).toBe(201);
    expect((await send(honest, { 'content-type': 'application/json; charset="UTF-8"' })).status).toBe(201);
  });

  // Content types that a form of another site could send are refused with 403 before parsing.
  it.each([
    ['compressed', gzipSync(honest), { 'content-encoding': 'gzip' }, 415],
    ['a bomb', gzipSync(Buffer.alloc(50_000_000)), { 'content-encoding': 'gzip' }, 415],
    ['compressed by name', honest, { 'content-encoding': 'deflate' }, 415],
    ['UTF-16', Buffer.from(honest, 'utf16le'), { 'content-type': 'application/json; charset=utf-16' }, 415],
    ['no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), {}, 400],
    ['a form', 'subject=a&description=b', { 'content-type': 'application/x-www-form-urlencoded' }, 403],
    ['JSON by another name', honest, { 'content-type': 'text/plain' }, 403],
    ['a list', `[${honest}]`, {}, 400],
    ['a text', '"x"', {}, 400],
    ['null', 'null', {}, 400],
    ['a name twice', `{"subject":"x",${honest.slice(1)}`, {}, 400],
    ['__proto__', `{"__proto__":{"x":1},${honest.slice(1)}`, {}, 400],
    ['no number', `{"priority":1e999,${honest.slice(1)}`, {}, 400],
    ['half a character', honest.replace('lamp', '\\ud83d'), {}, 400],
    ['NUL', honest.replace('lamp', '\\u0000'), {}, 400],
  ])('are refused: %s', async (_what, body, headers, status) => {
    const answer = await send(body, headers as unknown as Record<string, string>);
    expect([answer.status, answer.type]).toEqual([
      status,
      expect.stringContaining('application/problem+json'),
    ]);
  });

  it('get the path of a value that cannot be stored', async () => {
    const { text } = await send(honest.replace('Mona', '\\ude00'));
    expect((JSON.parse(text) as { errors: object[] }).errors).toEqual([
      expect.objectContaining({ path: 'requester.name', code: 'unicode' }),
    ]);
  });

  it('get at most twenty errors, without the rejected values', async () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`x${n}`, 'a secret of mine']));
    const { status, text } = await send(JSON.stringify({ ...MATTER, ...many }));
    expect(status).toBe(400);
    expect((JSON.parse(text) as { errors: object[] }).errors).toHaveLength(20);
    expect(text).not.toContain('a secret of mine');
    expect(codeOf(await send(`{"a":${'['.repeat(50)}${']'.repeat(50)}}`))).toBe('body.too_complex');
    expect(codeOf(await send(`{"subject":"x","subject":"y"}`))).toBe('body.duplicate_name');
  });

  it('are explained in both languages', async () => {
    for (const language of ['ar', 'en']) {
      const { text } = await send('{"a":1,"a":2}', { 'accept-language': language });
      expect(JSON.parse(text)).toMatchObject({
        detail: expect.stringMatching(language === 'ar' ? /مرتين/ : /twice/),
      });
    }
  });

  it('have limited headers', async () => {
    const large = await fetch(`${system.url}/health/live`, { headers: { 'x-a': 'a'.repeat(20_000) } });
    expect(large.status).toBe(431);
    const address = await fetch(`${system.url}/api/v1/tickets?q=${'a'.repeat(9_000)}`, {
      headers: { cookie: agent.cookie! },
    });
    expect([address.status, codeOf({ text: await address.text() })]).toEqual([400, 'address.too_long']);
  });

  it('have a timeout', async () => {
    const portal: Portal = await startPortal();
    try {
      for (const [server, most] of [
        [system.api.getHttpServer() as Server, 30_000],
        [portal.app.getHttpServer() as Server, 180_000],
      ] as const) {
        expect(server.headersTimeout).toBeLessThanOrEqual(15_000);
        expect(server.requestTimeout).toBeGreaterThan(0);
        expect(server.requestTimeout).toBeLessThanOrEqual(most);
        expect(server.maxHeadersCount).toBeLessThanOrEqual(100);
      }
    } finally {
      await portal.close();
    }
  });
});
