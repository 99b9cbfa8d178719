import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, it } from '@jest/globals';

/** What a suite may need beyond npm packages, and the names under which systems install it. */
const PROGRAMS = {
  // The headless shell is the same engine without the browser's own window: half the processor time of a journey.
  chromium: [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
  ],
  'redis-server': ['redis-server', 'valkey-server'],
  dovecot: ['dovecot'],
  nginx: ['nginx'],
  asterisk: ['asterisk'],
} as const;
export type Program = keyof typeof PROGRAMS;

/** What Debian's stable release does not have: suites that need it are skipped also with REQUIRE_ALL=1. */
const OPTIONAL: Program[] = ['asterisk'];

/** The path of a program, or undefined when this machine has none. */
export function programPath(program: Program): string | undefined {
  // Debian installs servers in /usr/sbin, which is not on the PATH of ordinary users.
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/sbin'];
  return PROGRAMS[program].flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/**
 * `describe` for a suite that needs programs. Where one is missing the suite is skipped under its name; with
 * REQUIRE_ALL=1 it fails instead, unless the program is optional.
 */
export function describeWithPrograms(programs: Program[], name: string, suite: () => void): void {
  const missing = programs.filter((program) => !programPath(program));
  if (missing.length === 0) describe(name, suite);
  else if (process.env.REQUIRE_ALL === '1' && !missing.every((program) => OPTIONAL.includes(program))) {
    describe(name, () => {
      it(`finds ${missing.join(' and ')} on this machine`, () => {
        throw new Error(`Not installed: ${missing.join(', ')}`);
      });
    });
  } else describe.skip(`${name} (needs ${missing.join(' and ')})`, suite);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
