import type { IncomingMessage } from 'node:http';
import { openOutside, type OutsideCall } from './open-outside.js';

export interface OutsideRequest extends Pick<OutsideCall, 'url' | 'headers' | 'addresses' | 'signal'> {
  body: string;
  /** for everything, from the look-up of the name to the status of the answer */
  timeoutMs: number;
  /** how much of the answer's body is read */
  maxBytes: number;
}

export interface OutsideAnswer {
  status: number;
  /** its beginning */
  body: Buffer;
}

/** The status is what counts; the body is for people, and is not waited for any longer. */
const BODY_TIMEOUT_MS = 2_000;

/**
 * Posts to an address that somebody chose.
 * @throws NoAnswer
 */
export async function postOutside(request: OutsideRequest): Promise<OutsideAnswer> {
  const { timeoutMs, maxBytes, ...call } = request;
  const answer = await openOutside({ ...call, method: 'POST', timeout: AbortSignal.timeout(timeoutMs) });
  const body = await readBeginning(answer, maxBytes);
  answer.destroy();
  return { status: answer.statusCode ?? 0, body };
}

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
