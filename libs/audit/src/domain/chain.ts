import { createHmac } from 'node:crypto';
import type { AuditNote } from '#wasl/contracts';

/** One entry of the trail, without its link. `seq` grows by one, without gaps, from 1. */
export interface AuditEntry extends Omit<AuditNote, 'action' | 'targetKind'> {
  seq: number;
  /** ISO 8601 UTC, to the millisecond */
  at: string;
  action: string;
  targetKind: string;
}

/** The head of the chain: number and link of the last entry; 0 and empty when there is none. */
export interface ChainHead {
  seq: number;
  link: Buffer;
}

export const EMPTY_CHAIN: ChainHead = { seq: 0, link: Buffer.alloc(0) };

/**
 * The link of an entry: HMAC-SHA256 over the previous link and all fields of the entry. The key is not in the database,
 * so that somebody with write access to the database cannot repair the chain after a change.
 */
export function linkOf(key: Buffer, before: Buffer, entry: AuditEntry): Buffer {
  const { seq, at, actorId, action, targetKind, targetId, detail } = entry;
  const content = JSON.stringify([seq, at, actorId, action, targetKind, targetId, sorted(detail)]);
  return createHmac('sha256', key).update(before).update(content).digest();
}

/** Authenticates the head: without it, entries could be removed from the end unnoticed. */
export function sealOf(key: Buffer, head: ChainHead): Buffer {
  return createHmac('sha256', key).update(`head ${head.seq} `).update(head.link).digest();
}

export interface ChainFault {
  seq: number;
  fault: 'missing' | 'changed';
}

/**
 * Verifies a part of the chain.
 * @param keys keys that links may have been made with: the key changes when SECRET_KEY is rotated
 * @returns the head after it, or the first invalid entry
 */
export function verifyChain(
  keys: Buffer[],
  from: ChainHead,
  entries: (AuditEntry & { link: Buffer })[],
): ChainHead | ChainFault {
  let head = from;
  for (const entry of entries) {
    if (entry.seq !== head.seq + 1) return { seq: head.seq + 1, fault: 'missing' };
    const before = head.link;
    if (!keys.some((key) => linkOf(key, before, entry).equals(entry.link)))
      return { seq: entry.seq, fault: 'changed' };
    head = { seq: entry.seq, link: entry.link };
  }
  return head;
}

/** PostgreSQL does not preserve the key order of jsonb. */
function sorted(detail: AuditNote['detail']) {
  return Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1));
}
