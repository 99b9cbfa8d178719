import { lookup as lookupName, type LookupAddress } from 'node:dns';
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestEncrypted } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { OutsideAddresses } from './outside-addresses.js';

export interface OutsideRequest {
  url: URL;
  headers: Record<string, string>;
  body: string;
  addresses: OutsideAddresses;
  /** for everything, from the look-up of the name to the status of the answer */
  timeoutMs: number;
  /** how much of the answer's body is read */
  maxBytes: number;
  /** ends the request early */
  signal?: AbortSignal;
}

export interface OutsideAnswer {
  status: number;
  /** its beginning */
  body: Buffer;
}

/** No answer came. `reason` names no address: it is shown and stored. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';

  constructor(readonly reason: string) {
    super(reason);
  }
}

/** The status is what counts; the body is for people, and is not waited for any longer. */
const BODY_TIMEOUT_MS = 2_000;
const MAX_HEADER_BYTES = 16 * 1024;

/**
 * Posts to an address that somebody chose. Connects only to allowed addresses: the one that was checked is the one that
 * is connected to, so a name that is resolved differently a moment later changes nothing. Follows no redirects.
 * @throws NoAnswer
 */
export function postOutside(request: OutsideRequest): Promise<OutsideAnswer> {
  const { url, headers, body, addresses, timeoutMs, maxBytes, signal } = request;
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  // No look-up is made for an address.
  if (isIP(literal) !== 0 && !addresses.allows(literal)) return Promise.reject(new NoAnswer(NOT_ALLOWED));
  const timeout = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestEncrypted : requestPlain;
    const outgoing = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' },
      agent: false,
      lookup: lookupAmong(addresses),
      maxHeaderSize: MAX_HEADER_BYTES,
      signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
    });
    outgoing.on('response', (answer) => {
      const { statusCode: status = 0 } = answer;
      readBeginning(answer, maxBytes).then(
        (beginning) => {
          outgoing.destroy();
          resolve({ status, body: beginning });
        },
        (error: Error) => reject(error),
      );
    });
    outgoing.on('error', (error) => reject(new NoAnswer(timeout.aborted ? 'timeout' : reasonOf(error))));
    outgoing.end(body);
  });
}

const NOT_ALLOWED = 'address not allowed';

/** Reads until enough is there, the answer ends, or it takes too long. Never fails: its status has arrived. */
function readBeginning(answer: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      resolve(Buffer.concat(chunks).subarray(0, maxBytes));
    };
    const timer = setTimeout(end, BODY_TIMEOUT_MS);
    answer.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= maxBytes) end();
    });
    for (const event of ['end', 'error', 'close']) answer.on(event, end);
  });
}

function reasonOf(error: Error): string {
  if (error instanceof NoAnswer) return error.reason;
  const { code } = error as NodeJS.ErrnoException;
  // Failures of several addresses of one name come together.
  const [first] = (error as AggregateError).errors ?? [];
  return code ?? (first as NodeJS.ErrnoException | undefined)?.code ?? error.name;
}

/** Look-ups under way. They take threads that the process shares, so there is one at a time for each name. */
const lookups = new Map<string, Promise<LookupAddress[]>>();

function addressesOf(hostname: string): Promise<LookupAddress[]> {
  let running = lookups.get(hostname);
  if (!running) {
    running = new Promise<LookupAddress[]>((resolve, reject) => {
      lookupName(hostname, { all: true }, (error, found) => (error ? reject(error) : resolve(found)));
    }).finally(() => lookups.delete(hostname));
    lookups.set(hostname, running);
  }
  return running;
}

function lookupAmong(addresses: OutsideAddresses): LookupFunction {
  return (hostname, options, callback) => {
    addressesOf(hostname).then(
      (found) => {
        const allowed = found.filter(({ address }) => addresses.allows(address));
        const [first] = allowed;
        if (!first) return callback(new NoAnswer(NOT_ALLOWED), []);
        if (options.all) return callback(null, allowed);
        callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, []),
    );
  };
}
