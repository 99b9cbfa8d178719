import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { conflict } from '#wasl/kernel';
import {
  Database,
  Keys,
  type Principal,
  type RuntimeSettings,
  SETTINGS,
  type Tx,
  UnitOfWork,
} from '#wasl/platform';
import { normalizeRecoveryCode, newRecoveryCode } from '../domain/recovery-code.js';
import { auditUserAction } from '../audit-user-action.js';
import { hasFactor, lockFactors } from './factors.js';

const RECOVERY_CODES = 10;

/** Recovery codes replace a lost phone or security key, each once. Stored as keyed hashes, shown once. */
@Injectable()
export class RecoveryCodes {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** Creates new codes; the old ones become invalid. @throws conflict `second_factor.none` */
  async regenerate(owner: Principal): Promise<string[]> {
    return this.unitOfWork.run(async (tx) => {
      if (!hasFactor(await lockFactors(tx, owner.id, this.settings.DEMO)))
        throw conflict('second_factor.none');
      auditUserAction(tx, 'recovery_codes.made', owner.id, owner.id);
      return this.replace(tx, owner.id);
    });
  }

  /** @internal the same within a transaction */
  replace(tx: Tx, staffId: string): string[] {
    const codes = Array.from({ length: RECOVERY_CODES }, () => newRecoveryCode(randomBytes(8)));
    tx.send('DELETE FROM staff_recovery_code WHERE staff_id = $1', [staffId]);
    tx.send(`INSERT INTO staff_recovery_code (staff_id, code_hash) SELECT $1, * FROM unnest($2::bytea[])`, [
      staffId,
      codes.map((one) => `\\x${this.hashOf(staffId, one).toString('hex')}`),
    ]);
    return codes;
  }

  /**
   * @returns a function that consumes the code, or null when the code is wrong; the function returns false when a
   * concurrent call has consumed it
   */
  async checkCode(staffId: string, typed: string): Promise<((tx: Tx) => Promise<boolean>) | null> {
    const code = normalizeRecoveryCode(typed);
    if (code === null) return null;
    const hashes = this.keys.signatures('recovery-code', `${staffId} ${code}`);
    const [known] = await this.database.query<{ hash: Buffer }>(
      `SELECT code_hash AS hash FROM staff_recovery_code
        WHERE staff_id = $1 AND code_hash = ANY($2::bytea[]) AND used_at IS NULL`,
      [staffId, hashes.map((hash) => `\\x${hash.toString('hex')}`)],
    );
    return known ? (tx) => useRecoveryCode(tx, staffId, known.hash) : null;
  }

  private hashOf(staffId: string, recoveryCode: string): Buffer {
    return this.keys.sign('recovery-code', `${staffId} ${recoveryCode}`);
  }
}

async function useRecoveryCode(tx: Tx, staffId: string, hash: Buffer): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE staff_recovery_code SET used_at = $3
      WHERE staff_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING 1`,
    [staffId, hash, tx.now],
  );
  if (rows.length === 0) return false;
  auditUserAction(tx, 'otp.recovery_used', staffId, staffId);
  return true;
}
