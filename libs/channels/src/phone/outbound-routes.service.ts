import { Inject, Injectable } from '@nestjs/common';
import type { AuditAction, AuditNote } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { invalidField, notFound, type Page, type PageRequest } from '#wasl/kernel';
import { Database, pageByKey, type RuntimeSettings, SETTINGS, UnitOfWork } from '#wasl/platform';
import { patternsOf, readPattern } from './domain/outbound-pattern.js';
import { dialledNumber } from './phone-numbers.js';

export interface OutboundRoute {
  /** a number, its beginning and `*`, or `*` */
  pattern: string;
  /** what the called see */
  callerId: string;
  note: string;
}

/** The same as for OUTBOUND_CALLER_ID. */
const CALLER_ID = /^\+?\d{3,15}$/;

/** Which number the called see: that of the longest pattern that fits, else OUTBOUND_CALLER_ID. */
@Injectable()
export class OutboundRoutes {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  list(page: PageRequest): Promise<Page<OutboundRoute>> {
    return pageByKey<OutboundRoute>(
      this.database,
      page,
      'SELECT pattern, caller_id AS "callerId", note FROM outbound_route',
      'pattern',
      (row) => row.pattern,
    );
  }

  /**
   * Sets what those of a pattern see.
   * @throws invalid
   */
  async put(text: string, callerId: string, note: string, staffId: string): Promise<OutboundRoute> {
    const pattern = readPattern(text);
    if (!pattern) throw invalidField('pattern', 'format');
    if (!CALLER_ID.test(callerId)) throw invalidField('callerId', 'phone');
    await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query<{ made: boolean }>(
        `INSERT INTO outbound_route (pattern, caller_id, note) VALUES ($1, $2, $3)
         ON CONFLICT (pattern) DO UPDATE SET caller_id = $2, note = $3 RETURNING xmax = 0 AS made`,
        [pattern, callerId, note],
      );
      const action = row!.made ? 'config.created' : 'config.changed';
      tx.emit('audit.noted', noteOf(staffId, action, pattern, { callerId }));
    });
    return { pattern, callerId, note };
  }

  /** @throws not_found */
  async remove(text: string, staffId: string): Promise<void> {
    const pattern = readPattern(text);
    await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query('DELETE FROM outbound_route WHERE pattern = $1 RETURNING pattern', [
        pattern,
      ]);
      if (!row) throw notFound('outbound_route.not_found');
      tx.emit('audit.noted', noteOf(staffId, 'config.removed', pattern!, {}));
    });
  }

  /** @param dialled as the PBX sent it */
  async callerIdFor(dialled: string): Promise<string | null> {
    const [row] = await this.database.query<{ callerId: string }>(
      `SELECT caller_id AS "callerId" FROM outbound_route JOIN unnest($1::text[]) WITH ORDINALITY AS fitting (pattern, n)
        USING (pattern) ORDER BY n LIMIT 1`,
      [patternsOf(dialledNumber(dialled, this.country))],
    );
    return row?.callerId ?? this.settings.OUTBOUND_CALLER_ID ?? null;
  }
}

const noteOf = (
  actorId: string,
  action: AuditAction,
  targetId: string,
  detail: AuditNote['detail'],
): AuditNote => ({ actorId, action, targetKind: 'outbound_route', targetId, detail });
