// `npm run rotate-keys`: moves stored data to the newest key of SECRET_KEY; with --status it only prints which keys
// are needed.
import 'reflect-metadata';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { readSettings, requireRunning } from '#wasl/platform';
import { runningUrl } from '../../../../libs/platform/src/embedded-postgres/index.js';
import { keepSecrets } from '../keep-secrets.js';
import { keyLines } from './key-lines.js';
import { KeysModule } from './keys.module.js';
import { RotateKeys } from './rotate-keys.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const given = readSettings();
  const settings = requireRunning({
    ...given,
    DATABASE_URL: given.DATABASE_URL ?? (await runningUrl(join(given.DATA_DIR, 'postgres'))),
    SECRET_KEY: given.DATABASE_URL ? given.SECRET_KEY : keepSecrets(given.DATA_DIR, given).SECRET_KEY,
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
