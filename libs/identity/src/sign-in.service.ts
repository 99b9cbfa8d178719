import { Inject, Injectable } from '@nestjs/common';
import { unauthorized, uuidv7 } from '#wasl/kernel';
import { Database, type Tx, UnitOfWork } from '#wasl/platform';
import { credentialHash, newCredential } from './credential-tokens.js';
import { noteUser } from './note-user.js';
import { OneTimeCodes } from './one-time-codes.service.js';
import { passwordMatches } from './passwords.js';
import { SignInFailures } from './sign-in-failures.js';

/** A working day and a half: nobody is signed out in the middle of a shift. */
export const SESSION_HOURS = 12;

interface Account {
  id: string;
  passwordHash: string | null;
  otp: boolean;
}

/** Starts and ends sessions. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(SignInFailures) private readonly failures: SignInFailures,
    @Inject(OneTimeCodes) private readonly codes: OneTimeCodes,
  ) {}

  /**
   * @param otp the one-time code, or a recovery code, of an account that asks for one
   * @returns the session's secret, for the cookie
   * @throws unauthorized `session.wrong`, after the same work whatever was wrong; `session.otp_required` when all that
   * is missing is the code; too_many after ten wrong passwords, or five wrong codes, in a quarter of an hour
   */
  async start(
    email: string,
    password: string,
    otp?: string,
  ): Promise<{ token: string; sessionId: string; staffId: string }> {
    const subject = email.trim().toLowerCase();
    await this.failures.refuse(subject);
    const [staff] = await this.database.query<Account>(
      `SELECT s.id, s.password_hash AS "passwordHash", o.confirmed_at IS NOT NULL AS otp
         FROM staff s LEFT JOIN staff_otp o ON o.staff_id = s.id WHERE s.email = $1 AND s.disabled_at IS NULL`,
      [subject],
    );
    if (!(await passwordMatches(staff?.passwordHash ?? null, password)) || !staff) {
      await this.failures.record(subject, staff?.id ?? null);
      throw unauthorized('session.wrong');
    }
    const code = staff.otp ? await this.tryCode(staff.id, subject, otp) : null;
    return this.open(staff.id, subject, code);
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
      noteUser(tx, 'session.ended', row.staffId, row.staffId);
      return { lastOne: !row.others };
    });
  }

  /** @returns how the code is used up, in the transaction that opens the session */
  private async tryCode(staffId: string, subject: string, otp?: string) {
    if (!otp) throw unauthorized('session.otp_required');
    const use = await this.codes.tryOne(staffId, otp);
    if (use) return use;
    await this.failures.record(subject, staffId);
    throw unauthorized('session.wrong');
  }

  private async open(staffId: string, subject: string, useCode: ((tx: Tx) => Promise<boolean>) | null) {
    const token = newCredential();
    const sessionId = uuidv7();
    const opened = await this.work.run(async (tx) => {
      if (useCode && !(await useCode(tx))) return false;
      tx.send(
        `WITH forgiven AS (DELETE FROM sign_in_failure WHERE subject = $5)
         INSERT INTO staff_session (token_hash, id, staff_id, expires_at)
         VALUES ($1, $2, $3, now() + $4 * interval '1 hour')`,
        [credentialHash(token), sessionId, staffId, SESSION_HOURS, subject],
      );
      noteUser(tx, 'session.started', staffId, staffId);
      return true;
    });
    // Another call has used the same code a moment ago.
    if (!opened) throw unauthorized('session.wrong');
    return { token, sessionId, staffId };
  }
}
