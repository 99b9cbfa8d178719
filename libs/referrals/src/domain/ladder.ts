/** What is due when time is over and nobody did what was promised. */
export type DueStep =
  /** the time to accept is over */
  | { what: 'overdue' }
  | { what: 'step'; officers: readonly string[] } /** nobody of the ladder helped */
  | {
      what: 'arbitration';
    };

export interface Step {
  afterMinutes: number;
  officers: readonly string[];
}

/** Adds minutes of the entity's business time. */
export type AddMinutes = (from: Date, minutes: number) => Date;

/**
 * The steps of silence: the first is that the time to accept is over, then come those of the ladder, then the arbiter.
 * @param taken how many steps were taken already
 */
export function dueStep(taken: number, ladder: readonly Step[]): DueStep {
  if (taken === 0) return { what: 'overdue' };
  const step = ladder[taken - 1];
  return step ? { what: 'step', officers: step.officers } : { what: 'arbitration' };
}

/**
 * When the next step is due. The arbiter gets what nobody took when, after the last step of the ladder, as much time has
 * passed again as the entity has for accepting; without a ladder at once.
 * @param acceptMinutes the time that the entity has for accepting
 */
export function nextStepAt(
  taken: number,
  ladder: readonly Step[],
  acceptBy: Date,
  acceptMinutes: number,
  add: AddMinutes,
): Date {
  if (taken === 0) return acceptBy;
  const step = ladder[taken - 1];
  if (step) return add(acceptBy, step.afterMinutes);
  const last = ladder.at(-1);
  return last ? add(acceptBy, last.afterMinutes + acceptMinutes) : acceptBy;
}
