const PROGRAMS = ['api', 'portal', 'worker'];

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
