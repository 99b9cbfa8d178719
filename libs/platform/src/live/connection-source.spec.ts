import { describe, expect, it } from '@jest/globals';
import { connectionSource } from './connection-source.js';
import { ConnectionLimiter } from './connection-limiter.js';

const request = (remoteAddress: string | undefined, forwarded?: string) => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: { remoteAddress },
});

describe('the source of a connection', () => {
  it('is the remote address, whatever the headers say, when there is no proxy of ours', () => {
    expect(connectionSource(request('198.51.100.7', '203.0.113.1'), 0)).toBe('198.51.100.7');
  });

  it('is what the outermost of our proxies saw', () => {
    expect(connectionSource(request('10.0.0.2', 'forged, 203.0.113.1'), 1)).toBe('203.0.113.1');
    expect(connectionSource(request('10.0.0.2', 'forged, 203.0.113.1, 10.0.0.1'), 2)).toBe('203.0.113.1');
    expect(connectionSource(request('10.0.0.2'), 1)).toBe('10.0.0.2');
  });

  it('is the network of /64 for IPv6, and the plain address for IPv4 in IPv6', () => {
    const same = ['2001:db8:0:1::1', '2001:db8::1:ffff:0:0:9', '2001:0db8:0000:0001:a:b:c:d'];
    expect(new Set(same.map((address) => connectionSource(request(address), 0)))).toEqual(
      new Set(['2001:db8:0:1::/64']),
    );
    expect(connectionSource(request('::ffff:198.51.100.7'), 0)).toBe('198.51.100.7');
    expect(connectionSource(request('::1'), 0)).toBe('0:0:0:0::/64');
  });

  it.each([['x'.repeat(5_000)], [''], [',,,'], ['::'], ['fe80::1%eth0'], ['\0']])(
    'is a short text for %j',
    (forwarded) => {
      expect(connectionSource(request('10.0.0.2', forwarded), 1).length).toBeLessThan(70);
    },
  );

  it('is unknown when the socket is closed', () => {
    expect(connectionSource(request(undefined), 0)).toBe('unknown');
  });
});

describe('connections by source', () => {
  it('are limited per source, and released when they close', () => {
    const connections = new ConnectionLimiter(2);
    const [first] = [connections.acquire('a'), connections.acquire('a')];
    expect(connections.acquire('a')).toBeNull();
    expect(connections.acquire('b')).not.toBeNull();
    first!();
    first!();
    expect(connections.acquire('a')).not.toBeNull();
    expect(connections.acquire('a')).toBeNull();
  });

  it('keep no entry for a source without connections', () => {
    const connections = new ConnectionLimiter(2);
    for (let n = 0; n < 100; n++) connections.acquire(`source ${n}`)!();
    expect(connections.sources).toBe(0);
  });
});
