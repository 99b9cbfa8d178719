import type { FieldProblem } from '../../api/problem.js';
import type { QueueSettings } from '../../api/routing-api.js';

/** The api's message for a field of the form; undefined when it is valid. */
export type FaultAt = (path: string) => string | undefined;

/** Props of every section of a queue's form. */
export interface SettingsProps {
  settings: QueueSettings;
  change: (settings: QueueSettings) => void;
  faultAt: FaultAt;
}

export const faultsFrom =
  (faults: readonly FieldProblem[], within: string): FaultAt =>
  (path) =>
    faults.find((fault) => fault.path === `${within}.${path}`)?.message;

/** Faults that belong to no field of the form. */
export function faultsBeside(faults: readonly FieldProblem[], within: string): FieldProblem[] {
  return faults.filter(({ path }) => !path.startsWith(`${within}.`));
}

export const replaced = <T>(list: readonly T[], at: number, value: T): T[] =>
  list.map((one, n) => (n === at ? value : one));
export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_one, n) => n !== at);
