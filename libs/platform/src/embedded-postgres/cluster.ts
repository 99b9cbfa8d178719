import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import type { DatabaseRole } from './database-roles.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** Connection settings of the cluster; stored inside its folder, so that they move with it. */
export interface Connection {
  /** the superuser, used for set-up only */
  user: string;
  password: string;
  port: number;
  /** passwords of the database roles; absent in clusters of earlier versions */
  roles?: Record<DatabaseRole, string>;
}

const CONNECTION_FILE = 'wasl-connection.json';
const SUPERUSER = 'postgres';

/**
 * A UTF-8 locale is needed besides ICU: with plain C, pg_trgm recognises no letters in Arabic text, so searches
 * silently find nothing. The first locale that the system supports is used.
 */
const LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'C.utf8'];

export async function readConnection(folder: string): Promise<Connection> {
  try {
    return JSON.parse(await readFile(join(folder, CONNECTION_FILE), 'utf8')) as Connection;
  } catch (error) {
    throw new EmbeddedPostgresError(
      `Cannot read ${join(folder, CONNECTION_FILE)} (${(error as NodeJS.ErrnoException).code ?? 'damaged'}); ` +
        'start as the account that created the database',
    );
  }
}

export async function saveConnection(
  folder: string,
  connection: Connection,
  account: Account,
): Promise<void> {
  const path = join(folder, CONNECTION_FILE);
  await writeSecret(`${path}.new`, JSON.stringify(connection), account);
  await rename(`${path}.new`, path);
}

/** Creates the cluster in a temporary folder and renames it, so that an interrupted run leaves no partial cluster. */
export async function createCluster(
  folder: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<void> {
  const tempFolder = `${folder}.new`;
  const passwordFile = join(dirname(folder), `.${randomBytes(6).toString('hex')}`);
  const password = randomBytes(24).toString('base64url');
  await writeSecret(passwordFile, password, account);
  try {
    await initdb(tempFolder, passwordFile, binaries, account, durable ? [] : ['--no-sync']);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await saveConnection(tempFolder, { user: SUPERUSER, password, port: 0 }, account);
  await rename(tempFolder, folder);
}

export const hasCluster = (folder: string) => existsSync(join(folder, 'PG_VERSION'));

async function initdb(
  folder: string,
  passwordFile: string,
  binaries: Binaries,
  account: Account,
  extraArgs: string[],
): Promise<void> {
  let lastOutput = '';
  for (const locale of LOCALES) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { mode: 0o700 });
    if (account.owner) await chown(folder, account.owner.uid, account.owner.gid);
    const { code, output } = await run(account, binaries.initdb, [
      `--pgdata=${folder}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${locale}`,
      '--lc-messages=C',
      '--locale-provider=icu',
      '--icu-locale=und',
      '--no-instructions',
      ...extraArgs,
    ]);
    if (code === 0) return;
    lastOutput = output;
    if (!output.includes('locale')) break;
  }
  const line = lastOutput.split('\n').find((text) => text.includes('error:')) ?? lastOutput.split('\n')[0];
  throw new EmbeddedPostgresError(`The embedded PostgreSQL could not be created: ${line}`);
}

function run(
  account: Account,
  program: string,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  const command = account.command(program, args);
  return new Promise((resolve, reject) => {
    const { uid, gid } = command;
    const child = spawn(command.program, command.args, {
      uid,
      gid,
      cwd: '/',
      env: POSTGRES_ENV,
      stdio: 'pipe',
    });
    let output = '';
    child.stdout.resume();
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** PostgreSQL does not inherit our environment: PG* variables and locales would change its behaviour. */
export const POSTGRES_ENV = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_MESSAGES: 'C', TZ: 'UTC' };

async function writeSecret(path: string, text: string, account: Account): Promise<void> {
  await writeFile(path, text, { mode: 0o600 });
  await chmod(path, 0o600);
  if (account.owner) await chown(path, account.owner.uid, account.owner.gid);
}
