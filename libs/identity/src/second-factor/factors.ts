import { conflict, notFound } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';

/** The second factors of an account, and whether its role asks for one. */
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
 * Reads them under a lock of the account, which everybody takes who adds or removes a factor or opens a session: of two
 * at once the second sees what the first did.
 * @throws not_found `staff.not_found`
 */
export async function lockFactors(tx: Tx, staffId: string, isDemo: boolean): Promise<Factors> {
  // A statement that waited for a lock reads other tables as they were before: hence two.
  const [staff] = await tx.query('SELECT 1 FROM staff WHERE id = $1 FOR NO KEY UPDATE', [staffId]);
  const [factors] = staff ? await tx.query<Factors>(FACTORS_OF_STAFF, [staffId, isDemo]) : [];
  if (!factors) throw notFound('staff.not_found');
  return factors;
}

export const hasFactor = ({ totp, passkeys }: Factors): boolean => totp || passkeys > 0;

/** The first factor of an account: sessions that were opened without one end, the present one counts as opened with it. */
export function enrolSession(tx: Tx, staffId: string, sessionId: string, factor: 'totp' | 'passkey'): void {
  tx.send('DELETE FROM staff_session WHERE staff_id = $1 AND id <> $2 AND second_factor IS NULL', [
    staffId,
    sessionId,
  ]);
  tx.send('UPDATE staff_session SET second_factor = coalesce(second_factor, $2) WHERE id = $1', [
    sessionId,
    factor,
  ]);
}

/** A factor was given up, perhaps because it was stolen: what it may have opened ends. */
export function endOtherSessions(tx: Tx, staffId: string, sessionId: string | null): void {
  tx.send('DELETE FROM staff_session WHERE staff_id = $1 AND id IS DISTINCT FROM $2', [staffId, sessionId]);
}

/**
 * After a factor was taken away: recovery codes stand in for a factor, not beside none.
 * @throws conflict `second_factor.last`
 */
export async function requireOneLeft(tx: Tx, staffId: string, isDemo: boolean): Promise<void> {
  const left = await lockFactors(tx, staffId, isDemo);
  if (hasFactor(left)) return;
  if (left.required) throw conflict('second_factor.last');
  tx.send('DELETE FROM staff_recovery_code WHERE staff_id = $1', [staffId]);
}
