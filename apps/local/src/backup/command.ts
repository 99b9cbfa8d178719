import { parseArgs } from 'node:util';
import { OperatorError } from './operator-error.js';

export interface BackupCommand {
  to: string;
  verify: boolean;
  /** store every file again, instead of relying on earlier backups of the place */
  allFiles: boolean;
  /** how many backups stay in the place */
  keep: number | undefined;
}

export interface RestoreCommand {
  from: string;
  replace: boolean;
  skipNumbers: number;
}

export const BACKUP_USAGE = `npm run backup -- --to <folder or s3://bucket/prefix> [--no-verify] [--all-files] [--keep <number>]
    writes a backup of the running system, restores it into a temporary folder and compares everything
    --no-verify   does not restore it: for databases too large for this machine; restore it elsewhere instead
    --all-files   stores each file again, when a file in the place was found damaged
    --keep        removes the oldest backups of the place afterwards, so that so many stay`;

export const RESTORE_USAGE = `DATA_DIR=<new folder> npm run restore -- --from <folder or s3://bucket/prefix>[/<name>] [--replace] [--skip-numbers <number>]
    restores the newest backup, or the one named, into DATA_DIR, or into the empty database of DATABASE_URL when it is set
    --replace         when DATA_DIR holds a system: it is moved into DATA_DIR/replaced-<time> once the backup is restored
    --skip-numbers    how many ticket numbers are left out after the last one of the backup (100000), so that numbers
                      given after the backup was made are not given again`;

const NUMBERS_SKIPPED = 100_000;

/** @throws OperatorError with the usage */
export function parseBackup(args: string[]): BackupCommand {
  return parsed(BACKUP_USAGE, () => {
    const { values } = parseArgs({
      args,
      options: {
        to: { type: 'string' },
        'no-verify': { type: 'boolean', default: false },
        'all-files': { type: 'boolean', default: false },
        keep: { type: 'string' },
      },
    });
    const keep = values.keep === undefined ? undefined : wholeNumber(values.keep, 1);
    return { to: required(values.to), verify: !values['no-verify'], allFiles: values['all-files'], keep };
  });
}

/** @throws OperatorError with the usage */
export function parseRestore(args: string[]): RestoreCommand {
  return parsed(RESTORE_USAGE, () => {
    const { values } = parseArgs({
      args,
      options: {
        from: { type: 'string' },
        replace: { type: 'boolean', default: false },
        'skip-numbers': { type: 'string', default: String(NUMBERS_SKIPPED) },
      },
    });
    return {
      from: required(values.from),
      replace: values.replace,
      skipNumbers: wholeNumber(values['skip-numbers'], 0),
    };
  });
}

function parsed<T>(usage: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw new OperatorError(usage);
  }
}

function required(value: string | undefined): string {
  if (!value) throw new Error('missing');
  return value;
}

function wholeNumber(text: string, min: number): number {
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < min) throw new Error('no number');
  return value;
}
