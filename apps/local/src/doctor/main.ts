// `npm run doctor [-- --json]`: looks at everything that the system needs, and says what to do.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examineSettings } from '#wasl/platform';
import { runningDatabaseUrl } from '../../../../libs/platform/src/embedded-postgres/index.js';
import { OperatorError } from '../backup/operator-error.js';
import { runTool } from '../backup/run-tool.js';
import { findingLines, runDoctor } from './run-doctor.js';

await runTool(async (say) => {
  const args = process.argv.slice(2);
  if (args.some((arg) => arg !== '--json')) throw new OperatorError('npm run doctor [-- --json]');
  const { settings } = examineSettings(process.env);
  const findings = await runDoctor({
    env: process.env,
    settings,
    databaseUrl:
      settings.DATABASE_URL ??
      (await runningDatabaseUrl(join(settings.DATA_DIR, 'postgres')).catch(() => undefined)),
    secretKey: settings.SECRET_KEY ?? (settings.DATABASE_URL ? undefined : keyIn(settings.DATA_DIR)),
  });
  if (args.includes('--json')) say(JSON.stringify(findings, null, 1));
  else findingLines(findings).forEach(say);
  return findings.some(({ level }) => level === 'FAIL') ? 1 : 0;
});

function keyIn(dataDir: string): string | undefined {
  try {
    return readFileSync(join(dataDir, 'secret-key'), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
