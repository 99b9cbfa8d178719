import { join } from 'node:path';
import type { RuntimeSettings } from '#wasl/platform';
import type { BackupCommand } from './command.js';
import { makeBackup } from './make-backup.js';
import { explain, OperatorError } from './operator-error.js';
import { openPlace, preparePlace, readIndex, writeIndex } from './place.js';
import { pruneBackups } from './prune-backups.js';
import { verifyBackup } from './verify-backup.js';
import { Workspace } from './workspace.js';

/** Of a backup that is whole, of a system that has lost files before. */
const FILES_MISSING = 2;

/** @returns the exit code */
export async function runBackup(
  command: BackupCommand,
  settings: RuntimeSettings,
  say: (line: string) => void,
  key: { madeHere: boolean },
): Promise<number> {
  const place = await openPlace(command.to, settings);
  if (place.named) throw new OperatorError(`--to names the place of all backups; leave ${place.named} out`);
  await preparePlace(place);
  const workspace = await Workspace.open();
  try {
    const before = await readIndex(place);
    const earlier = command.allFiles ? undefined : before.at(-1)?.name;
    const manifest = await makeBackup({ settings, place, workspace, earlier, say });
    if (command.verify) await verify();
    const entries = [...(await readIndex(place)), { name: manifest.name, verified: command.verify }];
    await writeIndex(place, entries, workspace);
    if (command.keep) await pruneBackups(place, workspace, command.keep, say);
    say(`done      ${place.label}/${manifest.name}${command.verify ? '' : ', not verified'}`);
    sayWhatToKeep(manifest.keys.given[0]!, settings, key.madeHere, say);
    if (manifest.files.missing === 0) return 0;
    say(
      `WARNING: ${manifest.files.missing} files were lost or damaged in the running system before the backup; it holds everything else`,
    );
    return FILES_MISSING;

    async function verify(): Promise<void> {
      try {
        await verifyBackup(manifest, place, workspace, settings, say);
      } catch (error) {
        throw new OperatorError(
          `The backup ${manifest.name} was written and does not count, because it was not verified: ${explain(error)}`,
        );
      }
    }
  } finally {
    await workspace.close();
  }
}

function sayWhatToKeep(
  id: string,
  { DATA_DIR }: RuntimeSettings,
  madeHere: boolean,
  say: (line: string) => void,
): void {
  const where = madeHere ? `the file ${join(DATA_DIR, 'secret-key')}` : 'your store of secrets';
  say(`keep      SECRET_KEY (key ${id}), which is not in the backup: it is in ${where}.`);
  say('          Keep a copy elsewhere, apart from the backup; without it the backup cannot be restored.');
  say(
    '          The backup itself holds personal data in plain text: keep it on an encrypted disk or bucket.',
  );
}
