import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '#wasl/kernel';
import {
  credentialHash,
  newCredential,
  Database,
  SETTINGS,
  type RuntimeSettings,
  type Tx,
  UnitOfWork,
} from '#wasl/platform';
import { auditUserAction } from './audit-user-action.js';

/** A session as its owner sees it. */
export interface SessionView {
  id: string;
  startedAt: string;
  lastSeenAt: string;
  /** when it ends without further activity */
  endsAt: string;
  /** the network only, not the address; empty when it is not known */
  network: string;
  /** as in `Firefox · Windows`; empty for a program */
  browser: string;
  current: boolean;
}

/** Lists and ends sessions: one's own or, for administrators, anybody's. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** Open sessions, the most recently used first. */
  async list(staffId: string, currentId: string | null): Promise<SessionView[]> {
    const rows = await this.database.query<{
      id: string;
      startedAt: Date;
      lastSeenAt: Date;
      endsAt: Date;
      network: string;
      browser: string;
    }>(
      `SELECT id, created_at AS "startedAt", last_seen_at AS "lastSeenAt", network, browser,
              least(expires_at, last_seen_at + $2 * interval '1 minute') AS "endsAt"
         FROM staff_session
        WHERE staff_id = $1 AND expires_at > now() AND last_seen_at > now() - $2 * interval '1 minute'
        ORDER BY last_seen_at DESC, id DESC LIMIT 100`,
      [staffId, this.settings.SESSION_IDLE_MINUTES],
    );
    return rows.map((row) => ({
      ...row,
      startedAt: row.startedAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      current: row.id === currentId,
    }));
  }

  /** @returns whether it was the owner's last session. @throws not_found `session.not_found`, also for sessions of others */
  async end(staffId: string, sessionId: string, byId: string): Promise<{ lastOne: boolean }> {
    return this.unitOfWork.run(async (tx) => {
      const [ended] = await tx.query(
        'DELETE FROM staff_session WHERE id = $1 AND staff_id = $2 RETURNING 1',
        [sessionId, staffId],
      );
      if (!ended) throw notFound('session.not_found');
      auditUserAction(tx, 'session.ended', byId, staffId);
      const [other] = await tx.query(
        'SELECT 1 FROM staff_session WHERE staff_id = $1 AND expires_at > now() LIMIT 1',
        [staffId],
      );
      return { lastOne: !other };
    });
  }

  /** Ends all sessions but one and forgets the devices of the others. @returns ids of the ended sessions */
  async endOthers(staffId: string, keptId: string | null, byId: string): Promise<string[]> {
    return this.unitOfWork.run(async (tx) => {
      const ended = await endSessions(tx, staffId, keptId);
      if (ended.length > 0) auditUserAction(tx, 'session.ended', byId, staffId, { sessions: ended.length });
      return ended;
    });
  }
}

/** @internal the same within a transaction */
export async function endSessions(tx: Tx, staffId: string, keptId: string | null): Promise<string[]> {
  tx.send(
    `DELETE FROM staff_device d WHERE d.staff_id = $1
        AND NOT EXISTS (SELECT 1 FROM staff_session s WHERE s.id = $2 AND s.device_id = d.id)`,
    [staffId, keptId],
  );
  const rows = await tx.query<{ id: string }>(
    'DELETE FROM staff_session WHERE staff_id = $1 AND id IS DISTINCT FROM $2 RETURNING id',
    [staffId, keptId],
  );
  return rows.map(({ id }) => id);
}

/**
 * Gives a session a new secret after its owner re-authenticated or got other permissions, so that a copy of the old one
 * becomes useless.
 * @returns null for an API token
 */
export async function rotateSession(tx: Tx, sessionId: string): Promise<string | null> {
  const token = newCredential();
  const rows = await tx.query('UPDATE staff_session SET token_hash = $2 WHERE id = $1 RETURNING 1', [
    sessionId,
    credentialHash(token),
  ]);
  return rows.length > 0 ? token : null;
}
