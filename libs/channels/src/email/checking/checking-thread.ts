import { parentPort } from 'node:worker_threads';
import { authenticate } from 'mailauth';
import { limitSignatures } from '../domain/limit-signatures.js';
import { checksOf, type SenderChecks } from '../domain/sender-checks.js';
import type { FromThread, ToThread } from './checking-protocol.js';

/**
 * A thread that only checks the senders of mail. It has no settings, secrets or connections: it asks the process for
 * DNS, and is ended when it no longer answers.
 */
const lookups = new Map<
  number,
  { resolve(records: string[] | string[][]): void; reject(error: Error): void }
>();
let lastLookup = 0;

const send = (message: FromThread) => parentPort!.postMessage(message);

function lookUp(name: string, type: string): Promise<string[] | string[][]> {
  const lookup = ++lastLookup;
  return new Promise((resolve, reject) => {
    lookups.set(lookup, { resolve, reject });
    send({ kind: 'lookup', lookup, name, type });
  });
}

async function check(job: ToThread & { kind: 'check' }): Promise<SenderChecks> {
  const raw = Buffer.from(job.raw.buffer, job.raw.byteOffset, job.raw.byteLength);
  const result = await authenticate(limitSignatures(raw), {
    sender: job.sender,
    ...(job.client ? { ip: job.client.ip, helo: job.client.helo } : { trustReceived: true }),
    mta: job.mta,
    resolver: lookUp as never,
    disableArc: true,
    disableBimi: true,
  });
  return checksOf(result);
}

parentPort!.on('message', (message: ToThread) => {
  if (message.kind === 'check') {
    check(message).then(
      (checks) => send({ kind: 'checked', id: message.id, checks }),
      (error: unknown) =>
        send({ kind: 'failed', id: message.id, error: String((error as Error)?.message).slice(0, 500) }),
    );
    return;
  }
  if (message.kind === 'ask') return send({ kind: 'waiting', id: message.id });
  const waiting = lookups.get(message.lookup);
  lookups.delete(message.lookup);
  if (message.kind === 'found') waiting?.resolve(message.records);
  else waiting?.reject(Object.assign(new Error(message.message), { code: message.code }));
});

send({ kind: 'ready' });
