import { authenticate } from 'mailauth';
import type { SandboxHandler } from '#wasl/platform';
import { limitSignatures } from '../domain/limit-signatures.js';
import { checksOf, type SenderChecks } from '../domain/sender-checks.js';
import type { CheckJob, DnsQuestion, DnsRecords } from './checking-protocol.js';

/** Runs in a sandbox. */
export const handle: SandboxHandler<CheckJob, SenderChecks, DnsQuestion, DnsRecords> = async (job, ask) => {
  const raw = Buffer.from(job.raw.buffer, job.raw.byteOffset, job.raw.byteLength);
  const result = await authenticate(limitSignatures(raw), {
    sender: job.sender,
    ...(job.client ? { ip: job.client.ip, helo: job.client.helo } : { trustReceived: true }),
    mta: job.mta,
    resolver: ((name: string, type: string) => ask({ name, type })) as never,
    disableArc: true,
    disableBimi: true,
  });
  return checksOf(result);
};
