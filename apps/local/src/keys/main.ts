// `npm run rotate-keys`: moves stored data to the newest key of SECRET_KEY; with --status it only prints which keys
// are needed.
import 'reflect-metadata';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { readSettings, requireRuntimeSettings } from '#wasl/platform';
import { runningDatabaseUrl } from '../../../../libs/platform/src/embedded-postgres/index.js';
import { loadOrCreateSecrets } from '../local-secrets.js';
import { keyLines } from './key-lines.js';
import { KeysModule } from './keys.module.js';
import { RotateKeys } from './rotate-keys.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const given = readSettings();
  const settings = requireRuntimeSettings({
    ...given,
    DATABASE_URL: given.DATABASE_URL ?? (await runningDatabaseUrl(join(given.DATA_DIR, 'postgres'))),
    SECRET_KEY: given.DATABASE_URL ? given.SECRET_KEY : loadOrCreateSecrets(given.DATA_DIR, given).SECRET_KEY,
    LOG_LEVEL: 'silent',
  });
  const app = await NestFactory.createApplicationContext(KeysModule.forRoot(settings), {
    logger: false,
    abortOnError: false,
  });
  const keys = app.get(RotateKeys);
  if (!process.argv.includes('--status')) await keys.rotate(say);
  keyLines(await keys.status(), new Date()).forEach(say);
  await app.close();
} catch (error) {
  process.stderr.write(`${(error as Error).message.split('\n')[0]}\n`);
  process.exitCode = 1;
}
