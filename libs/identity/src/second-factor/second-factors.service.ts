import { Inject, Injectable } from '@nestjs/common';
import { type AuditDetail, ROLES, type Role } from '#wasl/contracts';
import { notFound } from '#wasl/kernel';
import {
  Database,
  type Principal,
  type RuntimeSettings,
  SETTINGS,
  type Tx,
  UnitOfWork,
} from '#wasl/platform';
import { auditUserAction } from '../audit-user-action.js';
import { OneTimeCodes } from '../one-time-codes.service.js';
import { endOtherSessions, type Factors, FACTORS_OF_STAFF, hasFactor, lockFactors } from './factors.js';
import { RecoveryCodes } from './recovery-codes.service.js';

export interface SecondFactorStatus extends Factors {
  recoveryCodesLeft: number;
}

export interface RoleRequirement {
  role: Role;
  required: boolean;
}

/** A code that was correct: its kind, and a function that consumes it. */
export interface VerifiedCode {
  factor: 'totp' | 'recovery_code';
  use: (tx: Tx) => Promise<boolean>;
}

/** Second factors: status, requirements by role, and reset. */
@Injectable()
export class SecondFactors {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(OneTimeCodes) private readonly codes: OneTimeCodes,
    @Inject(RecoveryCodes) private readonly recovery: RecoveryCodes,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  async status(staffId: string): Promise<SecondFactorStatus> {
    const [row] = await this.database.query<SecondFactorStatus>(
      `SELECT f.*, (SELECT count(*)::int FROM staff_recovery_code
                     WHERE staff_id = $1 AND used_at IS NULL) AS "recoveryCodesLeft"
         FROM (${FACTORS_OF_STAFF}) f`,
      [staffId, this.settings.DEMO],
    );
    if (!row) throw notFound('staff.not_found');
    return row;
  }

  /**
   * Checks a one-time or recovery code. Attempts are counted by the caller.
   * @returns null when it is wrong; `use` returns false when a concurrent call has consumed the code
   */
  async checkCode(staffId: string, typed: string): Promise<VerifiedCode | null> {
    const useStep = await this.codes.checkCode(staffId, typed);
    if (useStep) return { factor: 'totp', use: useStep };
    const useRecovery = await this.recovery.checkCode(staffId, typed);
    return useRecovery && { factor: 'recovery_code', use: useRecovery };
  }

  /**
   * For somebody who lost all factors: they can sign in with the password alone, and must enrol again where a factor is
   * required. Ends all sessions.
   * @throws not_found `staff.not_found`, `second_factor.none`
   */
  async reset(staffId: string, by: Principal): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await removeFactors(tx, staffId, by.id, this.settings.DEMO)))
        throw notFound('second_factor.none');
    });
  }

  async requirements(): Promise<RoleRequirement[]> {
    const rows = await this.database.query<{ role: Role }>(
      'SELECT role FROM second_factor_role WHERE NOT ($1::boolean AND is_default)',
      [this.settings.DEMO],
    );
    return ROLES.map((role) => ({ role, required: rows.some((row) => row.role === role) }));
  }

  /** From now on, members of these roles without a second factor can only enrol one. */
  async require(roles: Role[], by: Principal): Promise<void> {
    await this.unitOfWork.run((tx) => {
      tx.send('DELETE FROM second_factor_role WHERE NOT role = ANY($1::text[])', [roles]);
      tx.send(
        `INSERT INTO second_factor_role (role) SELECT * FROM unnest($1::text[])
         ON CONFLICT (role) DO UPDATE SET is_default = false`,
        [roles],
      );
      tx.emit('audit.noted', {
        actorId: by.id,
        action: 'config.changed',
        targetKind: 'setting',
        targetId: 'second-factor',
        detail: { roles },
      });
      return Promise.resolve();
    });
  }
}

/**
 * Removes all second factors and ends all sessions.
 * @param byId null for a reset at the machine
 * @returns false when there were none
 * @throws not_found `staff.not_found`
 */
export async function removeFactors(
  tx: Tx,
  staffId: string,
  byId: string | null,
  isDemo: boolean,
  detail: AuditDetail = {},
): Promise<boolean> {
  const factors = await lockFactors(tx, staffId, isDemo);
  if (!hasFactor(factors)) return false;
  for (const table of ['staff_otp', 'staff_passkey', 'staff_recovery_code'])
    tx.send(`DELETE FROM ${table} WHERE staff_id = $1`, [staffId]);
  endOtherSessions(tx, staffId, null);
  const { passkeys, totp } = factors;
  auditUserAction(tx, 'otp.reset', byId, staffId, { passkeys, totp, ...detail });
  tx.emit('account.security_changed', { staffId, change: 'second_factor_reset' });
  return true;
}
