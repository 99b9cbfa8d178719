import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readSettings, SettingsError } from './settings.js';

const folder = mkdtempSync(join(tmpdir(), 'wasl-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('a setting in a file', () => {
  it('is read without the line end that editors add', () => {
    const SECRET_KEY_FILE = file('key', `${'k'.repeat(40)}\n`);
    expect(readSettings({ SECRET_KEY_FILE }).SECRET_KEY).toBe('k'.repeat(40));
  });

  it('is not set when the file is empty', () => {
    expect(readSettings({ IMAP_URL_FILE: file('empty', '\n') }).IMAP_URL).toBeUndefined();
  });

  it('is validated like any other, and its value is not shown', () => {
    const SECRET_KEY_FILE = file('short', 'too short');
    expect(() => readSettings({ SECRET_KEY_FILE })).toThrow(
      new SettingsError('Setting SECRET_KEY is wrong: must have at least 32 characters'),
    );
  });

  it('may not be given in the environment as well', () => {
    const given = { SECRET_KEY: 'k'.repeat(40), SECRET_KEY_FILE: file('other', 'o'.repeat(40)) };
    expect(() => readSettings(given)).toThrow('Setting SECRET_KEY is given twice');
  });

  it('reports which file cannot be read', () => {
    const SECRET_KEY_FILE = join(folder, 'missing');
    expect(() => readSettings({ SECRET_KEY_FILE })).toThrow(
      `Setting SECRET_KEY_FILE names ${SECRET_KEY_FILE}, which cannot be read (ENOENT)`,
    );
    expect(() => readSettings({ SECRET_KEY_FILE })).toThrow(SettingsError);
  });

  it('does not affect settings whose own name ends with _FILE', () => {
    expect(() => readSettings({ DKIM_KEY_FILE: file('not-a-key', 'x') })).toThrow(
      'Setting DKIM_KEY_FILE is wrong',
    );
  });
});
