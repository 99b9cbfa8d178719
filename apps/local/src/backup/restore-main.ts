// `npm run restore`: a backup into a new data folder or an empty database, verified before it can be started.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRestore } from './command.js';
import { OperatorError } from './operator-error.js';
import { readSettingsFor } from './place.js';
import { runRestore } from './run-restore.js';
import { runTool } from './run-tool.js';

await runTool(async (say) => {
  const command = parseRestore(process.argv.slice(2));
  const settings = readSettingsFor(command.from, process.env);
  const secretKey = settings.SECRET_KEY ?? keyOf(settings.DATA_DIR);
  if (!secretKey)
    throw new OperatorError(
      'Give the SECRET_KEY that was kept with the backup, in SECRET_KEY or, as a file, in SECRET_KEY_FILE',
    );
  await runRestore(command, { ...settings, SECRET_KEY: secretKey }, say);
  return 0;
});

/** A folder into which only its key was put back, or one that is replaced. */
function keyOf(dataDir: string): string | undefined {
  try {
    return readFileSync(join(dataDir, 'secret-key'), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
