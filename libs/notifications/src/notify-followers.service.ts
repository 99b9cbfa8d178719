import { Inject, Injectable } from '@nestjs/common';
import { markNotified, PUBLIC_REQUESTS, ReportLinks, stageSql } from '#wasl/channels';
import type { DomainEvent } from '#wasl/contracts';
import { Database, BatchLoader, UnitOfWork, PeriodicTask } from '#wasl/platform';
import { formatTicketNumber, survivingTicketId, withMergedTicketIds } from '#wasl/tickets';
import { type Follower, FOLLOWER_SELECT, readUnconfirmedFollower } from './follower-rows.js';
import { type FollowerNotice, FollowerNotices } from './follower-notices.service.js';

/** Followers notified in one transaction. */
const BATCH_SIZE = 100;
/** Tickets handled in one sweep. */
const TICKETS_PER_SWEEP = 100;

/** What was stored to be sent. */
export interface StoredNotices {
  mails: string[];
  texts: string[];
}

/**
 * Notifies followers of public reports: first to confirm the address, then once about each new stage. The last stage
 * sent is stored in the follower's row, in the transaction that stores the notice. So repeated events do no harm, and
 * followers skipped because of limits are notified later.
 */
@Injectable()
export class NotifyFollowers {
  /** one batched statement, because hardly any ticket has followers */
  private readonly followed = new BatchLoader<string, string>((ids) => this.survivorsOf(ids));

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ReportLinks) private readonly links: ReportLinks,
    @Inject(FollowerNotices) private readonly notices: FollowerNotices,
  ) {}

  async notify(event: DomainEvent): Promise<StoredNotices> {
    const told: StoredNotices = { mails: [], texts: [] };
    if (event.type === 'follower.asked') {
      await this.askToConfirm(event as DomainEvent<'follower.asked'>, told);
    } else if (event.type === 'ticket.changed' && event.data.changed.includes('status')) {
      const matter = await this.followed.load(event.data.ticketId);
      if (matter) await this.notifyOf(matter, told);
    }
    return told;
  }

  /** Whoever was not told, because an event was lost or their address had enough for the hour. */
  @PeriodicTask({ name: 'tell-followers', everyMs: 60_000 })
  async notifyMissed(): Promise<StoredNotices> {
    const told: StoredNotices = { mails: [], texts: [] };
    const matters = await this.database.query<{ id: string }>(
      `SELECT DISTINCT s.id
         FROM (SELECT DISTINCT ticket_id, told FROM report_follower WHERE confirmed_at IS NOT NULL) f
         JOIN (${PUBLIC_REQUESTS}) ON t.id = f.ticket_id
         JOIN ticket s ON s.id = (${survivingTicketId('t.id')})
        WHERE f.told <> ${stageSql('s.status')} AND s.updated_at < now() - interval '1 minute' LIMIT $1`,
      [TICKETS_PER_SWEEP],
    );
    for (const { id } of matters) await this.notifyOf(id, told);
    return told;
  }

  private async askToConfirm(event: DomainEvent<'follower.asked'>, told: StoredNotices): Promise<void> {
    const follower = await readUnconfirmedFollower(this.database, event.data.followerId);
    if (!follower) return;
    const link = this.links.follower('confirm', follower.id, follower.language);
    const notice = await this.notices.compose('report_confirm', follower, { confirmLink: link });
    const id = await this.unitOfWork.run((tx) =>
      this.notices.store(tx, { follower, notice, eventId: event.id, purpose: 'follow_confirm' }),
    );
    if (id) told[follower.kind === 'email' ? 'mails' : 'texts'].push(id);
  }

  /** @param matter id of the ticket, or of the one it was merged into */
  private async notifyOf(matter: string, told: StoredNotices): Promise<void> {
    let after = { kind: '', address: '' };
    for (;;) {
      const page = await this.notifyBatch(matter, after, told);
      if (page.length < BATCH_SIZE) return;
      after = page.at(-1)!;
    }
  }

  private async notifyBatch(
    matter: string,
    after: { kind: string; address: string },
    told: StoredNotices,
  ): Promise<Follower[]> {
    // Rendered first, because loading templates may need a second connection, which must not happen inside a
    // transaction.
    const due = await this.outdatedFollowers(this.database, matter, after);
    const composed = await Promise.all(due.map((follower) => this.compose(follower)));
    if (due.length === 0) return due;
    const stored = await this.unitOfWork.run(async (tx) => {
      tx.send('SELECT pg_advisory_xact_lock(hashtextextended($1, 7251))', [`matter ${matter}`]);
      const still = new Map(
        (await this.outdatedFollowers(tx, matter, after)).map((one) => [one.id, one.stage]),
      );
      const sent: StoredNotices = { mails: [], texts: [] };
      for (const [n, follower] of due.entries()) {
        if (still.get(follower.id) !== follower.stage) continue;
        const notice = composed[n];
        const eventId = `${follower.id}-${follower.stage}-${tx.now.getTime()}`;
        const id = notice
          ? await this.notices.store(tx, { follower, notice, eventId, purpose: 'follow_stage' })
          : null;
        if (id) sent[follower.kind === 'email' ? 'mails' : 'texts'].push(id);
        // A follower who cannot be reached counts as notified; one over the limit is notified later.
        if (id || !notice) markNotified(tx, follower.ids, follower.stage);
      }
      return sent;
    });
    told.mails.push(...stored.mails);
    told.texts.push(...stored.texts);
    return due;
  }

  private compose(follower: Follower): Promise<FollowerNotice | null> {
    return this.notices.compose('report_stage', follower, {
      reportLink: this.links.report(formatTicketNumber(follower.number), follower.language),
      stopLink: this.links.follower('stop', follower.id, follower.language),
    });
  }

  /** One row for each address, however many of the merged reports it follows. */
  private outdatedFollowers(
    db: Pick<Database, 'query'>,
    matter: string,
    after: { kind: string; address: string },
  ): Promise<Follower[]> {
    return db.query<Follower>(
      `${FOLLOWER_SELECT} WHERE s.id = $1 AND f.ticket_id IN (${withMergedTicketIds('$1')}) AND f.confirmed_at IS NOT NULL
          AND f.told <> ${stageSql('s.status')} AND (f.kind, f.address) > ($2, $3)
        GROUP BY f.kind, f.address, s.status ORDER BY f.kind, f.address LIMIT ${BATCH_SIZE}`,
      [matter, after.kind, after.address],
    );
  }

  private async survivorsOf(ticketIds: string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; matter: string }>(
      `SELECT asked.id, s.id AS matter
         FROM unnest($1::bigint[]) AS asked (id)
         CROSS JOIN LATERAL (${survivingTicketId('asked.id')}) s
        WHERE EXISTS (SELECT 1 FROM report_follower WHERE confirmed_at IS NOT NULL)
          AND EXISTS (SELECT 1 FROM report_follower f WHERE f.ticket_id IN (${withMergedTicketIds('s.id')}))`,
      [ticketIds],
    );
    return new Map(rows.map(({ id, matter }) => [id, matter]));
  }
}
