import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const S3_KEY_ID = 'AKIDOFTHETESTS';
export const S3_SECRET = 'a secret of the tests / with + signs';
export const S3_REGION = 'me-south-1';
export const S3_BUCKET = 'wasl-files';
const SKEW_MS = 15 * 60_000;

/** A failure injected into the next `times` matching requests. */
export interface InjectedFault {
  method?: string;
  times: number;
  /** an error of this status and code */
  status?: number;
  code?: string;
  /** the connection is cut after so many bytes of content; without content, before an answer */
  cutAfter?: number;
  /** delay before the answer */
  waitMs?: number;
}

/**
 * A fake S3 bucket over HTTP. It verifies the signature (AWS4-HMAC-SHA256) of every request from the bytes received,
 * and compares content with the signed digests.
 */
export class TestS3 {
  readonly objects = new Map<string, Buffer>();
  /** method and key of every accepted request */
  readonly acceptedRequests: string[] = [];
  /** errors of rejected requests */
  readonly rejectedRequests: string[] = [];
  readonly injectedFaults: InjectedFault[] = [];
  /** every connection is cut at once */
  offline = false;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<TestS3> {
    const server = createServer();
    const store = new TestS3(server);
    server.on('connection', (socket) => {
      if (store.offline) socket.destroy();
    });
    server.on('request', (request, response) => void store.take(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return store;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Settings for a process that stores its files here. */
  get env(): Record<string, string> {
    return {
      S3_ENDPOINT: this.url,
      S3_REGION,
      S3_BUCKET,
      S3_ACCESS_KEY_ID: S3_KEY_ID,
      S3_SECRET_ACCESS_KEY: S3_SECRET,
      S3_PREFIX: 'of/the/tests',
    };
  }

  setOffline(away: boolean): void {
    this.offline = away;
    if (away) this.server.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.on('error', () => undefined);
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return; // the client has gone
    }
    const content = Buffer.concat(chunks);
    const url = new URL(request.url!, this.url);
    const [bucket, ...rest] = url.pathname.slice(1).split('/');
    const key = decodeURIComponent(rest.join('/'));
    const fault = faultOf(request, url, content);
    if (fault) {
      this.rejectedRequests.push(fault.code);
      return fail(request, response, fault.status, fault.code);
    }
    this.acceptedRequests.push(`${request.method} ${key}`);
    if (bucket !== S3_BUCKET) return fail(request, response, 404, 'NoSuchBucket');
    const trouble = this.troubleFor(request.method!);
    if (trouble?.waitMs) await new Promise((resolve) => setTimeout(resolve, trouble.waitMs));
    if (trouble?.status) return fail(request, response, trouble.status, trouble.code ?? 'InternalError');
    if (trouble?.cutAfter === 0) return void request.socket.destroy();
    if (request.method === 'PUT') {
      this.objects.set(key, content);
      return void response.writeHead(200, { etag: '"x"' }).end();
    }
    if (request.method === 'DELETE') {
      this.objects.delete(key);
      return void response.writeHead(204).end();
    }
    this.give(request, response, key, trouble?.cutAfter);
  }

  private troubleFor(method: string): InjectedFault | undefined {
    const trouble = this.injectedFaults.find((one) => one.times > 0 && (one.method ?? method) === method);
    if (trouble) trouble.times -= 1;
    return trouble;
  }

  private give(request: IncomingMessage, response: ServerResponse, key: string, cutAfter?: number): void {
    const object = this.objects.get(key);
    if (!object) return fail(request, response, 404, 'NoSuchKey');
    const asked = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    const from = Number(asked?.[1] ?? 0);
    const part = object.subarray(from, asked?.[2] ? Number(asked[2]) + 1 : undefined);
    response.writeHead(asked ? 206 : 200, {
      'content-length': String(part.length),
      'content-type': 'application/octet-stream',
      ...(asked && { 'content-range': `bytes ${from}-${from + part.length - 1}/${object.length}` }),
    });
    if (request.method === 'HEAD') return void response.end();
    if (cutAfter === undefined) return void response.end(part);
    response.write(part.subarray(0, cutAfter), () => setImmediate(() => request.socket.destroy()));
  }
}

function fail(request: IncomingMessage, response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  response.end(request.method === 'HEAD' ? undefined : body);
}

interface Refusal {
  status: number;
  code: string;
}

/** What is wrong with the signature, date or content of a request; null when it is valid. */
function faultOf(request: IncomingMessage, url: URL, content: Buffer): Refusal | null {
  const {
    authorization = '',
    'x-amz-date': date = '',
    'x-amz-content-sha256': digest = '',
  } = request.headers;
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  if (!parts) return { status: 403, code: 'AccessDenied' };
  const [, keyId, day, region, signed, signature] = parts as unknown as string[];
  if (keyId !== S3_KEY_ID) return { status: 403, code: 'InvalidAccessKeyId' };
  if (region !== S3_REGION) return { status: 400, code: 'AuthorizationHeaderMalformed' };
  if (Math.abs(Date.now() - timeOf(String(date))) > SKEW_MS || !String(date).startsWith(day!))
    return { status: 403, code: 'RequestTimeTooSkewed' };
  const names = signed!.split(';');
  if (!names.includes('host') || !names.includes('x-amz-content-sha256'))
    return { status: 403, code: 'SignatureDoesNotMatch' };
  const canonical = [
    request.method,
    url.pathname,
    [...url.searchParams]
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join('&'),
    ...names.map(
      (name) =>
        `${name}:${String(request.headers[name] ?? '')
          .trim()
          .replace(/ +/g, ' ')}`,
    ),
    '',
    signed,
    digest,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical).toString('hex')].join('\n');
  const key = [day!, region!, 's3', 'aws4_request'].reduce(hmac, Buffer.from(`AWS4${S3_SECRET}`));
  if (!timingSafeEqual(hmac(key, text), Buffer.from(signature!, 'hex')))
    return { status: 403, code: 'SignatureDoesNotMatch' };
  if (sha256(content).toString('hex') !== digest) return { status: 400, code: 'XAmzContentSHA256Mismatch' };
  const checksum = request.headers['x-amz-checksum-sha256'];
  if (checksum !== undefined && checksum !== sha256(content).toString('base64'))
    return { status: 400, code: 'BadDigest' };
  return null;
}

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest();
const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
/** `20261128T193800Z` */
const timeOf = (date: string) =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
