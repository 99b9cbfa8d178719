import { Inject, Injectable } from '@nestjs/common';
import type { RecordingFault } from '#wasl/contracts';
import { uuidv7 } from '#wasl/kernel';
import { Database, type Tx } from '#wasl/platform';
import type { FetchFault } from './domain/judge-fetch.js';

/** Longer than a fetch may take. A recording of a dead worker is fetched again after this time. */
const LEASE_SECONDS = 420;
/** Of one call. */
const MOST_PER_CALL = 20;
const COPY_RETRY_MINUTES = 10;

export type RecordingSource = 'address' | 'asterisk';

/** A recording that this process may fetch, until its lease ends. */
export interface ClaimedRecording {
  id: string;
  source: RecordingSource;
  location: string;
  /** this one included */
  attempts: number;
  /** an agent noted that the caller agreed */
  consent: boolean;
}

export interface FetchedFile {
  sha256: Buffer;
  size: number;
  type: string;
  seconds: number | null;
  /** a virus scan is due */
  toCheck: boolean;
}

/** Stores that there is a recording of a call. It is fetched when the call is over. Once told, it is not told again. */
export async function addRecording(
  tx: Tx,
  interactionId: string,
  source: RecordingSource,
  location: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO call_recording (id, interaction_id, source, location, next_attempt_at, called_at)
     SELECT $1, i.id, $3, $4, $5, i.started_at FROM interaction i
      WHERE i.id = $2 AND (SELECT count(*) FROM call_recording WHERE interaction_id = $2) < $6
     ON CONFLICT (interaction_id, location) DO NOTHING`,
    [uuidv7(tx.now.getTime()), interactionId, source, location, tx.now, MOST_PER_CALL],
  );
}

/** The queue of recordings to fetch, in the database. */
@Injectable()
export class RecordingQueue {
  constructor(@Inject(Database) private readonly database: Database) {}

  claim(limit: number): Promise<ClaimedRecording[]> {
    return this.database.query<ClaimedRecording>(
      `WITH due AS (
         SELECT r.id FROM call_recording r JOIN interaction i ON i.id = r.interaction_id
          WHERE r.state IN ('queued', 'fetching') AND r.next_attempt_at <= now() AND i.ended_at IS NOT NULL
          ORDER BY r.next_attempt_at LIMIT $1 FOR UPDATE OF r SKIP LOCKED)
       UPDATE call_recording r
          SET state = 'fetching', attempts = r.attempts + 1, next_attempt_at = now() + $2 * interval '1 second'
         FROM due, interaction i
        WHERE r.id = due.id AND i.id = r.interaction_id
       RETURNING r.id, r.source, r.location, r.attempts, i.recording_consent_at IS NOT NULL AS consent`,
      [limit, LEASE_SECONDS],
    );
  }

  /** @returns whether it was still this process's to fetch */
  async recordFetched({ id, attempts }: ClaimedRecording, file: FetchedFile): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE call_recording
          SET state = CASE WHEN $7 THEN 'checking' ELSE 'kept' END, sha256 = $3, size = $4, type = $5, seconds = $6,
              fault = NULL, fault_detail = NULL, fetched_at = now(), next_attempt_at = now()
        WHERE id = $1 AND attempts = $2 AND state = 'fetching' RETURNING id`,
      [id, attempts, file.sha256, file.size, file.type, file.seconds, file.toCheck],
    );
    return rows.length > 0;
  }

  async isExpired(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT 1 FROM call_recording WHERE id = $1 AND state = 'expired'`,
      [id],
    );
    return rows.length > 0;
  }

  /** @param afterMs until the next attempt; null: there is none */
  async recordFailure(
    { id, attempts }: ClaimedRecording,
    { fault, detail }: FetchFault,
    afterMs: number | null,
  ): Promise<void> {
    await this.database.query(
      `UPDATE call_recording
          SET state = CASE WHEN $5::float8 IS NULL THEN 'failed' ELSE 'queued' END, fault = $3, fault_detail = $4,
              next_attempt_at = now() + coalesce($5, 0) * interval '1 millisecond'
        WHERE id = $1 AND attempts = $2 AND state = 'fetching'`,
      [id, attempts, fault, detail, afterMs],
    );
  }

  /** Gives back what was not fetched for a reason of ours, as if it had not been begun. */
  async release({ id, attempts }: ClaimedRecording, afterMs: number): Promise<void> {
    await this.database.query(
      `UPDATE call_recording
          SET state = 'queued', attempts = attempts - 1, next_attempt_at = now() + $3 * interval '1 millisecond'
        WHERE id = $1 AND attempts = $2 AND state = 'fetching'`,
      [id, attempts, afterMs],
    );
  }

  /** Files that wait for their virus scan, oldest first. */
  toCheck(limit: number): Promise<{ id: string }[]> {
    return this.database.query<{ id: string }>(
      `SELECT id FROM call_recording WHERE state = 'checking' ORDER BY called_at, id LIMIT $1`,
      [limit],
    );
  }

  /** @param fault null: it may be played */
  async recordChecked(id: string, fault: RecordingFault | null, detail: string | null): Promise<void> {
    await this.database.query(
      `UPDATE call_recording SET state = CASE WHEN $2::text IS NULL THEN 'kept' ELSE 'failed' END, fault = $2,
              fault_detail = $3, next_attempt_at = now()
        WHERE id = $1 AND state = 'checking'`,
      [id, fault, detail],
    );
  }

  /** Copies in Asterisk that are needed no longer. Each comes again after a while, until it is removed. */
  async claimCopies(limit: number): Promise<{ id: string; interactionId: string }[]> {
    return this.database.query<{ id: string; interactionId: string }>(
      `UPDATE call_recording SET next_attempt_at = now() + $2 * interval '1 minute'
        WHERE id IN (SELECT id FROM call_recording
                      WHERE source = 'asterisk' AND source_removed_at IS NULL AND state IN ('kept', 'expired')
                        AND next_attempt_at <= now()
                      ORDER BY next_attempt_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING id, interaction_id AS "interactionId"`,
      [limit, COPY_RETRY_MINUTES],
    );
  }

  async recordCopyRemoved(id: string): Promise<void> {
    await this.database.query('UPDATE call_recording SET source_removed_at = now() WHERE id = $1', [id]);
  }

  /** Those whose time is over, oldest first. */
  overdue(days: number, limit: number): Promise<{ id: string }[]> {
    return this.database.query<{ id: string }>(
      `SELECT id FROM call_recording WHERE state <> 'expired' AND called_at < now() - $1 * interval '1 day'
        ORDER BY called_at LIMIT $2`,
      [days, limit],
    );
  }

  /** Leaves nothing of it but that it was there. */
  async recordExpired(id: string): Promise<void> {
    await this.database.query(
      `UPDATE call_recording SET state = 'expired', expired_at = now(), next_attempt_at = now(), location = NULL,
              sha256 = NULL, fault = NULL, fault_detail = NULL
        WHERE id = $1 AND state <> 'expired'`,
      [id],
    );
  }
}
