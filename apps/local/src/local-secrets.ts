import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.js';

export interface LocalSecrets {
  SECRET_KEY: string;
  CTI_TOKEN: string;
  DEMO_PASSWORD: string;
}

/** Without characters that are easily confused, because people type the password. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * The secrets of a single-machine installation: those in the environment, else those stored in `folder` by an earlier
 * run, else new ones, stored there readable by this account only.
 */
export function loadOrCreateSecrets(folder: string, set: Partial<LocalSecrets>): LocalSecrets {
  return {
    // May hold several keys, a line for each, newest first.
    SECRET_KEY:
      set.SECRET_KEY ?? loadOrCreate(folder, 'secret-key', () => randomBytes(32).toString('base64url')),
    CTI_TOKEN:
      set.CTI_TOKEN ?? loadOrCreate(folder, 'cti-token', () => randomBytes(24).toString('base64url')),
    DEMO_PASSWORD: set.DEMO_PASSWORD ?? loadOrCreate(folder, 'demo-password', readablePassword),
  };
}

function loadOrCreate(folder: string, name: string, make: () => string): string {
  const file = join(folder, name);
  try {
    if (existsSync(file)) {
      const text = readFileSync(file, 'utf8').trim();
      if (text) return text;
    }
    const secret = make();
    // Written atomically: a truncated key would make every ticket number wrong.
    writeFileSync(`${file}.new`, `${secret}\n`, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
    return secret;
  } catch (error) {
    throw new StartError(
      `Cannot read or write ${file} (${(error as NodeJS.ErrnoException).code}); see who owns it`,
    );
  }
}

/** Four groups of four: about 79 bits, easy to read out. */
function readablePassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
