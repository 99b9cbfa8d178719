const PROGRAMS = ['api', 'portal', 'worker'];

/** Vite watches the console; editors leave hidden and temporary files. */
const NOT_WATCHED = /^apps\/console\/|(^|\/)\.|~$/;

/** Whether a change of this file, relative to the root, may concern a program. */
export const isWatched = (path: string): boolean => !NOT_WATCHED.test(path);

export interface Affected {
  programs: string[];
  /** whether the database is to be migrated first */
  prepare: boolean;
  /** whether the development server itself has changed */
  self: boolean;
}

/**
 * Which programs run other code after a change.
 * @param paths of sources, relative to the root
 */
export function affectedPrograms(paths: readonly string[]): Affected {
  const isShared = paths.some((path) => /^(libs|migrations)\//.test(path));
  const apps = new Set(paths.map((path) => /^apps\/([^/]+)\//.exec(path)?.[1]));
  return {
    programs: PROGRAMS.filter((name) => isShared || apps.has(name)),
    prepare: paths.some((path) => path.startsWith('migrations/')),
    self: apps.has('local'),
  };
}
