import type { AnsweredAndAbandoned } from '../metrics/service-level.js';

/** What is added up of contacts; every figure is made of these, so that figures of longer periods are never averages. */
export interface ContactSums extends AnsweredAndAbandoned {
  offered: number;
  /** of those answered */
  waitMs: number;
  /** answered and over */
  handled: number;
  /** of those handled, conversations whose times are known */
  timed: number;
  talkMs: number;
  holdMs: number;
  wrapUpMs: number;
  /** left for another queue after they were answered */
  transferred: number;
  /** tickets resolved or closed */
  settled: number;
  /** of those settled, the ones taken up again within the country's days */
  reopened: number;
  /** of those settled, the ones that were rated … */
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
  'talkMs',
  'holdMs',
  'wrapUpMs',
  'transferred',
  'settled',
  'reopened',
  'rated',
  'satisfied',
] as const satisfies (keyof ContactSums)[];

/** Whole milliseconds by what agents of a queue did. */
export interface PresenceSums {
  availableMs: number;
  /** busy or wrapping up */
  handlingMs: number;
  notReadyMs: number;
}

/** Whole milliseconds of the roster of a queue's agents. */
export interface RosterSums {
  /** to be available */
  rosteredMs: number;
  /** to be in any state, until now */
  scheduledMs: number;
  /** of that, in the state it says */
  adheredMs: number;
}

export const noContacts = (): ContactSums =>
  Object.fromEntries(CONTACT_SUMS.map((name) => [name, 0])) as unknown as ContactSums;
export const noPresence = (): PresenceSums => ({ availableMs: 0, handlingMs: 0, notReadyMs: 0 });

export const noRoster = (): RosterSums => ({ rosteredMs: 0, scheduledMs: 0, adheredMs: 0 });

/** Adds `more` into `sums`. */
export function addContacts(sums: ContactSums, more: ContactSums): void {
  for (const name of CONTACT_SUMS) sums[name] += more[name];
}

export function addPresence(sums: PresenceSums, more: PresenceSums): void {
  sums.availableMs += more.availableMs;
  sums.handlingMs += more.handlingMs;
  sums.notReadyMs += more.notReadyMs;
}

export function addRoster(sums: RosterSums, more: RosterSums): void {
  sums.rosteredMs += more.rosteredMs;
  sums.scheduledMs += more.scheduledMs;
  sums.adheredMs += more.adheredMs;
}
