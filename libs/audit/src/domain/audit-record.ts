import type { AuditDetail } from '#wasl/contracts';

/** What is written to places outside: an entry of the trail, where the trail ends, or what a check of it found. */
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

const FIRST_WAIT_SECONDS = 2;
const LONGEST_WAIT_SECONDS = 300;

/** How long to leave a receiver alone that has failed so many times in a row. */
export function waitAfterFailures(failures: number): number {
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** Math.min(failures - 1, 20));
}
