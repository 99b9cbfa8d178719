import { Inject, Injectable } from '@nestjs/common';
import { DomainError, unauthorized, uuidv7 } from '#wasl/kernel';
import { Database, type Tx, UnitOfWork } from '#wasl/platform';
import { credentialHash, newCredential } from './credential-tokens.js';
import { passwordMatches } from './passwords.js';

/** A working day and a half: nobody is signed out in the middle of a shift. */
export const SESSION_HOURS = 12;
const FAILURES = 10;
const WINDOW_MINUTES = 15;

/** Starts and ends sessions. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
  ) {}

  /**
   * @returns the session's secret, for the cookie
   * @throws unauthorized `session.wrong`, after the same work whatever was wrong; too_many after ten failures in a
   * quarter of an hour on one account
   */
  async start(
    email: string,
    password: string,
  ): Promise<{ token: string; sessionId: string; staffId: string }> {
    const subject = email.trim().toLowerCase();
    await this.refuseAfterFailures(subject);
    const [staff] = await this.database.query<{ id: string; password_hash: string | null }>(
      'SELECT id, password_hash FROM staff WHERE email = $1 AND disabled_at IS NULL',
      [subject],
    );
    if (!(await passwordMatches(staff?.password_hash ?? null, password)) || !staff) {
      await this.recordFailure(subject, staff?.id ?? null);
      throw unauthorized('session.wrong');
    }
    const token = newCredential();
    const sessionId = uuidv7();
    await this.work.run(async (tx) => {
      tx.send(
        `WITH forgiven AS (DELETE FROM sign_in_failure WHERE subject = $5)
         INSERT INTO staff_session (token_hash, id, staff_id, expires_at)
         VALUES ($1, $2, $3, now() + $4 * interval '1 hour')`,
        [credentialHash(token), sessionId, staff.id, SESSION_HOURS, subject],
      );
      note(tx, 'session.started', staff.id, staff.id);
    });
    return { token, sessionId, staffId: staff.id };
  }

  /** @returns whether it was the last session of its owner */
  async end(sessionId: string): Promise<{ lastOne: boolean }> {
    return this.work.run(async (tx) => {
      const [row] = await tx.query<{ staffId: string; others: boolean }>(
        `WITH ended AS (DELETE FROM staff_session WHERE id = $1 RETURNING staff_id)
         SELECT staff_id AS "staffId", EXISTS (SELECT 1 FROM staff_session s
                 WHERE s.staff_id = ended.staff_id AND s.id <> $1 AND s.expires_at > now()) AS others FROM ended`,
        [sessionId],
      );
      if (!row) return { lastOne: false };
      note(tx, 'session.ended', row.staffId, row.staffId);
      return { lastOne: !row.others };
    });
  }

  private async refuseAfterFailures(subject: string): Promise<void> {
    const [blocked] = await this.database.query(
      'SELECT 1 FROM sign_in_failure WHERE subject = $1 AND blocked_until > now()',
      [subject],
    );
    if (blocked) throw new DomainError('too_many', 'rate.limited');
  }

  /** Counted and noted whether the account exists or not, so that the time of the answer is the same. */
  private async recordFailure(subject: string, staffId: string | null): Promise<void> {
    await this.work.run(async (tx) => {
      tx.send(
        `INSERT INTO sign_in_failure AS f (subject, failures, first_at) VALUES ($1, 1, now())
         ON CONFLICT (subject) DO UPDATE SET
           failures = CASE WHEN f.first_at < now() - $3 * interval '1 minute' THEN 1 ELSE f.failures + 1 END,
           first_at = CASE WHEN f.first_at < now() - $3 * interval '1 minute' THEN now() ELSE f.first_at END,
           blocked_until = CASE WHEN f.failures + 1 >= $2 AND f.first_at >= now() - $3 * interval '1 minute'
                                THEN now() + $3 * interval '1 minute' END`,
        [subject, FAILURES, WINDOW_MINUTES],
      );
      note(tx, 'session.failed', null, staffId);
    });
  }
}

function note(
  tx: Tx,
  action: 'session.started' | 'session.failed' | 'session.ended',
  actorId: string | null,
  staffId: string | null,
): void {
  tx.emit('audit.noted', { actorId, action, targetKind: 'user', targetId: staffId, detail: {} });
}
