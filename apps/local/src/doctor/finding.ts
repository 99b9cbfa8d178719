import type { Settings } from '#wasl/platform';

export type Level = 'OK' | 'WARN' | 'FAIL';

export interface Finding {
  level: Level;
  /** what was looked at, such as `database` */
  check: string;
  found: string;
  /** what to do; of every WARN and FAIL */
  action?: string;
}

export interface Examined {
  env: Record<string, string | undefined>;
  /** those that are right; the others are reported by a check of their own */
  settings: Settings;
  /** what api and worker sign in with; undefined where no database can be reached */
  databaseUrl: string | undefined;
  /** SECRET_KEY, or what `npm start` keeps in DATA_DIR */
  secretKey: string | undefined;
}

export type Check = (examined: Examined) => Promise<Finding[]> | Finding[];

export const ok = (check: string, found: string): Finding => ({ level: 'OK', check, found });
export const warn = (check: string, found: string, action: string): Finding => ({
  level: 'WARN',
  check,
  found,
  action,
});
export const fail = (check: string, found: string, action: string): Finding => ({
  level: 'FAIL',
  check,
  found,
  action,
});

/** An answer within a limit: a doctor that hangs is no help. */
export async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1_000} s`)), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
