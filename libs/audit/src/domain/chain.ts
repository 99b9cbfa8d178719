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

/** Where the trail ends: the number and the link of its last entry; 0 and no bytes when it has none. */
export interface ChainHead {
  seq: number;
  link: Buffer;
}

export const EMPTY_CHAIN: ChainHead = { seq: 0, link: Buffer.alloc(0) };

/**
 * An entry's link: HMAC-SHA256 over the link before it and everything the entry says. The key is not in the database,
 * so that whoever can write there can still not mend the chain after a change.
 */
export function linkOf(key: Buffer, before: Buffer, entry: AuditEntry): Buffer {
  const { seq, at, actorId, action, targetKind, targetId, detail } = entry;
  const said = JSON.stringify([seq, at, actorId, action, targetKind, targetId, sorted(detail)]);
  return createHmac('sha256', key).update(before).update(said).digest();
}

/** Proves where the trail ends: without it, entries could be cut off at the end unseen. */
export function sealOf(key: Buffer, head: ChainHead): Buffer {
  return createHmac('sha256', key).update(`head ${head.seq} `).update(head.link).digest();
}

export interface ChainFault {
  seq: number;
  fault: 'missing' | 'changed';
}

/**
 * Follows a part of the chain.
 * @param keys any of which may have made a link: the key changes when SECRET_KEY is rotated
 * @returns the head after it, or the first entry that is not as it was written
 */
export function follow(
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

/** PostgreSQL gives the keys of a JSON object back in an order of its own. */
function sorted(detail: AuditNote['detail']) {
  return Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1));
}
