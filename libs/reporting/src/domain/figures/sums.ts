import type { AnsweredAndAbandoned } from './service-level.js';

/** Sums over contacts. Every figure is computed from sums, so that figures of longer periods are never averages. */
export interface ContactSums extends AnsweredAndAbandoned {
  offered: number;
  /** total wait of answered contacts */
  waitMs: number;
  /** answered and finished */
  handled: number;
  /** of those handled, with known times */
  timed: number;
  /** on what was written */
  workMs: number;
  talkMs: number;
  holdMs: number;
  wrapUpMs: number;
  /** transferred to another queue after the answer */
  transferred: number;
  /** tickets resolved or closed */
  settled: number;
  /** of those settled, reopened within the country's days */
  reopened: number;
  /** of those settled, rated … */
  rated: number;
  /** … with 4 or 5 */
  satisfied: number;
}

export const CONTACT_SUMS = [
  'offered',
  'answered',
  'answeredInThreshold',
  'abandoned',
  'abandonedInThreshold',
  'shortAbandoned',
  'waitMs',
  'handled',
  'timed',
  'workMs',
  'talkMs',
  'holdMs',
  'wrapUpMs',
  'transferred',
  'settled',
  'reopened',
  'rated',
  'satisfied',
] as const satisfies (keyof ContactSums)[];

/** Whole milliseconds of a queue's agents, by state. */
export interface PresenceSums {
  /** with nothing to do */
  availableMs: number;
  /** busy, in wrap-up, or available with written work to do */
  handlingMs: number;
  notReadyMs: number;
}

/** Whole milliseconds of the roster of a queue's agents. */
export interface RosterSums {
  /** scheduled as available */
  rosteredMs: number;
  /** scheduled in any state, until now */
  scheduledMs: number;
  /** of that, in the scheduled state */
  adheredMs: number;
}

export const emptyContactSums = (): ContactSums =>
  Object.fromEntries(CONTACT_SUMS.map((name) => [name, 0])) as unknown as ContactSums;
export const emptyPresenceSums = (): PresenceSums => ({ availableMs: 0, handlingMs: 0, notReadyMs: 0 });

export const emptyRosterSums = (): RosterSums => ({ rosteredMs: 0, scheduledMs: 0, adheredMs: 0 });

/** Adds `more` into `sums`. */
export function addContactSums(sums: ContactSums, more: ContactSums): void {
  for (const name of CONTACT_SUMS) sums[name] += more[name];
}

export function addPresenceSums(sums: PresenceSums, more: PresenceSums): void {
  sums.availableMs += more.availableMs;
  sums.handlingMs += more.handlingMs;
  sums.notReadyMs += more.notReadyMs;
}

export function addRosterSums(sums: RosterSums, more: RosterSums): void {
  sums.rosteredMs += more.rosteredMs;
  sums.scheduledMs += more.scheduledMs;
  sums.adheredMs += more.adheredMs;
}
