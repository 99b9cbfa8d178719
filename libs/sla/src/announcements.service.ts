import { Inject, Injectable } from '@nestjs/common';
import type { TimeSpan } from '#wasl/country';
import {
  conflict,
  decodeCursor,
  isUuid,
  type Localized,
  notFound,
  type Page,
  type PageRequest,
  pageOf,
  uuidv7,
} from '#wasl/kernel';
import { Database, type Tx } from '#wasl/platform';
import { requireCalendar } from './calendar-admin.service.js';
import { ChangeRules } from './change-rules.js';
import { checkAnnouncement, checkZoneChange } from './check-announcement.js';
import {
  ANNOUNCEMENT_COLUMNS,
  type AnnouncementRow,
  ZONE_CHANGE_COLUMNS,
  type ZoneChangeRow,
} from './rules-snapshot.js';

/** The first day of an Islamic month, or days with special hours. */
export interface AnnouncementDraft {
  /** null: for every calendar that observes public holidays */
  calendar: string | null;
  month: { year: number; month: number; begins: string } | null;
  days: { from: string; to: string; name: Localized; hours: TimeSpan[] } | null;
}
export interface AnnouncementRecord extends AnnouncementDraft {
  id: string;
  announcedAt: string;
  withdrawnAt: string | null;
}

/** A change of a time zone that the operating system may not know yet. */
export interface ZoneChangeDraft {
  zone: string;
  from: string;
  /** null: no end date */
  to: string | null;
  offsetMinutes: number;
  note: string;
}
export interface ZoneChangeRecord extends ZoneChangeDraft {
  id: string;
  announcedAt: string;
  withdrawnAt: string | null;
}

/** Makes and withdraws announcements. Nothing is deleted, so that the rules of any past time stay known. */
@Injectable()
export class Announcements {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ChangeRules) private readonly changes: ChangeRules,
  ) {}

  /** Newest first, including withdrawn ones. @param calendar only those that concern it */
  async list(calendar: string | null, page: PageRequest): Promise<Page<AnnouncementRecord>> {
    const rows = await this.database.query<AnnouncementRow>(
      `SELECT ${ANNOUNCEMENT_COLUMNS} FROM calendar_announcement
        WHERE ($1::text IS NULL OR calendar = $1 OR calendar IS NULL) AND ($2::uuid IS NULL OR id < $2)
        ORDER BY id DESC LIMIT $3`,
      [calendar, cursorOf(page), page.size + 1],
    );
    const { data, meta } = pageOf(rows, page.size, (row) => [row.id]);
    return { data: data.map(announcementOf), meta };
  }

  /** @throws invalid when it is neither a month nor days, or its dates or hours are wrong */
  async announce(draft: AnnouncementDraft, byId: string): Promise<AnnouncementRecord> {
    checkAnnouncement(draft);
    return this.changes.run(byId, async (tx) => {
      if (draft.calendar) await requireCalendar(tx, draft.calendar);
      const { month, days } = draft;
      const [row] = await tx.query<AnnouncementRow>(
        `INSERT INTO calendar_announcement (id, calendar, kind, hijri_year, hijri_month, begins, from_day, to_day,
           name_ar, name_en, hours, announced_by, announced_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING ${ANNOUNCEMENT_COLUMNS}`,
        [
          uuidv7(tx.now.getTime()),
          draft.calendar,
          month ? 'hijri_month' : 'days',
          month?.year ?? null,
          month?.month ?? null,
          month?.begins ?? null,
          days?.from ?? null,
          days?.to ?? null,
          days?.name.ar ?? null,
          days?.name.en ?? null,
          days && JSON.stringify(days.hours),
          byId,
          tx.now,
        ],
      );
      return { result: announcementOf(row!), noted: auditDetailOf(row!, 'config.created') };
    });
  }

  /** @throws not_found `announcement.not_found`; conflict `announcement.withdrawn` */
  async withdraw(id: string, byId: string): Promise<AnnouncementRecord> {
    return this.changes.run(byId, async (tx) => {
      const row = await withdrawn<AnnouncementRow>(
        tx,
        'calendar_announcement',
        ANNOUNCEMENT_COLUMNS,
        id,
        byId,
      );
      return { result: announcementOf(row), noted: auditDetailOf(row, 'config.removed') };
    });
  }

  async zoneChanges(page: PageRequest): Promise<Page<ZoneChangeRecord>> {
    const rows = await this.database.query<ZoneChangeRow>(
      `SELECT ${ZONE_CHANGE_COLUMNS} FROM zone_change WHERE ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
      [cursorOf(page), page.size + 1],
    );
    const { data, meta } = pageOf(rows, page.size, (row) => [row.id]);
    return { data: data.map(zoneChangeOf), meta };
  }

  /** @throws invalid at `zone` or `to` */
  async announceZone(draft: ZoneChangeDraft, byId: string): Promise<ZoneChangeRecord> {
    checkZoneChange(draft);
    return this.changes.run(byId, async (tx) => {
      const [row] = await tx.query<ZoneChangeRow>(
        `INSERT INTO zone_change (id, zone, from_at, to_at, offset_minutes, note, announced_by, announced_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING ${ZONE_CHANGE_COLUMNS}`,
        [
          uuidv7(tx.now.getTime()),
          draft.zone,
          draft.from,
          draft.to,
          draft.offsetMinutes,
          draft.note,
          byId,
          tx.now,
        ],
      );
      return { result: zoneChangeOf(row!), noted: zoneAuditDetail(row!, 'config.created') };
    });
  }

  /** @throws not_found `announcement.not_found`; conflict `announcement.withdrawn` */
  async withdrawZone(id: string, byId: string): Promise<ZoneChangeRecord> {
    return this.changes.run(byId, async (tx) => {
      const row = await withdrawn<ZoneChangeRow>(tx, 'zone_change', ZONE_CHANGE_COLUMNS, id, byId);
      return { result: zoneChangeOf(row), noted: zoneAuditDetail(row, 'config.removed') };
    });
  }
}

const auditDetailOf = (row: AnnouncementRow, action: 'config.created' | 'config.removed') => ({
  action,
  target: 'calendar' as const,
  id: row.calendar ?? '*',
  detail: { announcement: row.id, kind: row.kind },
  calendars: row.calendar === null ? null : [row.calendar],
});

const zoneAuditDetail = (row: ZoneChangeRow, action: 'config.created' | 'config.removed') => ({
  action,
  target: 'zone' as const,
  id: row.zone,
  detail: { announcement: row.id, offsetMinutes: row.offsetMinutes },
  calendars: null,
});

async function withdrawn<Row extends object>(
  tx: Tx,
  table: 'calendar_announcement' | 'zone_change',
  columns: string,
  id: string,
  byId: string,
): Promise<Row> {
  const key = isUuid(id) ? id : null;
  const [row] = await tx.query<Row>(
    `UPDATE ${table} SET withdrawn_at = $2, withdrawn_by = $3 WHERE id = $1 AND withdrawn_at IS NULL RETURNING ${columns}`,
    [key, tx.now, byId],
  );
  if (row) return row;
  const [known] = await tx.query(`SELECT 1 FROM ${table} WHERE id = $1`, [key]);
  throw known ? conflict('announcement.withdrawn') : notFound('announcement.not_found');
}

function cursorOf(page: PageRequest): string | null {
  return page.after ? decodeCursor(page.after, 'uuid')[0] : null;
}

const announcementOf = (row: AnnouncementRow): AnnouncementRecord => ({
  id: row.id,
  calendar: row.calendar,
  month: row.begins ? { year: row.hijriYear!, month: row.hijriMonth!, begins: row.begins } : null,
  days: row.from
    ? { from: row.from, to: row.to!, name: { ar: row.nameAr!, en: row.nameEn! }, hours: row.hours! }
    : null,
  announcedAt: row.announcedAt.toISOString(),
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
});

const zoneChangeOf = (row: ZoneChangeRow): ZoneChangeRecord => ({
  id: row.id,
  zone: row.zone,
  from: row.fromAt.toISOString(),
  to: row.toAt?.toISOString() ?? null,
  offsetMinutes: row.offsetMinutes,
  note: row.note,
  announcedAt: row.announcedAt.toISOString(),
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
});
