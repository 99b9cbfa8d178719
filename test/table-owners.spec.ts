import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..');
const { owner, foreign } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'table-owners.json'), 'utf8'),
) as {
  /** table → the only lib or program that writes it */
  owner: Record<string, string>;
  /** table → who else writes it still, and why; to be replaced by use cases of the owner */
  foreign: Record<string, Record<string, string>>;
};
/** Seeding of reference and demo data writes tables of everybody. */
const NOT_READ = /(\.(spec|e2e-spec|spec-support)\.tsx?$)|^libs\/testing\/|^apps\/(local|console)\//;
const WRITE = /\b(?:INSERT INTO|UPDATE(?: ONLY)?|DELETE FROM|MERGE INTO|TRUNCATE)\s+"?([a-z_]+)"?/g;
const TABLE = /CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?"?([a-z_]+)"?/g;

const sources = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`)
    .filter((path) => !NOT_READ.test(path));
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** The SQL of the whole tree: table → the libs and programs in which it is written. */
function writers(): Map<string, Set<string>> {
  const tables = new Set(
    sources('migrations').flatMap((path) => [...textOf(path).matchAll(TABLE)].map(([, name]) => name!)),
  );
  const found = new Map<string, Set<string>>();
  for (const path of [...sources('libs'), ...sources('apps')]) {
    const part = path.split('/').slice(0, 2).join('/');
    for (const [, table] of textOf(path).matchAll(WRITE))
      if (tables.has(table!)) found.set(table!, (found.get(table!) ?? new Set()).add(part));
  }
  return found;
}

describe('every table', () => {
  const found = writers();

  it('that is written has one owner, which writes it', () => {
    expect(found.size).toBeGreaterThan(80);
    const faults = [...found].flatMap(([table, by]) =>
      owner[table] && by.has(owner[table]) ? [] : [`${table}: written by ${[...by].join(', ')}`],
    );
    expect(faults).toEqual([]);
    expect(Object.keys(owner).filter((table) => !found.has(table))).toEqual([]);
  });

  it('is written by its owner alone, but for what is listed', () => {
    const others = Object.fromEntries(
      [...found]
        .map(([table, by]) => [table, [...by].filter((part) => part !== owner[table]).sort()] as const)
        .filter(([, by]) => by.length > 0),
    );
    expect(others).toEqual(
      Object.fromEntries(Object.entries(foreign).map(([table, by]) => [table, Object.keys(by).sort()])),
    );
  });
});
