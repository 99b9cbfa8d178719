import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { AuditDetail } from '#wasl/contracts';
import { CLOCK, type Clock } from '#wasl/kernel';
import { Database, type RuntimeSettings, SETTINGS, PeriodicTask } from '#wasl/platform';
import { type AuditRecord, backoffSeconds } from '../domain/audit-record.js';
import { VerifyTrail } from '../verify-trail.service.js';
import { type Receiver, receiversOf } from './receivers.js';

const BATCH = 500;
/** Longer than the timeout of a receiver. */
const LEASE_SECONDS = 60;
/** Entries can be removed from the end without detection only within this time. */
const ANCHOR_EVERY_SECONDS = 300;

interface Row {
  seq: string;
  at: Date;
  actorId: string | null;
  action: string;
  targetKind: string;
  targetId: string | null;
  detail: AuditDetail;
  link: string;
}

/**
 * Streams the trail to external receivers, in order and at least once. The position of each receiver is stored in the
 * database and advances only after a whole batch was delivered. Periodically it also sends the head, so that external
 * copies prove the content of the database.
 */
@Injectable()
export class AuditStream {
  private readonly logger = new Logger('AuditStream');
  private readonly receivers: Receiver[];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(VerifyTrail) private readonly trail: VerifyTrail,
    @Inject(SETTINGS) settings: RuntimeSettings,
  ) {
    this.receivers = receiversOf(settings);
  }

  /** Sends what each receiver lacks, and is not to be left alone for now. */
  @PeriodicTask({ name: 'stream-audit', everyMs: 2_000 })
  async run(): Promise<void> {
    await Promise.all(this.receivers.map((receiver) => this.deliver(receiver)));
  }

  /** Looks at the whole trail; what is wrong is said outside, and in the log. */
  @PeriodicTask({ name: 'check-audit', everyMs: 86_400_000 })
  async check(): Promise<boolean> {
    const { intact, broken } = await this.trail.verify();
    if (broken) {
      this.logger.error(`the audit trail is broken at ${broken.id}: ${broken.fault}`);
      const at = this.clock.now().toISOString();
      const record = { kind: 'broken', seq: Number(broken.id), at, fault: broken.fault } as const;
      for (const receiver of this.receivers)
        await receiver.write([record]).catch((error: Error) => this.warn(receiver, error));
    }
    return intact;
  }

  private async deliver(receiver: Receiver): Promise<void> {
    const lease = randomUUID();
    for (;;) {
      const claim = await this.claim(receiver.name, lease);
      if (!claim) return;
      const entries = await this.entriesAfter(Number(claim.seq));
      const anchor = claim.anchor && entries.length < BATCH;
      const records = anchor ? [...entries, ...(await this.head())] : entries;
      try {
        if (records.length > 0) await receiver.write(records);
      } catch (error) {
        this.warn(receiver, error as Error);
        return this.recordFailure(receiver.name, lease, claim.failures + 1);
      }
      await this.recordDelivery(receiver.name, lease, entries.at(-1)?.seq ?? Number(claim.seq), anchor);
      if (entries.length < BATCH) return;
    }
  }

  private async claim(name: string, lease: string) {
    await this.database.query('INSERT INTO audit_receiver (name) VALUES ($1) ON CONFLICT DO NOTHING', [name]);
    const [row] = await this.database.query<{ seq: string; failures: number; anchor: boolean }>(
      `UPDATE audit_receiver SET lease = $2, leased_until = now() + $3 * interval '1 second'
        WHERE name = $1 AND leased_until < now() AND next_at <= now()
        RETURNING seq, failures, coalesce(anchored_at < now() - $4 * interval '1 second', true) AS anchor`,
      [name, lease, LEASE_SECONDS, ANCHOR_EVERY_SECONDS],
    );
    return row;
  }

  private async entriesAfter(seq: number): Promise<Extract<AuditRecord, { kind: 'entry' }>[]> {
    const rows = await this.database.query<Row>(
      `SELECT seq, at, actor_id AS "actorId", action, target_kind AS "targetKind", target_id AS "targetId", detail,
              encode(link, 'hex') AS link
         FROM audit_entry WHERE seq > $1 ORDER BY seq LIMIT $2`,
      [seq, BATCH],
    );
    return rows.map((row) => ({ kind: 'entry', ...row, seq: Number(row.seq), at: row.at.toISOString() }));
  }

  private async head(): Promise<AuditRecord[]> {
    const [row] = await this.database.query<{ seq: string; link: string }>(
      `SELECT seq, encode(link, 'hex') AS link FROM audit_head WHERE seq > 0`,
    );
    const at = this.clock.now().toISOString();
    return row ? [{ kind: 'head', seq: Number(row.seq), at, link: row.link }] : [];
  }

  private async recordDelivery(name: string, lease: string, seq: number, anchored: boolean): Promise<void> {
    await this.database.query(
      `UPDATE audit_receiver SET seq = $3, failures = 0, leased_until = '-infinity', next_at = '-infinity',
              anchored_at = CASE WHEN $4 THEN now() ELSE anchored_at END
        WHERE name = $1 AND lease = $2`,
      [name, lease, seq, anchored],
    );
  }

  private async recordFailure(name: string, lease: string, failures: number): Promise<void> {
    await this.database.query(
      `UPDATE audit_receiver SET failures = $3, leased_until = '-infinity', next_at = now() + $4 * interval '1 second'
        WHERE name = $1 AND lease = $2`,
      [name, lease, failures, backoffSeconds(failures)],
    );
  }

  private warn(receiver: Receiver, error: Error): void {
    this.logger.warn(`audit trail not written to ${receiver.name}: ${error.message}`);
  }
}
