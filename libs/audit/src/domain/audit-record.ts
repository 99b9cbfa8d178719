import type { AuditDetail } from '#wasl/contracts';

/** A record for external receivers: an entry, the current head, or the result of a failed check. */
export type AuditRecord =
  | {
      kind: 'entry';
      seq: number;
      at: string;
      actorId: string | null;
      action: string;
      targetKind: string;
      targetId: string | null;
      detail: AuditDetail;
      /** in hexadecimal */
      link: string;
    }
  | { kind: 'head'; seq: number; at: string; link: string }
  | { kind: 'broken'; seq: number; at: string; fault: string };

/** One line of JSON. */
export const recordLine = (record: AuditRecord) => `${JSON.stringify(record)}\n`;

const MIN_BACKOFF_SECONDS = 2;
const MAX_BACKOFF_SECONDS = 300;

/** Backoff after consecutive failures of a receiver. */
export function backoffSeconds(failures: number): number {
  return Math.min(MAX_BACKOFF_SECONDS, MIN_BACKOFF_SECONDS * 2 ** Math.min(failures - 1, 20));
}
