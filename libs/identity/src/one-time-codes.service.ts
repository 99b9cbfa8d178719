import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, conflict, DomainError, invalidField, notFound } from '#wasl/kernel';
import { Database, Keys, type Tx, UnitOfWork } from '#wasl/platform';
import { foldRecoveryCode, newRecoveryCode } from './domain/recovery-code.js';
import { base32Of, matchingStep, otpauthUri } from './domain/totp.js';
import { noteUser } from './note-user.js';

/** RFC 4226 asks for 128 bits at least and recommends 160. */
const SECRET_BYTES = 20;
const TRIES = 5;
const TRIES_WINDOW = `interval '15 minutes'`;
const RECOVERY_CODES = 10;
const ISSUER = 'Wasl';

export interface OtpStatus {
  enabled: boolean;
  recoveryCodesLeft: number;
}

/**
 * One-time codes by authenticator apps (RFC 6238) beside the password. Each code is good once, five may be tried in a
 * quarter of an hour, and recovery codes stand in for a lost telephone.
 */
@Injectable()
export class OneTimeCodes {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async status(staffId: string): Promise<OtpStatus> {
    const [row] = await this.database.query<OtpStatus>(
      `SELECT EXISTS (SELECT 1 FROM staff_otp WHERE staff_id = $1 AND confirmed_at IS NOT NULL) AS enabled,
              (SELECT count(*)::int FROM staff_recovery_code
                WHERE staff_id = $1 AND used_at IS NULL) AS "recoveryCodesLeft"`,
      [staffId],
    );
    return row!;
  }

  /**
   * A new secret, shown this once; nobody is asked for its codes until {@link confirm}.
   * @throws conflict `otp.enabled`
   */
  async enrol(staffId: string, account: string): Promise<{ secret: string; uri: string }> {
    const secret = randomBytes(SECRET_BYTES);
    const [row] = await this.database.query(
      `INSERT INTO staff_otp AS o (staff_id, secret) VALUES ($1, $2)
       ON CONFLICT (staff_id) DO UPDATE SET secret = $2, tries = 0, tries_since = NULL, last_step = 0
        WHERE o.confirmed_at IS NULL RETURNING 1`,
      [staffId, this.keys.seal('otp-secret', secret, staffId)],
    );
    if (!row) throw conflict('otp.enabled');
    return { secret: base32Of(secret), uri: otpauthUri(secret, account, ISSUER) };
  }

  /**
   * The app shows right codes: from now on one is asked for.
   * @returns recovery codes, shown this once
   * @throws not_found `otp.not_enrolled`; conflict `otp.enabled`; invalid at `code`
   */
  async confirm(staffId: string, code: string): Promise<string[]> {
    const counted = await this.count(staffId);
    if (!counted) throw notFound('otp.not_enrolled');
    if (counted.confirmed) throw conflict('otp.enabled');
    const step = matchingStep(counted.secret, code, this.clock.now(), counted.lastStep);
    if (step === null) throw invalidField('code', 'wrong');
    const codes = Array.from({ length: RECOVERY_CODES }, () => newRecoveryCode(randomBytes(8)));
    await this.work.run(async (tx) => {
      const [row] = await tx.query(
        `UPDATE staff_otp SET confirmed_at = $2, last_step = $3, tries = 0
          WHERE staff_id = $1 AND confirmed_at IS NULL AND last_step < $3 RETURNING 1`,
        [staffId, tx.now, step],
      );
      if (!row) throw conflict('otp.enabled');
      tx.send('DELETE FROM staff_recovery_code WHERE staff_id = $1', [staffId]);
      tx.send(`INSERT INTO staff_recovery_code (staff_id, code_hash) SELECT $1, * FROM unnest($2::bytea[])`, [
        staffId,
        codes.map((one) => `\\x${this.hashOf(staffId, one).toString('hex')}`),
      ]);
      noteUser(tx, 'otp.enabled', staffId, staffId);
    });
    return codes;
  }

  /** No code is asked for any more. `byId`: its owner, or an administrator. @throws not_found `otp.not_enrolled` */
  async remove(staffId: string, byId: string): Promise<void> {
    await this.work.run(async (tx) => {
      const [row] = await tx.query(
        'DELETE FROM staff_otp WHERE staff_id = $1 AND confirmed_at IS NOT NULL RETURNING 1',
        [staffId],
      );
      if (!row) throw notFound('otp.not_enrolled');
      tx.send('DELETE FROM staff_recovery_code WHERE staff_id = $1', [staffId]);
      noteUser(tx, byId === staffId ? 'otp.disabled' : 'otp.reset', byId, staffId);
    });
  }

  /**
   * Compares a code; whoever calls has charged the try (`SignInAttempts.trySecondStep`).
   * @returns how it is used up, or null when it is wrong; what is returned says no when another call was quicker
   */
  async tryOne(staffId: string, otp: string): Promise<((tx: Tx) => Promise<boolean>) | null> {
    const enrolled = await this.read(staffId);
    if (!enrolled) return null;
    const step = matchingStep(enrolled.secret, otp, this.clock.now(), enrolled.lastStep);
    if (step !== null) return (tx) => useStep(tx, staffId, step);
    const recovery = foldRecoveryCode(otp);
    if (recovery === null) return null;
    const hashes = this.keys.signatures('recovery-code', `${staffId} ${recovery}`);
    const [known] = await this.database.query<{ hash: Buffer }>(
      `SELECT code_hash AS hash FROM staff_recovery_code
        WHERE staff_id = $1 AND code_hash = ANY($2::bytea[]) AND used_at IS NULL`,
      [staffId, hashes.map((hash) => `\\x${hash.toString('hex')}`)],
    );
    return known ? (tx) => useRecoveryCode(tx, staffId, known.hash) : null;
  }

  private async read(staffId: string) {
    const [row] = await this.database.query<{ secret: Buffer; lastStep: string }>(
      'SELECT secret, last_step AS "lastStep" FROM staff_otp WHERE staff_id = $1',
      [staffId],
    );
    return row ? { secret: this.open(row.secret, staffId), lastStep: Number(row.lastStep) } : null;
  }

  /** A first code is tried five times in a quarter of an hour; nobody but its owner can. */
  private async count(staffId: string) {
    const [row] = await this.database.query<{
      secret: Buffer;
      lastStep: string;
      confirmed: boolean;
      tries: number;
    }>(
      `UPDATE staff_otp o SET
         tries = CASE WHEN tries_since > now() - ${TRIES_WINDOW} THEN least(tries + 1, ${TRIES + 1}) ELSE 1 END,
         tries_since = CASE WHEN tries_since > now() - ${TRIES_WINDOW} THEN tries_since ELSE now() END
       WHERE staff_id = $1
       RETURNING secret, last_step AS "lastStep", confirmed_at IS NOT NULL AS confirmed, tries`,
      [staffId],
    );
    if (!row) return null;
    if (row.tries > TRIES) throw new DomainError('too_many', 'rate.limited');
    return {
      secret: this.open(row.secret, staffId),
      lastStep: Number(row.lastStep),
      confirmed: row.confirmed,
    };
  }

  private hashOf(staffId: string, recoveryCode: string): Buffer {
    return this.keys.sign('recovery-code', `${staffId} ${recoveryCode}`);
  }

  private open(sealed: Buffer, staffId: string): Buffer {
    const opened = this.keys.unseal('otp-secret', sealed, staffId);
    if (!opened) throw new Error('a one-time secret is sealed with a key that is not in SECRET_KEY');
    return opened.content;
  }
}

async function useStep(tx: Tx, staffId: string, step: number): Promise<boolean> {
  const rows = await tx.query(
    'UPDATE staff_otp SET last_step = $2, tries = 0 WHERE staff_id = $1 AND last_step < $2 RETURNING 1',
    [staffId, step],
  );
  return rows.length > 0;
}

async function useRecoveryCode(tx: Tx, staffId: string, hash: Buffer): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE staff_recovery_code SET used_at = $3
      WHERE staff_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING 1`,
    [staffId, hash, tx.now],
  );
  if (rows.length === 0) return false;
  tx.send('UPDATE staff_otp SET tries = 0 WHERE staff_id = $1', [staffId]);
  noteUser(tx, 'otp.recovery_used', staffId, staffId);
  return true;
}
