import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWasl, type WaslOptions } from './client.js';
import { isWaslError, WaslConnectionError } from './errors.js';

interface Received {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A server of one suite: answers in the order that it is given them, the last one from then on. */
describe('the client', () => {
  let server: Server;
  let received: Received[];
  let answers: ((response: ServerResponse) => void)[];
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        received.push({ method: request.method!, url: request.url!, headers: request.headers, body });
        (answers.length > 1 ? answers.shift()! : answers[0]!)(response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    received = [];
    answers = [json(200, {})];
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const json =
    (status: number, body: object, headers: Record<string, string> = {}) =>
    (response: ServerResponse) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
  const hangUp = (response: ServerResponse) => response.destroy();
  const client = (more: Partial<WaslOptions> = {}) =>
    createWasl({
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      token: 'secret',
      retry: { firstPause: 1, longestPause: 2 },
      ...more,
    });
  const body = { subject: 's', description: 'd', requester: { name: 'n' } };
  const keys = () => received.map(({ headers }) => headers['idempotency-key']);

  it('should keep the key of a creation when it repeats it, and make another for another', async () => {
    answers = [hangUp, json(503, {}, { 'retry-after': '0' }), json(201, { number: '1' })];
    expect(await client().tickets.create({ body })).toEqual({ number: '1' });
    expect(keys()).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), keys()[0], keys()[0]]);
    expect(new Set(received.map((one) => one.body)).size).toBe(1);
    await client().tickets.create({ body });
    expect(keys()[3]).not.toBe(keys()[0]);
  });

  it('should not repeat what may have been done, and say that nothing is known', async () => {
    answers = [hangUp];
    const change = client().tickets.patch({
      path: { number: '1' },
      ifMatch: '"1"',
      body: { priority: 'low' },
    });
    await expect(change).rejects.toBeInstanceOf(WaslConnectionError);
    expect(received).toHaveLength(1);
  });

  it('should give up after the last try, with the problem of the last answer', async () => {
    const problem = { status: 429, code: 'rate.limited', detail: 'Too many', requestId: 'r' };
    answers = [
      json(429, problem, {
        'content-type': 'application/problem+json',
        'retry-after': '0',
        'x-request-id': 'r1',
      }),
    ];
    const error: unknown = await client()
      .tickets.list({}, { retries: 2 })
      .catch((one: unknown) => one);
    expect(received).toHaveLength(3);
    expect(isWaslError(error, 'rate.limited')).toBe(true);
    expect(error).toMatchObject({
      status: 429,
      message: 'Too many',
      requestId: 'r1',
      retryAfter: 0,
      problem,
    });
  });

  it('should have a code for what a proxy answers', async () => {
    answers = [
      (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
    ];
    await expect(client().tickets.list({}, { retries: 0 })).rejects.toMatchObject({
      status: 502,
      code: 'http.502',
    });
  });

  it('should not take a redirect for an answer, nor follow it with the token', async () => {
    answers = [(response) => response.writeHead(302, { location: '/elsewhere' }).end()];
    await expect(client().tickets.list()).rejects.toMatchObject({ status: 302, code: 'http.302' });
    expect(received.map(({ url }) => url)).toEqual(['/api/v1/tickets']);
    // Where the document has one, it is the answer.
    const { response } = await client().oidc.begin().withResponse();
    expect([response.status, response.headers.get('location')]).toEqual([302, '/elsewhere']);
  });

  it('should send addresses, queries, versions and languages as they must be', async () => {
    const wasl = client({
      token: () => Promise.resolve('fresh'),
      language: 'ar',
      headers: { 'X-Request-Id': 'mine' },
    });
    await wasl.tickets.list({ query: { q: 'a b&c', 'page[size]': 5 } });
    await wasl.tickets.patch({ path: { number: 'a/b' }, ifMatch: { version: 3 }, body: { priority: 'low' } });
    expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /api/v1/tickets?q=a+b%26c&page%5Bsize%5D=5',
      'PATCH /api/v1/tickets/a%2Fb',
    ]);
    expect(received[1]!.headers).toMatchObject({
      authorization: 'Bearer fresh',
      'accept-language': 'ar',
      'x-request-id': 'mine',
      'if-match': '"3"',
      'content-type': 'application/json',
    });
    // @ts-expect-error a number is needed
    await expect(wasl.tickets.get({ path: {} })).rejects.toThrow('path.number is missing');
  });

  it.each(['.', '..'])('should not let an id of %j lead to another operation', async (id) => {
    await expect(client().tokens.revoke({ path: { id } })).rejects.toThrow(`path.id cannot be ${id}`);
    expect(received).toEqual([]);
  });

  it('should follow pages to the end, and read no more of them than are asked for', async () => {
    const page = (n: number, hasMore: boolean) =>
      json(200, { data: [{ n }], meta: { hasMore, after: `after ${n}` } });
    answers = [page(1, true), page(2, true), page(3, false)];
    const numbers: unknown[] = [];
    for await (const one of client().tickets.list.each({ query: { status: 'open' } })) numbers.push(one);
    expect(numbers).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(received.map(({ url }) => new URL(url, 'http://x').searchParams.get('page[after]'))).toEqual([
      null,
      'after 1',
      'after 2',
    ]);
    expect(received.every(({ url }) => url.includes('status=open'))).toBe(true);
    received = [];
    answers = [page(1, true)];
    for await (const _ of client().tickets.list.each()) break;
    expect(received).toHaveLength(1);
  });

  it('should end when its caller wants no answer any more, also in a pause', async () => {
    const controller = new AbortController();
    answers = [
      (response) => {
        json(429, {}, { 'retry-after': '60' })(response);
        controller.abort(new Error('enough'));
      },
    ];
    await expect(client().tickets.list({}, { signal: controller.signal })).rejects.toThrow('enough');
    expect(received).toHaveLength(1);
  });

  it('should wait for an answer no longer than it may', async () => {
    answers = [() => undefined];
    const late = client({ timeout: 30 }).tickets.list({}, { retries: 0 });
    await expect(late).rejects.toThrow('no answer within 30 ms');
  });

  it('should send files as parts, and read them as Blobs', async () => {
    answers = [
      json(201, { id: 'f' }),
      (response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'),
    ];
    const wasl = client();
    await wasl.attachments.upload({ body: { file: new File(['text'], 'a.txt', { type: 'text/plain' }) } });
    // A request that was given up before may still arrive.
    const upload = received.find(({ method }) => method === 'POST')!;
    expect(upload.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(upload.body).toContain('name="file"; filename="a.txt"');
    const { data, response } = await wasl.attachments.download({ path: { id: 'f' } }).withResponse();
    expect([await data.text(), response.status]).toEqual(['%PDF', 200]);
  });
});
