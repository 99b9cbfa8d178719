import { Inject, Injectable } from '@nestjs/common';
import type { AuditAction, AuditDetail, AuditNote } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile, readCallerNumber } from '#wasl/country';
import { Catalogue } from '#wasl/directory';
import {
  CLOCK,
  type Clock,
  conflict,
  decodeCursor,
  invalidField,
  isUuid,
  notFound,
  type Page,
  type PageRequest,
  pageOf,
  unprocessable,
  uuidv7,
} from '#wasl/kernel';
import { Database, UnitOfWork } from '#wasl/platform';
import { callbackNumber } from './domain/call-lifecycle.js';

export interface BlockedCaller {
  id: string;
  /** E.164, a short code, or digits of no numbering plan as the PBX sends them */
  number: string;
  reason: string;
  /** name of who blocked it */
  by: string;
  createdAt: string;
  /** null: until it is removed */
  until: string | null;
}

type Row = Omit<BlockedCaller, 'createdAt' | 'until'> & { createdAt: Date; until: Date | null };

/** Numbers whose calls are rejected. */
@Injectable()
export class BlockedCallers {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first; those whose time is over too, until they are removed or blocked anew. */
  async list(page: PageRequest): Promise<Page<BlockedCaller>> {
    const after = page.after ? decodeCursor(page.after, 'uuid')[0] : null;
    const rows = await this.database.query<Row>(
      `SELECT b.id, b.number, b.reason, s.name AS by, b.created_at AS "createdAt", b.until
         FROM blocked_caller b JOIN staff s ON s.id = b.staff_id
        WHERE $1::uuid IS NULL OR b.id < $1 ORDER BY b.id DESC LIMIT $2`,
      [after, page.size + 1],
    );
    const { data, meta } = pageOf(rows, page.size, (row) => [row.id]);
    return { data: data.map(shown), meta };
  }

  /**
   * Blocks a number from now on; a call that rings already goes on.
   * @throws invalid when it is no number, such as that of a withheld caller, or the time is over; unprocessable
   *   `blocked_caller.protected` for numbers of our own and short codes; conflict when it is blocked already
   */
  async block(
    { number, reason, until }: { number: string; reason: string; until?: string | null },
    staffId: string,
  ): Promise<BlockedCaller> {
    const known = callbackNumber(this.read(number));
    if (known === null) throw invalidField('number', 'phone');
    const end = until ? new Date(until) : null;
    if (end && end <= this.clock.now()) throw invalidField('until', 'past');
    await this.refuseProtected(known);
    const id = uuidv7(this.clock.now().getTime());
    await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query(
        `INSERT INTO blocked_caller AS b (id, number, reason, staff_id, created_at, until)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (number) DO UPDATE SET id = $1, reason = $3, staff_id = $4, created_at = $5, until = $6
          WHERE b.until <= $5 RETURNING id`,
        [id, known, reason, staffId, tx.now, end],
      );
      if (!row) throw conflict('blocked_caller.known');
      tx.emit('audit.noted', noteOf(staffId, 'config.created', id, { until: end?.toISOString() ?? null }));
    });
    return this.get(id);
  }

  /** @throws not_found */
  async unblock(id: string, staffId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query('DELETE FROM blocked_caller WHERE id = $1 RETURNING id', [
        isUuid(id) ? id : null,
      ]);
      if (!row) throw notFound('blocked_caller.not_found');
      tx.emit('audit.noted', noteOf(staffId, 'config.removed', id, {}));
    });
  }

  /** Nobody who withholds their number is ever blocked. */
  async isBlocked(caller: { from: string | null; fromRaw: string | null }): Promise<boolean> {
    const number = callbackNumber(caller);
    if (number === null) return false;
    const rows = await this.database.query(
      'SELECT 1 FROM blocked_caller WHERE number = $1 AND (until IS NULL OR until > now())',
      [number],
    );
    return rows.length > 0;
  }

  private read(text: string) {
    const { number, raw } = readCallerNumber(text, this.country);
    return { from: number, fromRaw: raw };
  }

  /** An emergency service may call back from its short code; the others would cut off the contact centre itself. */
  private async refuseProtected(number: string): Promise<void> {
    const isShortCode = this.country.shortCodes.some((short) => short.number === number);
    const isQueue = (await this.catalogue.queues()).some((queue) => queue.dialNumbers.includes(number));
    const staff = await this.database.query('SELECT 1 FROM staff WHERE extension = $1', [number]);
    if (isShortCode || isQueue || staff.length > 0) throw unprocessable('blocked_caller.protected');
  }

  private async get(id: string): Promise<BlockedCaller> {
    const [row] = await this.database.query<Row>(
      `SELECT b.id, b.number, b.reason, s.name AS by, b.created_at AS "createdAt", b.until
         FROM blocked_caller b JOIN staff s ON s.id = b.staff_id WHERE b.id = $1`,
      [id],
    );
    if (!row) throw notFound('blocked_caller.not_found');
    return shown(row);
  }
}

const shown = (row: Row): BlockedCaller => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  until: row.until?.toISOString() ?? null,
});

/** The number is personal data and does not stand in the trail. */
const noteOf = (actorId: string, action: AuditAction, targetId: string, detail: AuditDetail): AuditNote => ({
  actorId,
  action,
  targetKind: 'blocked_caller',
  targetId,
  detail,
});
