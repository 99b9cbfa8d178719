import { describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import { DomainError } from '#wasl/kernel';
import { packetReceiver } from './socket-namespace.js';
import type { SocketEvents } from './socket-events.js';

const EVENTS = {
  greet: { payload: z.strictObject({ name: z.string().max(10) }) },
  quiet: { payload: z.undefined(), limit: { most: 2, windowMs: 60_000 } },
} satisfies SocketEvents;

function serve(greet: (name: string) => Promise<object | void> | object | void = () => undefined) {
  const socket = { disconnect: jest.fn<(close?: boolean) => never>() };
  const logger = { error: jest.fn<(...parts: unknown[]) => void>() };
  const options = {
    events: EVENTS,
    rate: { most: 50, windowMs: 60_000, disconnectAfterExcess: 10 },
    handlers: {
      greet: (_socket: typeof socket, { name }: { name: string }) => greet(name),
      quiet: () => undefined,
    },
  };
  const receive = packetReceiver(socket, options, logger);
  const ask = async (...packet: unknown[]) => {
    const answers: unknown[] = [];
    await receive([...packet, (result: unknown) => answers.push(result)]);
    return answers;
  };
  return { socket, logger, receive, ask };
}

describe('the receiver of a socket’s events', () => {
  it('acknowledges with the result of the handler', async () => {
    const { ask } = serve((name) => Promise.resolve({ hello: name }));
    expect(await ask('greet', { name: 'Mona' })).toEqual([{ ok: true, hello: 'Mona' }]);
    expect(await ask('quiet')).toEqual([{ ok: true }]);
  });

  it.each([
    ['a wrong type', ['greet', { name: 7 }]],
    ['an unknown key', ['greet', { name: 'Mona', role: 'administrator' }]],
    ['a long text', ['greet', { name: 'x'.repeat(11) }]],
    ['an object that pretends to be a text', ['greet', { name: { toString: 1, valueOf: 1 } }]],
    ['an own __proto__', ['greet', JSON.parse('{"name":"Mona","__proto__":{"a":1}}')]],
    ['nothing', ['greet']],
    ['null', ['greet', null]],
    ['two arguments', ['greet', { name: 'Mona' }, 1]],
    ['an argument where none is declared', ['quiet', {}]],
  ])('refuses %s', async (_what, packet) => {
    const { ask } = serve();
    expect(await ask(...packet)).toEqual([{ ok: false, code: 'request.invalid' }]);
  });

  it.each([['nowhere'], ['__proto__'], ['constructor'], ['toString'], [7], [null], [{ toString: 1 }]])(
    'refuses the undeclared event %p',
    async (name) => {
      const { ask } = serve();
      expect(await ask(name, { name: 'Mona' })).toEqual([{ ok: false, code: 'event.unknown' }]);
    },
  );

  it('answers synchronous and asynchronous errors of handlers, and logs internal errors without the payload', async () => {
    const refused = serve(() => {
      throw new DomainError('forbidden', 'permission.denied');
    });
    expect(await refused.ask('greet', { name: 'Mona' })).toEqual([{ ok: false, code: 'permission.denied' }]);
    expect(refused.logger.error).not.toHaveBeenCalled();
    for (const fail of [
      (name: string) => {
        throw new TypeError(`cannot greet ${name}`);
      },
      (name: string) => Promise.reject(new TypeError(`cannot greet ${name}`)),
    ]) {
      const { ask, logger } = serve(fail);
      expect(await ask('greet', { name: 'Mona' })).toEqual([{ ok: false, code: 'internal' }]);
      expect(logger.error).toHaveBeenCalledTimes(1);
      expect(JSON.stringify(logger.error.mock.calls)).not.toContain('Mona');
      expect(logger.error.mock.calls[0]![0]).toBe('greet: TypeError');
    }
  });

  it.each([[null], [undefined], ['text'], [{ toString: 1 }]])(
    'survives a handler that throws %p',
    async (thrown) => {
      const { ask } = serve(() => Promise.reject(thrown));
      expect(await ask('greet', { name: 'Mona' })).toEqual([{ ok: false, code: 'internal' }]);
    },
  );

  it('survives events without acknowledgement, empty packets, and an acknowledgement that throws', async () => {
    const { receive, logger } = serve();
    for (const packet of [['greet', { name: 'Mona' }], ['greet', { name: 1 }], ['nowhere'], []])
      await expect(receive(packet)).resolves.toBeUndefined();
    const broken = () => {
      throw new Error('closed');
    };
    await expect(receive(['quiet', broken])).resolves.toBeUndefined();
    expect(logger.error).toHaveBeenCalled();
  });

  it('limits each event and all of them together, and disconnects a socket that continues', async () => {
    const { ask, socket } = serve();
    const limited = [{ ok: false, code: 'rate.limited' }];
    await ask('quiet');
    await ask('quiet');
    expect(await ask('quiet')).toEqual(limited);
    for (let n = 0; n < 47; n++) expect(await ask('greet', { name: 'x' })).toEqual([{ ok: true }]);
    for (let n = 0; n < 10; n++) expect(await ask('greet', { name: 'x' })).toEqual(limited);
    expect(socket.disconnect).not.toHaveBeenCalled();
    expect(await ask('greet', { name: 'x' })).toEqual([]);
    expect(socket.disconnect).toHaveBeenCalledWith(true);
  });

  it('runs a limited number of handlers concurrently, and lets the others wait', async () => {
    let running = 0;
    let most = 0;
    const { ask } = serve(async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
    });
    await Promise.all(Array.from({ length: 40 }, () => ask('greet', { name: 'x' })));
    expect(most).toBe(8);
  });
});
