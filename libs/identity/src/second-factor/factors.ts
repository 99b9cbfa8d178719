import { conflict, notFound } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';

/** The second factors of an account, and whether its role requires one. */
export interface Factors {
  required: boolean;
  totp: boolean;
  passkeys: number;
}

/**
 * Whether the role of staff `s` requires a second factor, in SQL.
 * @param isDemo a boolean in SQL, or the placeholder of one: DEMO is 1; then the accounts of the demo organisation are exempt, and only
 * what an administrator chose is required of others
 */
export const factorRequired = (isDemo: string) =>
  `EXISTS (SELECT 1 FROM second_factor_role r WHERE r.role = s.role
             AND NOT (${isDemo}::boolean AND (r.is_default OR s.is_demo)))`;

const FACTORS = `
  EXISTS (SELECT 1 FROM staff_otp o WHERE o.staff_id = s.id AND o.confirmed_at IS NOT NULL) AS totp,
  (SELECT count(*)::int FROM staff_passkey p WHERE p.staff_id = s.id) AS passkeys`;

export const FACTORS_OF_STAFF = `SELECT ${factorRequired('$2')} AS required, ${FACTORS} FROM staff s WHERE s.id = $1`;

/**
 * Reads the factors under a lock of the account. Adding or removing a factor and opening a session all take this lock,
 * so that concurrent changes are serialised.
 * @throws not_found `staff.not_found`
 */
export async function lockFactors(tx: Tx, staffId: string, isDemo: boolean): Promise<Factors> {
  // Two statements: one that waited for a lock would read the other tables from its older snapshot.
  const [staff] = await tx.query('SELECT 1 FROM staff WHERE id = $1 FOR NO KEY UPDATE', [staffId]);
  const [factors] = staff ? await tx.query<Factors>(FACTORS_OF_STAFF, [staffId, isDemo]) : [];
  if (!factors) throw notFound('staff.not_found');
  return factors;
}

export const hasFactor = ({ totp, passkeys }: Factors): boolean => totp || passkeys > 0;

/** After the first factor was added: ends sessions opened without one; the current session counts as opened with it. */
export function markSessionEnrolled(
  tx: Tx,
  staffId: string,
  sessionId: string,
  factor: 'totp' | 'passkey',
): void {
  tx.send('DELETE FROM staff_session WHERE staff_id = $1 AND id <> $2 AND second_factor IS NULL', [
    staffId,
    sessionId,
  ]);
  tx.send('UPDATE staff_session SET second_factor = coalesce(second_factor, $2) WHERE id = $1', [
    sessionId,
    factor,
  ]);
}

/** After a factor was removed, perhaps because it was stolen: ends all other sessions. */
export function endOtherSessions(tx: Tx, staffId: string, sessionId: string | null): void {
  tx.send('DELETE FROM staff_session WHERE staff_id = $1 AND id IS DISTINCT FROM $2', [staffId, sessionId]);
}

/**
 * After a factor was removed. Recovery codes replace a lost factor, so without any factor they are deleted.
 * @throws conflict `second_factor.last`
 */
export async function requireRemainingFactor(tx: Tx, staffId: string, isDemo: boolean): Promise<void> {
  const left = await lockFactors(tx, staffId, isDemo);
  if (hasFactor(left)) return;
  if (left.required) throw conflict('second_factor.last');
  tx.send('DELETE FROM staff_recovery_code WHERE staff_id = $1', [staffId]);
}
