import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { conflict } from '#wasl/kernel';
import { isStoreAway } from './is-store-away.js';
import { toDomainError } from '../http/problem.filter.js';

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => Promise.reject(new Error('it worked')),
    (error: unknown) => error,
  );
const portOf = (server: Server) => (server.address() as { port: number }).port;

describe('an error of a store that is away', () => {
  it.each(['57P01', '57P03', '53300', '53100', '08006', '25P03', 'ECONNREFUSED', 'EAI_AGAIN'])(
    'is known by its code %s',
    (code) => {
      expect(toDomainError(Object.assign(new Error('x'), { code }))).toMatchObject({
        kind: 'unavailable',
        code: 'service.unavailable',
      });
    },
  );

  it('is known as a cause, and among the errors of several addresses', () => {
    const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    expect(isStoreAway(new Error('not read', { cause: refused }))).toBe(true);
    expect(isStoreAway(new AggregateError([refused]))).toBe(true);
  });

  it('is not any other error', () => {
    for (const error of [
      Object.assign(new Error('duplicate key'), { code: '23505' }),
      Object.assign(new Error('canceled'), { code: '57014' }),
      new Error('Connection settings are wrong'),
      new TypeError('x is undefined'),
      conflict('offer.gone'),
      'text',
      null,
    ])
      expect(isStoreAway(error)).toBe(false);
    const endless = new Error('it has itself as its cause');
    endless.cause = endless;
    expect(isStoreAway(endless)).toBe(false);
  });

  it('is what pg throws when nothing listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const port = portOf(server);
    server.close();
    await once(server, 'close');
    const client = new pg.Client({ host: '127.0.0.1', port });
    expect(isStoreAway(await failureOf(client.connect()))).toBe(true);
  });

  it('is what pg throws when a server does not answer or hangs up', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    const rude = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    const sockets: { destroy(): void }[] = [];
    silent.on('connection', (socket) => sockets.push(socket));
    await Promise.all([silent, rude].map((server) => server.listening || once(server, 'listening')));
    const pool = new pg.Pool({
      host: '127.0.0.1',
      port: portOf(silent),
      max: 1,
      connectionTimeoutMillis: 200,
    });
    const [first, second] = await Promise.all([failureOf(pool.connect()), failureOf(pool.connect())]);
    expect([isStoreAway(first), isStoreAway(second)]).toEqual([true, true]);
    await pool.end();
    expect(isStoreAway(await failureOf(pool.connect()))).toBe(true);
    const client = new pg.Client({ host: '127.0.0.1', port: portOf(rude) });
    expect(isStoreAway(await failureOf(client.connect()))).toBe(true);
    sockets.forEach((socket) => socket.destroy());
    silent.close();
    rude.close();
  });
});
