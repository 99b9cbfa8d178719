import { describe, expect, it } from '@jest/globals';
import type { Request, Response } from 'express';
import { limitRequests } from './limit-requests.js';

describe('the limit of requests', () => {
  const start = (limit: number) => {
    let at = 1_000_000;
    const middleware = limitRequests(limit, () => at);
    const ask = (
      headers: object = {},
      { path = '/api/v1/queues', ip = '192.0.2.1', method = 'GET' } = {},
    ) => {
      const set: Record<string, unknown> = {};
      const response = { setHeader: (name: string, value: unknown) => (set[name] = value) };
      let error: unknown;
      middleware({ headers, path, ip, method } as Request, response as unknown as Response, (thrown) => {
        error = thrown;
      });
      return { error, set };
    };
    return { ask, pass: (ms: number) => (at += ms) };
  };

  it('is said in every answer, and refuses what exceeds it until the window ends', () => {
    const { ask, pass } = start(2);
    expect(ask()).toEqual({
      error: undefined,
      set: {
        'RateLimit-Policy': '2;w=60',
        'RateLimit-Limit': 2,
        'RateLimit-Remaining': 1,
        'RateLimit-Reset': 60,
        'X-RateLimit-Limit': 2,
        'X-RateLimit-Remaining': 1,
        'X-RateLimit-Reset': 60,
      },
    });
    pass(10_500);
    expect(ask().error).toBeUndefined();
    const { error, set } = ask();
    expect(error).toMatchObject({ kind: 'too_many', code: 'rate.limited', params: { retryAfter: 50 } });
    expect(set).toMatchObject({ 'RateLimit-Remaining': 0, 'RateLimit-Reset': 50 });
    pass(49_500);
    expect(ask().error).toBeUndefined();
  });

  it('is counted for each session, each token and each network', () => {
    const { ask } = start(1);
    const callers = [
      [{}],
      [{}, { ip: '192.0.2.2' }],
      [{ cookie: 'wasl_session=a' }],
      [{ cookie: 'wasl_session=b' }],
      [{ authorization: 'Bearer a' }],
      [{ authorization: 'Bearer b' }],
    ] as const;
    for (const [headers, options] of callers) {
      expect(ask(headers, options).error).toBeUndefined();
      expect(ask(headers, options).error).toBeDefined();
    }
  });

  it('does not concern pages and questions before a request', () => {
    const { ask } = start(1);
    for (const options of [{ path: '/tickets' }, { path: '/health/live' }, { method: 'OPTIONS' }]) {
      expect([ask({}, options), ask({}, options)]).toEqual([
        { error: undefined, set: {} },
        { error: undefined, set: {} },
      ]);
    }
  });
});
