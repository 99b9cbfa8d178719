import { describe, expect, it } from '@jest/globals';
import { BACKUP_USAGE, parseBackup, parseRestore, RESTORE_USAGE } from './command.js';

describe('npm run backup and npm run restore', () => {
  it('should read their options', () => {
    expect(parseBackup(['--to', '/backups'])).toEqual({
      to: '/backups',
      verify: true,
      allFiles: false,
      keep: undefined,
    });
    expect(parseBackup(['--to', 's3://b/p', '--no-verify', '--all-files', '--keep', '14'])).toEqual({
      to: 's3://b/p',
      verify: false,
      allFiles: true,
      keep: 14,
    });
    expect(parseRestore(['--from', 's3://b/p'])).toEqual({
      from: 's3://b/p',
      replace: false,
      skipNumbers: 100_000,
    });
  });

  it.each([[[]], [['--to']], [['--to', 'x', '--keep', '0']], [['--to', 'x', '--keep', 'all']], [['x']]])(
    'should print the usage of backup for %j',
    (args) => expect(() => parseBackup(args)).toThrow(BACKUP_USAGE),
  );

  it.each([[[]], [['--to', 'x']], [['--from', 'x', '--skip-numbers', '-1']]])(
    'should print the usage of restore for %j',
    (args) => expect(() => parseRestore(args)).toThrow(RESTORE_USAGE),
  );
});
