import { parentPort } from 'node:worker_threads';
import { mailPage } from '../mail-page.js';
import { readMail } from '../read-mail.js';
import { passed, type ReadAnswer, type ReadJob } from './reading-protocol.js';

/**
 * A thread that only reads mail from strangers. It has no settings, secrets or connections, and is ended when a mail
 * needs too much time or memory.
 */
const UNKNOWN_SENDER = 'unknown@unknown.invalid';

function work(job: ReadJob): { answer: ReadAnswer; memory: ArrayBuffer[] } {
  const raw = Buffer.from(job.raw.buffer, job.raw.byteOffset, job.raw.byteLength);
  if (job.kind === 'mail') {
    const { mail, memory } = passed(readMail(raw, job.envelopeFrom));
    return { answer: { id: job.id, result: mail }, memory };
  }
  // The sender is known already; only the content matters here.
  const { html, attachments } = readMail(raw, UNKNOWN_SENDER);
  const page = html === null ? null : mailPage(html, attachments, job.remoteImages);
  return { answer: { id: job.id, result: page }, memory: [] };
}

parentPort!.on('message', (job: ReadJob) => {
  try {
    const { answer, memory } = work(job);
    parentPort!.postMessage(answer, memory);
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown };
    parentPort!.postMessage({
      id: job.id,
      error: String(message).slice(0, 500),
      // Only our own codes mean something to others.
      code: typeof code === 'string' && code.startsWith('mail.') ? code : null,
    } satisfies ReadAnswer);
  }
});
