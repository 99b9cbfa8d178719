import type { FieldProblem } from '../../api/problem.js';
import type { QueueSettings } from '../../api/routing-api.js';

/** What the api has to say about a place of the form; undefined when nothing. */
export type FaultAt = (path: string) => string | undefined;

/** What every part of a queue's form is given. */
export interface SettingsProps {
  settings: QueueSettings;
  change: (settings: QueueSettings) => void;
  faultAt: FaultAt;
}

export const faultsFrom =
  (faults: readonly FieldProblem[], within: string): FaultAt =>
  (path) =>
    faults.find((fault) => fault.path === `${within}.${path}`)?.message;

/** Faults that no field of the form has a place for. */
export function faultsBeside(faults: readonly FieldProblem[], within: string): FieldProblem[] {
  return faults.filter(({ path }) => !path.startsWith(`${within}.`));
}

export const replaced = <T>(list: readonly T[], at: number, value: T): T[] =>
  list.map((one, n) => (n === at ? value : one));
export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_one, n) => n !== at);
