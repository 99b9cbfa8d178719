import { Inject, Injectable } from '@nestjs/common';
import type { AuditDetail } from '#wasl/contracts';
import { Database, Keys } from '#wasl/platform';
import { type ChainFault, type ChainHead, EMPTY_CHAIN, follow, sealOf } from './domain/chain.js';

/** Enough that round trips do not count, few enough that other calls are not held up. */
const BATCH = 2_000;

export interface Verdict {
  intact: boolean;
  /** entries that were found to be as they were written */
  entries: number;
  /** the last of them; kept elsewhere, it proves later that nothing up to here was changed */
  head: { id: string; link: string } | null;
  /** `cut_off`: the trail does not end where its seal says */
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

/** Checks that the trail is as it was written, from its first entry on. */
@Injectable()
export class VerifyTrail {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  async verify(): Promise<Verdict> {
    return this.database.readTogether(async (query) => {
      let head = EMPTY_CHAIN;
      for (;;) {
        const entries = await readAfter(query, head.seq);
        const followed = follow(this.keys.all('audit'), head, entries);
        if ('fault' in followed) return broken(followed, followed.seq - 1, head);
        head = followed;
        if (entries.length < BATCH) break;
      }
      const [kept] = await query<{ seq: string; seal: Buffer | null }>('SELECT seq, seal FROM audit_head');
      if (!this.endsHere(head, kept)) return broken({ seq: head.seq + 1, fault: 'cut_off' }, head.seq, head);
      return { intact: true, entries: head.seq, head: shown(head), broken: null };
    });
  }

  private endsHere(head: ChainHead, kept: { seq: string; seal: Buffer | null } | undefined): boolean {
    if (!kept || Number(kept.seq) !== head.seq) return false;
    if (head.seq === 0) return true;
    // Not with a key that was rotated away: whoever has that could write the whole trail anew.
    return this.keys.current('audit').some((key) => kept.seal?.equals(sealOf(key, head)) ?? false);
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
): Verdict {
  return {
    intact: false,
    entries,
    head: entries === head.seq ? shown(head) : null,
    broken: { id: String(seq), fault },
  };
}

const shown = (head: ChainHead) =>
  head.seq === 0 ? null : { id: String(head.seq), link: head.link.toString('hex') };
