import { DomainError } from '#wasl/kernel';
import { computeStaffing, type StaffingAnswer, type StaffingTerms } from '../staffing/staffing.js';

/**
 * The fewest agents for an interval with this many expected contacts.
 * @returns null when the load is too large to compute
 */
export function requiredAgents(
  expected: number,
  intervalSeconds: number,
  terms: StaffingTerms & { target: number },
): StaffingAnswer | null {
  try {
    return computeStaffing({ ...terms, calls: expected, intervalSeconds });
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
