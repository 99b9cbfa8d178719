// `npm run admin`: gives an administrator access from the machine, when nobody can do it at the console.
import 'reflect-metadata';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AdministratorAccess, SetupLinks } from '#wasl/identity';
import { DomainError } from '#wasl/kernel';
import { readSettings, requireRuntimeSettings } from '#wasl/platform';
import { runningDatabaseUrl } from '../../../../libs/platform/src/embedded-postgres/index.js';
import { loadOrCreateSecrets } from '../local-secrets.js';
import { AdminModule } from './admin.module.js';
import { type AdminCommand, parseCommand } from './command.js';

const REFUSALS: Record<string, string> = {
  'user.not_administrator':
    'This is the account of somebody who is no active administrator; give another address',
};

async function linesFor(
  command: AdminCommand,
  setup: SetupLinks,
  access: AdministratorAccess,
): Promise<string[]> {
  if (command.name === 'setup') {
    const link = await setup.make();
    return link
      ? [
          `set up    ${link.url}`,
          `          makes the first administrator; good once, until ${link.expiresAt}`,
        ]
      : ['There is staff already; npm run admin -- invite <mail> gives an administrator access'];
  }
  const { fullName: name, resetFactors, email } = command;
  const link = await access.invite(email, { name, resetFactors });
  return [
    `link      ${link.url}`,
    `          sets the password of ${email}${link.created ? ', a new administrator' : ''}; good once, until ${link.expiresAt}`,
  ];
}

try {
  const command = parseCommand(process.argv.slice(2));
  const given = readSettings();
  const settings = requireRuntimeSettings({
    ...given,
    DATABASE_URL: given.DATABASE_URL ?? (await runningDatabaseUrl(join(given.DATA_DIR, 'postgres'))),
    SECRET_KEY: given.SECRET_KEY ?? loadOrCreateSecrets(given.DATA_DIR, given).SECRET_KEY,
    LOG_LEVEL: 'silent',
  });
  const app = await NestFactory.createApplicationContext(AdminModule.forRoot(settings), {
    logger: false,
    abortOnError: false,
  });
  const lines = await linesFor(command, app.get(SetupLinks), app.get(AdministratorAccess));
  process.stdout.write(`${lines.join('\n')}\n`);
  await app.close();
} catch (error) {
  const { message } = error as Error;
  const said = error instanceof DomainError ? (REFUSALS[error.code] ?? error.code) : message;
  process.stderr.write(`${said}\n`);
  process.exitCode = 1;
}
