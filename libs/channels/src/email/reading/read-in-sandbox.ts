import { mailPage } from '../mail-page.js';
import { readMail } from '../read-mail.js';
import { serializeMail, type ReadJob, type ReadResult } from './reading-protocol.js';

const UNKNOWN_SENDER = 'unknown@unknown.invalid';

/** Runs in a sandbox. */
export function handle(job: ReadJob): ReadResult {
  const raw = Buffer.from(job.raw.buffer, job.raw.byteOffset, job.raw.byteLength);
  if (job.kind === 'mail') return serializeMail(readMail(raw, job.envelopeFrom));
  // The sender is known already; only the content matters here.
  const { html, attachments } = readMail(raw, UNKNOWN_SENDER);
  return html === null ? null : mailPage(html, attachments, job.remoteImages);
}
