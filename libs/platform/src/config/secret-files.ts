import { readFileSync } from 'node:fs';

type Environment = Record<string, string | undefined>;

/** A file that should hold a setting's value is missing, or the setting was given twice. */
export class SecretFileError extends Error {}

/**
 * A setting may be read from a file named by `<NAME>_FILE`, as container platforms mount secrets: environment variables
 * are visible in `docker inspect`, in /proc and in crash reports. An empty file counts as not set.
 * @throws SecretFileError
 */
export function readSettingValue(name: string, env: Environment): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return env[name] || undefined;
  if (env[name]) throw new SecretFileError(`Setting ${name} is given twice: as ${name} and as ${name}_FILE`);
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SecretFileError(`Setting ${name}_FILE names ${file}, which cannot be read (${code})`);
  }
}
