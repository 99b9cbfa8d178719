import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { type UiLanguage, uuidv7 } from '#wasl/kernel';
import { Database, type Tx, UnitOfWork, PeriodicTask } from '#wasl/platform';
import { formatTicketNumber, parseTicketNumber, survivingTicketId, withMergedTicketIds } from '#wasl/tickets';
import { PUBLIC_REQUESTS } from '../open311/public-requests.service.js';
import { stageSql } from './domain/stage.js';
import { ReportLinks } from './report-links.service.js';

/** The address at which a follower wants notices. */
export interface FollowerAddress {
  kind: 'email' | 'phone';
  /** as {@link normalizeMailAddress} or `normalizePhone` give it */
  value: string;
}

/** Limits on unanswered confirmation requests: to one address per hour and per day, and for one report per hour. */
const MAX_UNCONFIRMED_PER_HOUR = 3;
const MAX_UNCONFIRMED_PER_DAY = 6;
const MAX_REQUESTS_PER_REPORT_PER_HOUR = 60;
/** A new confirmation request is sent only after this time. */
const REPEAT_AFTER_MINUTES = 60;
/** After this, an unconfirmed request is deleted. */
const UNCONFIRMED_DAYS = 2;
const DELETE_BATCH_SIZE = 1_000;

/** Following a public report: requested, confirmed from the address itself, ended at any time, and finally deleted. */
@Injectable()
export class FollowReports {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ReportLinks) private readonly links: ReportLinks,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /**
   * The answer reveals nothing about the address: it is the same whether the address is known, new, or over the
   * limit.
   * @returns false when there is no such report, or it is settled
   */
  async request(numberText: string, address: FollowerAddress, language: UiLanguage): Promise<boolean> {
    const number = parseTicketNumber(numberText);
    return this.unitOfWork.run(async (tx) => {
      const [report] = await tx.query<{ id: string }>(
        `SELECT t.id FROM ${PUBLIC_REQUESTS} JOIN ticket s ON s.id = (${survivingTicketId('t.id')})
          WHERE t.number = $1 AND s.status IN ('new', 'open', 'pending')`,
        [number],
      );
      if (!report) return false;
      if (await exceedsRequestLimits(tx, report.id, address)) return true;
      const [follower] = await tx.query<{ id: string }>(
        `INSERT INTO report_follower AS f (id, ticket_id, kind, address, language, asked_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (ticket_id, kind, address) DO UPDATE SET asked_at = $6, language = $5
           WHERE f.confirmed_at IS NULL AND f.asked_at < $6::timestamptz - $7 * interval '1 minute'
         RETURNING id`,
        [uuidv7(), report.id, address.kind, address.value, language, tx.now, REPEAT_AFTER_MINUTES],
      );
      if (follower) {
        tx.emit('follower.asked', {
          ticketId: report.id,
          number: formatTicketNumber(number!),
          followerId: follower.id,
        });
      }
      return true;
    });
  }

  /**
   * Shows the report of a link without changing anything, because mail scanners open links too.
   * @returns the report's number, grouped; null when the link is not or no longer valid
   */
  async reportOf(token: string): Promise<string | null> {
    const id = this.links.read('confirm', token);
    const [row] = await this.database.query<{ number: string }>(
      'SELECT t.number FROM report_follower f JOIN ticket t ON t.id = f.ticket_id WHERE f.id = $1',
      [id],
    );
    return row ? formatTicketNumber(row.number) : null;
  }

  /**
   * Confirms the follower, who gets notices from now on.
   * @returns the report's number, grouped; null when the link is invalid
   */
  async confirm(token: string): Promise<string | null> {
    const id = this.links.read('confirm', token);
    const [row] = await this.database.query<{ number: string }>(
      `UPDATE report_follower f SET confirmed_at = coalesce(f.confirmed_at, now()),
              told = coalesce(f.told, ${stageSql('s.status')})
         FROM ticket t JOIN ticket s ON s.id = (${survivingTicketId('t.id')})
        WHERE f.id = $1 AND t.id = f.ticket_id RETURNING t.number`,
      [id],
    );
    return row ? formatTicketNumber(row.number) : null;
  }

  /** Idempotent. @returns false when the link was never one of ours */
  async stop(token: string): Promise<boolean> {
    const id = this.links.read('stop', token);
    if (id) await this.database.query('DELETE FROM report_follower WHERE id = $1', [id]);
    return id !== null;
  }

  /** Whether the token is a valid stop link. */
  isStopToken(token: string): boolean {
    return this.links.read('stop', token) !== null;
  }

  /** Counts the followers of a ticket and of all tickets merged with it. @param number twelve digits */
  async count(number: string): Promise<number> {
    const [row] = await this.database.query<{ id: string }>('SELECT id FROM ticket WHERE number = $1', [
      number,
    ]);
    return row ? ((await countFollowers(this.database, [row.id])).get(row.id) ?? 0) : 0;
  }

  /**
   * Forgets who did not answer, and everybody of what is closed for good: it cannot be opened again by its requester.
   * @returns how many
   */
  @PeriodicTask({ name: 'forget-followers', everyMs: 300_000 })
  async deleteExpired(): Promise<number> {
    const rows = await this.database.query(
      `DELETE FROM report_follower WHERE id IN (
         SELECT id FROM (
           SELECT id FROM report_follower
            WHERE confirmed_at IS NULL AND asked_at < now() - ${UNCONFIRMED_DAYS} * interval '1 day'
           UNION ALL
           SELECT f.id FROM report_follower f
             JOIN ticket t ON t.id = f.ticket_id AND t.status = 'closed'
             JOIN ticket s ON s.id = (${survivingTicketId('t.id')})
            WHERE s.status = 'closed' AND s.closed_at < now() - $1 * interval '1 day') x LIMIT ${DELETE_BATCH_SIZE})
       RETURNING id`,
      [this.country.reopenDays],
    );
    return rows.length;
  }
}

/** The number of followers of each ticket, including tickets merged into it; somebody who follows two counts once. */
export async function countFollowers(
  db: Pick<Database, 'query'>,
  ticketIds: string[],
): Promise<Map<string, number>> {
  const rows = await db.query<{ id: string; n: number }>(
    `SELECT asked.id, count(DISTINCT (f.kind, f.address))::int AS n
       FROM unnest($1::bigint[]) AS asked (id)
       CROSS JOIN LATERAL (SELECT ARRAY(${withMergedTicketIds(`(${survivingTicketId('asked.id')})`)}) AS ids) matter
       JOIN report_follower f ON f.ticket_id = ANY (matter.ids) AND f.confirmed_at IS NOT NULL
      GROUP BY 1`,
    [ticketIds],
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Records the stage about which followers were notified last. */
export function markNotified(tx: Tx, followerIds: readonly string[], stage: string): void {
  tx.send('UPDATE report_follower SET told = $2 WHERE id = ANY($1::uuid[])', [followerIds, stage]);
}

/** Counted under locks on address and report, so that concurrent requests stay within the limits together. */
async function exceedsRequestLimits(
  tx: Tx,
  reportId: string,
  { kind, value }: FollowerAddress,
): Promise<boolean> {
  tx.send('SELECT pg_advisory_xact_lock(hashtextextended($1, 7250))', [`${kind} ${value}`]);
  tx.send('SELECT pg_advisory_xact_lock(hashtextextended($1, 7250))', [`report ${reportId}`]);
  const [row] = await tx.query<{ hour: number; day: number; report: number }>(
    `SELECT count(*) FILTER (WHERE kind = $1 AND address = $2 AND asked_at > $4::timestamptz - interval '1 hour')::int AS hour,
            count(*) FILTER (WHERE kind = $1 AND address = $2 AND asked_at > $4::timestamptz - interval '1 day')::int AS day,
            count(*) FILTER (WHERE ticket_id = $3 AND asked_at > $4::timestamptz - interval '1 hour')::int AS report
       FROM report_follower
      WHERE confirmed_at IS NULL AND ((kind = $1 AND address = $2) OR ticket_id = $3)`,
    [kind, value, reportId, tx.now],
  );
  const { hour, day, report } = row!;
  return (
    hour >= MAX_UNCONFIRMED_PER_HOUR ||
    day >= MAX_UNCONFIRMED_PER_DAY ||
    report >= MAX_REQUESTS_PER_REPORT_PER_HOUR
  );
}
