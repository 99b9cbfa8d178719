import { Inject, Injectable } from '@nestjs/common';
import type { AuditDetail } from '#wasl/contracts';
import { Database, Keys } from '#wasl/platform';
import { type ChainFault, type ChainHead, EMPTY_CHAIN, verifyChain, sealOf } from './domain/chain.js';

/** Large enough to keep round trips few, small enough not to block other calls. */
const BATCH = 2_000;

export interface TrailVerification {
  intact: boolean;
  /** number of valid entries */
  entries: number;
  /** the last valid one; a copy stored elsewhere proves later that nothing before it was changed */
  head: { id: string; link: string } | null;
  /** `cut_off`: the head does not match its seal */
  broken: { id: string; fault: 'missing' | 'changed' | 'cut_off' } | null;
}

interface Row {
  seq: string;
  at: Date;
  actorId: string | null;
  action: string;
  targetKind: string;
  targetId: string | null;
  detail: AuditDetail;
  link: Buffer;
}

/** Verifies the whole trail from its first entry on. */
@Injectable()
export class VerifyTrail {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  async verify(): Promise<TrailVerification> {
    return this.database.readInSnapshot(async (query) => {
      let head = EMPTY_CHAIN;
      for (;;) {
        const entries = await readAfter(query, head.seq);
        const followed = verifyChain(this.keys.all('audit'), head, entries);
        if ('fault' in followed) return broken(followed, followed.seq - 1, head);
        head = followed;
        if (entries.length < BATCH) break;
      }
      const [stored] = await query<{ seq: string; seal: Buffer | null }>('SELECT seq, seal FROM audit_head');
      if (!this.matchesSeal(head, stored))
        return broken({ seq: head.seq + 1, fault: 'cut_off' }, head.seq, head);
      return { intact: true, entries: head.seq, head: shown(head), broken: null };
    });
  }

  private matchesSeal(head: ChainHead, stored: { seq: string; seal: Buffer | null } | undefined): boolean {
    if (!stored || Number(stored.seq) !== head.seq) return false;
    if (head.seq === 0) return true;
    // Retired keys are not accepted: somebody with an old key could rewrite the whole trail.
    return this.keys.current('audit').some((key) => stored.seal?.equals(sealOf(key, head)) ?? false);
  }
}

async function readAfter(query: Database['query'], seq: number) {
  const rows = await query<Row>(
    `SELECT seq, at, actor_id AS "actorId", action, target_kind AS "targetKind", target_id AS "targetId", detail, link
       FROM audit_entry WHERE seq > $1 ORDER BY seq LIMIT $2`,
    [seq, BATCH],
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq), at: row.at.toISOString() }));
}

function broken(
  { seq, fault }: { seq: number; fault: ChainFault['fault'] | 'cut_off' },
  entries: number,
  head: ChainHead,
): TrailVerification {
  return {
    intact: false,
    entries,
    head: entries === head.seq ? shown(head) : null,
    broken: { id: String(seq), fault },
  };
}

const shown = (head: ChainHead) =>
  head.seq === 0 ? null : { id: String(head.seq), link: head.link.toString('hex') };
