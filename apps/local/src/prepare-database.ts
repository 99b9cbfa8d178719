// Prepares the database and exits. The first step of a deployment on several machines, and of `npm start`.
import { readSettings, requireRuntimeSettings, SettingsError } from '#wasl/platform';
import { prepareDatabase } from './prepare.js';

const userOf = (url: string | undefined) =>
  url && new URL(url).username ? decodeURIComponent(new URL(url).username) : undefined;

try {
  const settings = requireRuntimeSettings(readSettings());
  if (settings.DEMO && !settings.DEMO_PASSWORD) {
    throw new SettingsError('Setting DEMO_PASSWORD is required when DEMO is 1 (npm start makes it itself)');
  }
  const { applied, warnings, hasStaff } = await prepareDatabase({
    databaseUrl: settings.MIGRATION_DATABASE_URL ?? settings.DATABASE_URL,
    roles: { app: userOf(settings.DATABASE_URL), portal: userOf(settings.PORTAL_DATABASE_URL) },
    country: settings.COUNTRY,
    demoPassword: settings.DEMO ? settings.DEMO_PASSWORD : undefined,
  });
  if (!settings.MIGRATION_DATABASE_URL) {
    warnings.push(
      'MIGRATION_DATABASE_URL is not set: the role of DATABASE_URL owns the database, and every process may drop it. ' +
        'Give DATABASE_URL a role of its own (see the README)',
    );
  }
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
  process.stdout.write(
    `Database ready${applied.length > 0 ? `, ${applied.length} migrations applied` : ''}\n`,
  );
  if (!hasStaff)
    process.stdout.write(
      'Nobody can sign in yet: node dist/apps/local/src/admin/main.js setup, run beside the api, prints a link that makes the first administrator\n',
    );
} catch (error) {
  const { message, code } = error as { message: string; code?: string };
  process.stderr.write(`The database could not be prepared: ${message || code}\n`);
  process.exitCode = 1;
}
