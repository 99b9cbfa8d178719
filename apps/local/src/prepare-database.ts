// Prepares the database and ends: the first step of a deployment on more than one machine, and of `npm start`.
import { readSettings, requireRunning, SettingsError } from '#wasl/platform';
import { prepareDatabase } from './prepare.js';

try {
  const settings = requireRunning(readSettings());
  if (settings.DEMO && !settings.DEMO_PASSWORD) {
    throw new SettingsError('Setting DEMO_PASSWORD is required when DEMO is 1 (npm start makes it itself)');
  }
  const { applied, warnings } = await prepareDatabase({
    databaseUrl: settings.DATABASE_URL,
    country: settings.COUNTRY,
    demoPassword: settings.DEMO ? settings.DEMO_PASSWORD : undefined,
  });
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
  process.stdout.write(
    `Database ready${applied.length > 0 ? `, ${applied.length} migrations applied` : ''}\n`,
  );
} catch (error) {
  const { message, code } = error as { message: string; code?: string };
  process.stderr.write(`The database could not be prepared: ${message || code}\n`);
  process.exitCode = 1;
}
