import { lookup as lookupName, type LookupAddress } from 'node:dns';
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestEncrypted } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { OutsideAddresses } from './outside-addresses.js';

export interface OutsideCall {
  method: 'GET' | 'POST';
  url: URL;
  headers: Record<string, string>;
  body?: string;
  addresses: OutsideAddresses;
  /** for the whole call */
  timeout: AbortSignal;
  /** how long the line may be silent */
  idleMs?: number;
  /** ends the call early */
  signal?: AbortSignal | undefined;
}

/** No answer came. `reason` names no address: it is shown and stored. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';

  constructor(readonly reason: string) {
    super(reason);
  }
}

export const TIMED_OUT = 'timeout';
export const NOT_ALLOWED = 'address not allowed';
const MAX_HEADER_BYTES = 16 * 1024;

/**
 * Sends a request to an address that somebody chose, and gives the answer when its head has come. Connects only to allowed
 * addresses: the one that was checked is the one that is connected to, so a name that is resolved differently a moment later
 * changes nothing. Follows no redirects.
 * @throws NoAnswer
 */
export function openOutside(call: OutsideCall): Promise<IncomingMessage> {
  const { method, url, headers, body, addresses, timeout, idleMs, signal } = call;
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  // No look-up is made for an address.
  if (isIP(literal) !== 0 && !addresses.allows(literal)) return Promise.reject(new NoAnswer(NOT_ALLOWED));
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestEncrypted : requestPlain;
    const outgoing = send(url, {
      method,
      headers: {
        ...headers,
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
        connection: 'close',
      },
      agent: false,
      lookup: lookupAmong(addresses),
      maxHeaderSize: MAX_HEADER_BYTES,
      signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
      ...(idleMs !== undefined && { timeout: idleMs }),
    });
    let answer: IncomingMessage | undefined;
    outgoing.on('timeout', () => (answer ?? outgoing).destroy(new NoAnswer(TIMED_OUT)));
    outgoing.on('response', (head) => resolve((answer = head)));
    outgoing.on('error', (error) => reject(new NoAnswer(timeout.aborted ? TIMED_OUT : reasonOf(error))));
    outgoing.end(body);
  });
}

/** Names no address. */
export function reasonOf(error: Error): string {
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
