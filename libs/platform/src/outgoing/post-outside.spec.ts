import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { networksOf, OutsideAddresses } from './outside-addresses.js';
import { NoAnswer } from './open-outside.js';
import { postOutside } from './post-outside.js';

describe('a request to an address that somebody chose', () => {
  let server: Server;
  let connections = 0;
  let answer = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';
  beforeAll(async () => {
    server = createServer((socket) => {
      connections++;
      socket.on('error', () => undefined);
      socket.once('data', () => socket.write(answer));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterAll(() => void server.close());

  const opened = new OutsideAddresses(networksOf('127.0.0.0/8')!);
  const post = (host: string, addresses: OutsideAddresses, timeoutMs = 5_000) =>
    postOutside({
      url: new URL(`http://${host}:${(server.address() as AddressInfo).port}/`),
      headers: {},
      body: '{}',
      addresses,
      timeoutMs,
      maxBytes: 100,
    });

  it.each(['localhost', '127.0.0.1', '127.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]'])(
    'opens no connection to %s',
    async (host) => {
      const before = connections;
      await expect(post(host, new OutsideAddresses())).rejects.toEqual(new NoAnswer('address not allowed'));
      expect(connections).toBe(before);
    },
  );

  it('connects to a name of an opened network', async () => {
    expect(await post('localhost', opened)).toEqual({ status: 200, body: Buffer.from('ok') });
  });

  it('says why there is no answer, without addresses', async () => {
    await expect(post('nowhere.invalid', opened)).rejects.toBeInstanceOf(NoAnswer);
    answer = '';
    await expect(post('127.0.0.1', opened, 200)).rejects.toEqual(new NoAnswer('timeout'));
    answer = 'this is not HTTP\r\n\r\n';
    await expect(post('127.0.0.1', opened)).rejects.toThrow(/^HPE_/);
    answer = `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`;
    await expect(post('127.0.0.1', opened)).rejects.toEqual(new NoAnswer('HPE_HEADER_OVERFLOW'));
  });
});
