import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '#wasl/contracts';
import { Keys, type Tx, OnEvent } from '#wasl/platform';
import { type AuditEntry, type ChainHead, linkOf, sealOf } from './domain/chain.js';
import { type TimedAuditNote, auditNotesOf } from './domain/notes-of-events.js';

/** Writes the audit trail. Called only by the outbox projection, so that each note is written exactly once. */
@Injectable()
export class AuditTrail {
  constructor(@Inject(Keys) private readonly keys: Keys) {}

  /** Costs nothing when none of the events is a note. */
  @OnEvent(['audit.noted'], { as: 'projection', order: 40 })
  async apply(tx: Pick<Tx, 'query' | 'send'>, events: DomainEvent[]): Promise<void> {
    const notes = auditNotesOf(events);
    if (notes.length === 0) return;
    // The lock on the head serialises writers; otherwise the chain would fork.
    const [head] = await tx.query<{ seq: string; link: Buffer }>(
      'SELECT seq, link FROM audit_head FOR UPDATE',
    );
    this.append(tx, { seq: Number(head!.seq), link: head!.link }, notes);
  }

  /**
   * Seals the end of the trail with the newest key of SECRET_KEY.
   * @throws Error when the current seal matches no key: the trail was changed, and a new seal would hide that
   */
  async reseal(tx: Pick<Tx, 'query' | 'send'>): Promise<void> {
    const [row] = await tx.query<{ seq: string; link: Buffer; seal: Buffer | null }>(
      'SELECT seq, link, seal FROM audit_head FOR UPDATE',
    );
    const head = { seq: Number(row!.seq), link: row!.link };
    if (head.seq === 0) return;
    if (!this.keys.current('audit').some((key) => row!.seal?.equals(sealOf(key, head))))
      throw new Error('The audit trail does not end where its seal says: see GET /api/v1/audit/verification');
    tx.send('UPDATE audit_head SET seal = $1', [sealOf(this.keys.for('audit'), head)]);
  }

  private append(tx: Pick<Tx, 'send'>, head: ChainHead, notes: TimedAuditNote[]): void {
    const key = this.keys.for('audit');
    let last = head;
    const rows = notes.map((note) => {
      const entry: AuditEntry = { seq: last.seq + 1, ...note };
      last = { seq: entry.seq, link: linkOf(key, last.link, entry) };
      return { ...entry, link: last.link };
    });
    tx.send(
      `WITH ended AS (UPDATE audit_head SET seq = $9, link = $10, seal = $11)
       INSERT INTO audit_entry (seq, at, actor_id, action, target_kind, target_id, detail, link)
       SELECT * FROM unnest($1::bigint[], $2::timestamptz[], $3::uuid[], $4::text[], $5::text[], $6::text[],
                            $7::jsonb[], $8::bytea[])`,
      [
        rows.map(({ seq }) => seq),
        rows.map(({ at }) => at),
        rows.map(({ actorId }) => actorId),
        rows.map(({ action }) => action),
        rows.map(({ targetKind }) => targetKind),
        rows.map(({ targetId }) => targetId),
        rows.map(({ detail }) => JSON.stringify(detail)),
        rows.map(({ link }) => `\\x${link.toString('hex')}`),
        last.seq,
        last.link,
        sealOf(key, last),
      ],
    );
  }
}
