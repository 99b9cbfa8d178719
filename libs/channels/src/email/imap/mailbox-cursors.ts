import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#wasl/platform';
import type { MailboxCursor } from './domain/mail-selection.js';

type Row = Omit<MailboxCursor, 'firstUid' | 'lastUid'> & { firstUid: string; lastUid: string };

/** How far each mailbox has been collected. */
@Injectable()
export class MailboxCursors {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Resets the cursor when the mailbox is new or its UIDVALIDITY has changed. */
  async begin(key: string, now: { uidValidity: string; uidNext: number }): Promise<MailboxCursor> {
    const [row] = await this.database.query<Row>(
      `INSERT INTO mailbox AS m (key, uid_validity, first_uid, last_uid, since) VALUES ($1, $2, $3, 0, now())
       ON CONFLICT (key) DO UPDATE SET
         first_uid = CASE WHEN m.uid_validity = excluded.uid_validity THEN m.first_uid ELSE excluded.first_uid END,
         last_uid = CASE WHEN m.uid_validity = excluded.uid_validity THEN m.last_uid ELSE 0 END,
         uid_validity = excluded.uid_validity
       RETURNING uid_validity::text AS "uidValidity", first_uid AS "firstUid", last_uid AS "lastUid", since`,
      [key, now.uidValidity, now.uidNext],
    );
    return { ...row!, firstUid: Number(row!.firstUid), lastUid: Number(row!.lastUid) };
  }

  /** Moves the cursor forward, only while UIDVALIDITY is unchanged. */
  async advance(key: string, uidValidity: string, uid: number): Promise<void> {
    await this.database.query(
      `UPDATE mailbox SET last_uid = greatest(last_uid, $3), collected_at = now() WHERE key = $1 AND uid_validity = $2`,
      [key, uidValidity, uid],
    );
  }
}
