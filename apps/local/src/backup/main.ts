// `npm run backup`: a backup of the running system, restored and verified before the command ends.
import 'reflect-metadata';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { requireRuntimeSettings } from '#wasl/platform';
import { runningDatabaseUrl } from '../../../../libs/platform/src/embedded-postgres/index.js';
import { loadOrCreateSecrets } from '../local-secrets.js';
import { parseBackup } from './command.js';
import { readSettingsFor } from './place.js';
import { runBackup } from './run-backup.js';
import { runTool } from './run-tool.js';

/** The system goes first. */
const NICE = 10;

await runTool(async (say) => {
  const command = parseBackup(process.argv.slice(2));
  setPriority(NICE);
  const given = readSettingsFor(command.to, process.env);
  const settings = requireRuntimeSettings({
    ...given,
    // As the owner where it is known: it may read every table.
    DATABASE_URL:
      given.MIGRATION_DATABASE_URL ??
      given.DATABASE_URL ??
      (await runningDatabaseUrl(join(given.DATA_DIR, 'postgres'))),
    SECRET_KEY: given.DATABASE_URL ? given.SECRET_KEY : loadOrCreateSecrets(given.DATA_DIR, given).SECRET_KEY,
    LOG_LEVEL: 'silent',
  });
  return runBackup(command, settings, say, { madeHere: given.SECRET_KEY === undefined });
});
