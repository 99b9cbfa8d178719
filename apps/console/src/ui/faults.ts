import { Problem } from '../api/problem.js';

/** Normalises paths: `steps[0].queue` equals `steps.0.queue`. */
const placeOf = (path: string) => path.replace(/\[(\d+)\]/g, '.$1');

export interface Faults {
  /** the fault of exactly this field */
  at(path: string): string | undefined;
  /** the fault of the field or of anything inside it */
  within(path: string): string | undefined;
}

/**
 * The api's faults by field.
 * @param conflicts problem codes that concern one field: from code to the field's path
 */
export function faultsOf(error: unknown, conflicts: Record<string, string> = {}): Faults {
  const said =
    error instanceof Problem ? error.errors.map((one) => ({ ...one, path: placeOf(one.path) })) : [];
  const about = error instanceof Problem ? conflicts[error.code] : undefined;
  if (about !== undefined) said.push({ path: about, code: '', message: (error as Problem).detail });
  return {
    at: (path) => said.find((one) => one.path === path)?.message,
    within: (path) => said.find((one) => one.path === path || one.path.startsWith(`${path}.`))?.message,
  };
}
