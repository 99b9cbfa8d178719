import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { RecordingFault, RecordingFileState } from '#wasl/contracts';
import { conflict, isUuid, notFound } from '#wasl/kernel';
import {
  Database,
  hasPermission,
  type Principal,
  type RuntimeSettings,
  SETTINGS,
  UnitOfWork,
} from '#wasl/platform';
import { BlobStore, type ByteRange } from '#wasl/tickets';
import { recordingPath } from './recording-fetcher.service.js';

/** A recording as the console shows it. */
export interface RecordingView {
  id: string;
  state: RecordingFileState;
  /** why the last attempt failed */
  fault: RecordingFault | null;
  faultDetail: string | null;
  attempts: number;
  /** when it is tried again; null when it is not */
  nextAttemptAt: string | null;
  type: string | null;
  size: number | null;
  /** how long it plays, when that is known */
  seconds: number | null;
  /** when it is removed, or was */
  expiresAt: string;
}

export interface PlayableRecording {
  id: string;
  interactionId: string;
  type: string;
  size: number;
}

/** A stored state as it is shown: time that is over counts before the sweep has come. `$days` is put in by callers. */
const SHOWN_STATE = (days: string) => `
  CASE WHEN r.called_at < now() - ${days} * interval '1 day' THEN 'expired'
       WHEN r.state = 'queued' THEN 'fetching' ELSE r.state END`;

/** SQL for a JSON list of {@link RecordingView}s of the interaction `i`. @param days SQL: how long they are kept */
export const recordingsJson = (days: string): string => `
  coalesce((SELECT json_agg(json_build_object(
       'id', r.id, 'state', ${SHOWN_STATE(days)}, 'fault', r.fault, 'faultDetail', r.fault_detail,
       'attempts', r.attempts, 'nextAttemptAt', CASE WHEN r.state = 'queued' AND r.attempts > 0 THEN r.next_attempt_at END,
       'type', r.type, 'size', r.size, 'seconds', r.seconds,
       'expiresAt', coalesce(r.expired_at, r.called_at + ${days} * interval '1 day')) ORDER BY r.called_at, r.id)
     FROM call_recording r WHERE r.interaction_id = i.id), '[]')`;

/** PostgreSQL writes times inside JSON in the session's zone. */
export const recordingsInUtc = (recordings: RecordingView[]): RecordingView[] =>
  recordings.map((recording) => ({
    ...recording,
    nextAttemptAt: recording.nextAttemptAt && new Date(recording.nextAttemptAt).toISOString(),
    expiresAt: new Date(recording.expiresAt).toISOString(),
  }));

/** Recordings of calls, for those who may listen to them. */
@Injectable()
export class CallRecordings {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(BlobStore) private readonly blobs: BlobStore,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** Supervisors may listen to all; who had the call to that, when the operator wants it. */
  mayListen(listener: Principal, agentId: string | null): boolean {
    if (hasPermission(listener, 'call.listen')) return true;
    return this.settings.RECORDING_AGENTS_LISTEN && agentId === listener.id;
  }

  /**
   * @throws not_found `recording.not_found`, also when the listener may not know of it; conflict `recording.not_ready`,
   *   `recording.failed` or `recording.expired`
   */
  async find(id: string, listener: Principal): Promise<PlayableRecording> {
    const [row] = await this.database.query<
      PlayableRecording & { agentId: string | null; state: RecordingFileState }
    >(
      `SELECT r.id, r.interaction_id AS "interactionId", r.type, r.size::float8 AS size, i.agent_id AS "agentId",
              ${SHOWN_STATE('$2')} AS state
         FROM call_recording r JOIN interaction i ON i.id = r.interaction_id WHERE r.id = $1`,
      [isUuid(id) ? id : null, this.settings.RECORDING_DAYS],
    );
    if (!row || !this.mayListen(listener, row.agentId)) throw notFound('recording.not_found');
    if (row.state === 'expired') throw conflict('recording.expired');
    if (row.state === 'failed') throw conflict('recording.failed');
    if (row.state !== 'kept') throw conflict('recording.not_ready');
    return row;
  }

  /** @throws not_found `files.lost`; unavailable `files.away` */
  read(id: string, range?: ByteRange): Promise<Readable> {
    return this.blobs.readNamed(recordingPath(id), range);
  }

  /**
   * Has a recording fetched again at once, and as often as a new one.
   * @throws not_found `recording.not_found`; conflict `recording.not_failed` or `recording.expired`
   */
  async retry(id: string, actorId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query<{ interactionId: string; state: string; isOver: boolean }>(
        `SELECT interaction_id AS "interactionId", state, called_at < now() - $2 * interval '1 day' AS "isOver"
           FROM call_recording WHERE id = $1 FOR NO KEY UPDATE`,
        [isUuid(id) ? id : null, this.settings.RECORDING_DAYS],
      );
      if (!row) throw notFound('recording.not_found');
      if (row.isOver || row.state === 'expired') throw conflict('recording.expired');
      if (row.state !== 'failed' && row.state !== 'queued') throw conflict('recording.not_failed');
      tx.send(
        `UPDATE call_recording SET state = 'queued', attempts = 0, next_attempt_at = $2, fault = NULL,
                fault_detail = NULL WHERE id = $1`,
        [id, tx.now],
      );
      tx.emit('audit.noted', {
        actorId,
        action: 'recording.retried',
        targetKind: 'recording',
        targetId: id,
        detail: { call: row.interactionId },
      });
    });
  }
}
