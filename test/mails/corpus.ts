import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUTOMATIC } from './automatic.js';
import { BOMBS } from './bombs.js';
import { BROKEN } from './broken.js';
import type { MailCase } from './build.js';
import { CHARSETS } from './charsets.js';
import { FILE_NAMES } from './file-names.js';
import { HEADERS } from './headers.js';
import { LANGUAGES } from './languages.js';
import { PACKED } from './packed.js';
import { PROGRAMS } from './programs.js';
import { ROBOTS } from './robots.js';
import { SENDERS } from './senders.js';
import { STRUCTURE } from './structure.js';

/**
 * The expected result of parsing a mail. Defaults are those of the default mail: from Person, "Street light", "It
 * is dark.", no attachments, no faults, not automatic.
 */
export interface Expected {
  /** address and name */
  from?: [string, string | null];
  subject?: string;
  text?: string;
  html?: boolean;
  /** name, type, size (0: not checked), and the content id used by HTML */
  attachments?: [string, string, number, string?][];
  faults?: string[];
  automatic?: boolean;
  /** by all that is known of the mail, not by its header alone */
  automation?: 'automatic' | 'unanswered' | 'none';
  messageId?: string;
  /** nearest first */
  references?: string[];
  /** for values that are too long to list */
  textLength?: number;
  subjectLength?: number;
  referencesCount?: number;
  /** nothing sensible can be parsed; only the given values and termination are checked */
  anything?: boolean;
}

export interface Specimen extends MailCase {
  group: string;
  expected: Expected;
}

const FOLDER = import.meta.dirname;
const read = (file: string) => readFileSync(join(FOLDER, file));
const GROUPS: Record<string, MailCase[]> = {
  senders: SENDERS,
  headers: HEADERS,
  charsets: CHARSETS,
  structure: STRUCTURE,
  packed: PACKED,
  broken: BROKEN,
  automatic: AUTOMATIC,
  languages: LANGUAGES,
  'file-names': FILE_NAMES,
  programs: PROGRAMS,
  robots: ROBOTS,
  bombs: BOMBS,
};

/** Every mail of the folder with its expected result: built by a module beside a JSON file of the same name, or raw bytes. */
export function specimens(): Specimen[] {
  const made = Object.entries(GROUPS).flatMap(([group, cases]) => {
    const readings = JSON.parse(read(`${group}.json`).toString()) as Record<string, Expected>;
    const unread = Object.keys(readings).filter((name) => !cases.some((one) => one.name === name));
    if (unread.length > 0) throw new Error(`${group}.json reads what is not written: ${unread.join(', ')}`);
    return cases.map((one) => ({ ...one, group, expected: expectedOf(readings, group, one.name) }));
  });
  const kept = readdirSync(join(FOLDER, 'raw'))
    .filter((file) => file.endsWith('.eml'))
    .map((file) => ({
      group: 'raw',
      name: file.replace('.eml', ''),
      raw: read(`raw/${file}`),
      expected: JSON.parse(read(`raw/${file.replace('.eml', '.json')}`).toString()) as Expected,
    }));
  return [...made, ...kept];
}

function expectedOf(readings: Record<string, Expected>, group: string, name: string): Expected {
  const expected = readings[name];
  if (!expected) throw new Error(`${group}.json does not say how "${name}" is to be read`);
  return expected;
}
