import { Inject, Injectable } from '@nestjs/common';
import { ROLES, type Role } from '#wasl/contracts';
import { notFound } from '#wasl/kernel';
import {
  Database,
  type Principal,
  type RunningSettings,
  SETTINGS,
  type Tx,
  UnitOfWork,
} from '#wasl/platform';
import { noteUser } from '../note-user.js';
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

/** A code that was right: by what it was given, and how it is used up. */
export interface ProvenCode {
  factor: 'totp' | 'recovery_code';
  use: (tx: Tx) => Promise<boolean>;
}

/** What stands beside the password: who has it, who must have it, and who lost it. */
@Injectable()
export class SecondFactors {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(OneTimeCodes) private readonly codes: OneTimeCodes,
    @Inject(RecoveryCodes) private readonly recovery: RecoveryCodes,
    @Inject(SETTINGS) private readonly settings: RunningSettings,
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
   * A code of an app or from paper. Tries are counted by the caller.
   * @returns null when it is wrong; `use` of what is returned says no when another call was quicker
   */
  async checkCode(staffId: string, typed: string): Promise<ProvenCode | null> {
    const useStep = await this.codes.tryOne(staffId, typed);
    if (useStep) return { factor: 'totp', use: useStep };
    const useRecovery = await this.recovery.tryOne(staffId, typed);
    return useRecovery && { factor: 'recovery_code', use: useRecovery };
  }

  /**
   * For somebody who lost everything: password alone signs in again, as far as enrolment where one is required. Ends
   * all sessions.
   * @throws not_found `staff.not_found`, `second_factor.none`
   */
  async reset(staffId: string, by: Principal): Promise<void> {
    await this.work.run(async (tx) => {
      const factors = await lockFactors(tx, staffId, this.settings.DEMO);
      if (!hasFactor(factors)) throw notFound('second_factor.none');
      for (const table of ['staff_otp', 'staff_passkey', 'staff_recovery_code'])
        tx.send(`DELETE FROM ${table} WHERE staff_id = $1`, [staffId]);
      endOtherSessions(tx, staffId, null);
      noteUser(tx, 'otp.reset', by.id, staffId, { passkeys: factors.passkeys, totp: factors.totp });
      tx.emit('account.security_changed', { staffId, change: 'second_factor_reset' });
    });
  }

  async requirements(): Promise<RoleRequirement[]> {
    const rows = await this.database.query<{ role: Role }>(
      'SELECT role FROM second_factor_role WHERE NOT ($1::boolean AND is_default)',
      [this.settings.DEMO],
    );
    return ROLES.map((role) => ({ role, required: rows.some((row) => row.role === role) }));
  }

  /** Those without a second factor reach nothing but their enrolment from now on. */
  async require(roles: Role[], by: Principal): Promise<void> {
    await this.work.run((tx) => {
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
