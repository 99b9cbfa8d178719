import { authenticate } from 'mailauth';
import type { SandboxHandler } from '#wasl/platform';
import { limitSignatures } from '../domain/limit-signatures.js';
import { type CheckedSender, checksOf } from '../domain/sender-checks.js';
import { vouchedReplyTo } from '../domain/vouched-reply-to.js';
import type { CheckJob, DnsQuestion, DnsRecords } from './checking-protocol.js';

/** Runs in a sandbox. */
export const handle: SandboxHandler<CheckJob, CheckedSender, DnsQuestion, DnsRecords> = async (job, ask) => {
  const raw = Buffer.from(job.raw.buffer, job.raw.byteOffset, job.raw.byteLength);
  const result = await authenticate(limitSignatures(raw), {
    sender: job.sender,
    ...(job.client ? { ip: job.client.ip, helo: job.client.helo } : { trustReceived: true }),
    mta: job.mta,
    resolver: ((name: string, type: string) => ask({ name, type })) as never,
    disableArc: true,
    disableBimi: true,
  });
  return { checks: checksOf(result), replyTo: replyToOf(job, result) };
};

type Authentication = Awaited<ReturnType<typeof authenticate>>;

function replyToOf({ sender }: CheckJob, { dkim, dmarc }: Authentication): string | null {
  const passed = dmarc || undefined;
  return vouchedReplyTo({
    returnPath: sender,
    lines: dkim.headers?.parsed.map(({ line }) => String(line)) ?? [],
    signatures: dkim.results,
    dmarc: { result: passed?.status.result, strict: passed?.alignment?.dkim.strict },
  });
}
