import { Problem } from '../api/problem.js';

/** `steps[0].queue` and `steps.0.queue` are one place. */
const placeOf = (path: string) => path.replace(/\[(\d+)\]/g, '.$1');

export interface Faults {
  /** what is wrong with this very field */
  at(path: string): string | undefined;
  /** with the field or anything in it */
  within(path: string): string | undefined;
}

/**
 * What the api said of each field.
 * @param conflicts refusals as a whole that are about one field: by code, the field's path
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
