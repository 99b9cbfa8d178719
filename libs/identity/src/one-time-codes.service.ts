import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, conflict, invalidField, notFound } from '#wasl/kernel';
import {
  Database,
  Keys,
  type Principal,
  type RuntimeSettings,
  SETTINGS,
  type Tx,
  UnitOfWork,
} from '#wasl/platform';
import { enrolmentOf, matchingStep } from './domain/totp.js';
import { auditUserAction } from './audit-user-action.js';
import {
  endOtherSessions,
  markSessionEnrolled,
  hasFactor,
  lockFactors,
  requireRemainingFactor,
} from './second-factor/factors.js';
import { RecoveryCodes } from './second-factor/recovery-codes.service.js';

/** RFC 4226 asks for 128 bits at least and recommends 160. */
const SECRET_BYTES = 20;
const ISSUER = 'Wasl';

/** One-time codes of authenticator apps (RFC 6238) as a second factor. Each code is accepted once. */
@Injectable()
export class OneTimeCodes {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(RecoveryCodes) private readonly recovery: RecoveryCodes,
  ) {}

  /**
   * Creates a new secret, which is shown only now; codes are not required until {@link confirm}.
   * @throws conflict `otp.enabled`
   */
  async enrol(staffId: string, account: string): Promise<{ secret: string; uri: string }> {
    const secret = randomBytes(SECRET_BYTES);
    const [row] = await this.database.query(
      `INSERT INTO staff_otp AS o (staff_id, secret) VALUES ($1, $2)
       ON CONFLICT (staff_id) DO UPDATE SET secret = $2, last_step = 0
        WHERE o.confirmed_at IS NULL RETURNING 1`,
      [staffId, this.keys.seal('otp-secret', secret, staffId)],
    );
    if (!row) throw conflict('otp.enabled');
    return enrolmentOf(secret, account, ISSUER);
  }

  /**
   * Activates codes after the app has produced a valid one.
   * @returns recovery codes, shown only now, when this is the first factor of its owner
   * @throws not_found `otp.not_enrolled`; conflict `otp.enabled`; invalid at `code`
   */
  async confirm(owner: Principal, code: string): Promise<string[] | null> {
    const known = await this.find(owner.id);
    if (!known) throw notFound('otp.not_enrolled');
    if (known.confirmed) throw conflict('otp.enabled');
    const step = matchingStep(known.secret, code, this.clock.now(), known.lastStep);
    if (step === null) throw invalidField('code', 'wrong');
    return this.unitOfWork.run(async (tx) => {
      const factors = await lockFactors(tx, owner.id, this.settings.DEMO);
      const [row] = await tx.query(
        `UPDATE staff_otp SET confirmed_at = $2, last_step = $3
          WHERE staff_id = $1 AND confirmed_at IS NULL AND last_step < $3 RETURNING 1`,
        [owner.id, tx.now, step],
      );
      if (!row) throw conflict('otp.enabled');
      auditUserAction(tx, 'otp.enabled', owner.id, owner.id);
      tx.emit('account.security_changed', { staffId: owner.id, change: 'totp_added' });
      if (hasFactor(factors)) return null;
      markSessionEnrolled(tx, owner.id, owner.sessionId, 'totp');
      return this.recovery.replace(tx, owner.id);
    });
  }

  /**
   * Removes the factor and ends the other sessions of the caller.
   * @throws not_found `otp.not_enrolled`; conflict `second_factor.last`
   */
  async remove(owner: Principal): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await lockFactors(tx, owner.id, this.settings.DEMO);
      const [removed] = await tx.query(
        'DELETE FROM staff_otp WHERE staff_id = $1 AND confirmed_at IS NOT NULL RETURNING 1',
        [owner.id],
      );
      if (!removed) throw notFound('otp.not_enrolled');
      await requireRemainingFactor(tx, owner.id, this.settings.DEMO);
      endOtherSessions(tx, owner.id, owner.sessionId);
      auditUserAction(tx, 'otp.disabled', owner.id, owner.id);
      tx.emit('account.security_changed', { staffId: owner.id, change: 'totp_removed' });
    });
  }

  /**
   * @returns a function that consumes the code, or null when the code is wrong; the function returns false when a
   * concurrent call has consumed it
   */
  async checkCode(staffId: string, otp: string): Promise<((tx: Tx) => Promise<boolean>) | null> {
    const known = await this.find(staffId);
    if (!known?.confirmed) return null;
    const step = matchingStep(known.secret, otp, this.clock.now(), known.lastStep);
    return step === null ? null : (tx) => useStep(tx, staffId, step);
  }

  private async find(staffId: string) {
    const [row] = await this.database.query<{ secret: Buffer; lastStep: string; confirmed: boolean }>(
      `SELECT secret, last_step AS "lastStep", confirmed_at IS NOT NULL AS confirmed
         FROM staff_otp WHERE staff_id = $1`,
      [staffId],
    );
    return row
      ? { secret: this.open(row.secret, staffId), lastStep: Number(row.lastStep), confirmed: row.confirmed }
      : null;
  }

  private open(sealed: Buffer, staffId: string): Buffer {
    const opened = this.keys.unseal('otp-secret', sealed, staffId);
    if (!opened) throw new Error('a one-time code secret is sealed with a key that is not in SECRET_KEY');
    return opened.content;
  }
}

async function useStep(tx: Tx, staffId: string, step: number): Promise<boolean> {
  const rows = await tx.query(
    'UPDATE staff_otp SET last_step = $2 WHERE staff_id = $1 AND last_step < $2 RETURNING 1',
    [staffId, step],
  );
  return rows.length > 0;
}
