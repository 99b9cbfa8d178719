import { DomainError } from '#wasl/kernel';
import { staff, type StaffingAnswer, type StaffingTerms } from '../staffing/staffing.js';

/**
 * The fewest agents of an interval in which so many contacts are expected.
 * @returns null when the interval is more than can be worked out; nothing about it is then better than silence
 */
export function requirementOf(
  expected: number,
  intervalSeconds: number,
  terms: StaffingTerms & { target: number },
): StaffingAnswer | null {
  try {
    return staff({ ...terms, calls: expected, intervalSeconds });
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
