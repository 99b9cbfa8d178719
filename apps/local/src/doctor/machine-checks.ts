import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { examineSettings, SETTING_NAMES } from '#wasl/platform';
import { type Check, fail, type Finding, ok, warn, within } from './finding.js';

const WARN_BELOW = 0.1;
/** Below this the database may stop before anybody comes. */
const FAIL_BELOW = 0.03;
const ANSWER_MS = 3_000;

export const checkSettings: Check = ({ env }) => {
  const { faults } = examineSettings(env);
  const given = SETTING_NAMES.filter((name) => env[name] || env[`${name}_FILE`]).length;
  if (faults.length === 0) return [ok('settings', `${given} set, all valid`)];
  return faults.map((fault) =>
    fail('settings', fault, `correct it, or take it out for its default; ${meaningOf(fault)}`),
  );
};

/** What the table of settings says about the one at fault. An image of the programs has no documents. */
function meaningOf(fault: string): string {
  const [name] = /[A-Z][A-Z0-9]+(_[A-Z0-9]+)*/.exec(fault) ?? [];
  const table = join(process.cwd(), 'docker/settings.md');
  const rows = existsSync(table) ? readFileSync(table, 'utf8').split('\n') : [];
  const row = rows.find((line) => line.startsWith('|') && line.split('|')[1]!.includes(`\`${name}\``));
  return row ? `it is: ${row.split('|')[3]!.trim()}` : 'docker/settings.md says what it means';
}

export const checkNode: Check = () => {
  const [major, minor] = process.versions.node.split('.').map(Number) as [number, number];
  const found = `Node.js ${process.versions.node}`;
  if (major < 20 || (major === 20 && minor < 19)) return [fail('node', found, 'install 20.19 or newer')];
  return [ok('node', found)];
};

export const checkDisk: Check = async ({ settings }) => {
  const folder = existingPart(settings.DATA_DIR);
  const found: Finding[] = [];
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    found.push(
      fail(
        'disk',
        `DATA_DIR ${folder} cannot be written (${code})`,
        'set DATA_DIR to a folder of this account',
      ),
    );
  }
  const { bavail, blocks, bsize } = await statfs(folder);
  found.push(judgeRoom(bavail / blocks, `${Math.round((bavail * bsize) / 1e8) / 10} GB`, settings.DATA_DIR));
  return found;
};

/** @param share that is free, of 1 */
export function judgeRoom(share: number, free: string, folder: string): Finding {
  const found = `${Math.floor(share * 100)} % (${free}) free in ${folder}`;
  if (share >= WARN_BELOW) return ok('disk', found);
  const action = 'make room, or move DATA_DIR to a larger disk';
  return share < FAIL_BELOW ? fail('disk', found, action) : warn('disk', found, action);
}

function existingPart(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : existingPart(dirname(path));
}

/** Each port is free, or one of our own programs answers there. */
export const checkPorts: Check = async ({ settings }) => {
  const { HOST } = settings;
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  const found: Finding[] = [];
  for (const name of ['PORT', 'PORTAL_PORT', 'SMTP_IN_PORT'] as const) {
    const port = settings[name];
    const check = `port ${name}`;
    const fault = port === 0 ? undefined : await listenFault(port, HOST);
    if (fault === undefined) {
      found.push(ok(check, port === 0 ? 'any free port' : `${port} is free`));
    } else if (fault !== 'EADDRINUSE') {
      const action =
        fault === 'EACCES'
          ? `choose one above 1023 with ${name}`
          : `correct HOST or ${name}: nobody can listen there`;
      found.push(fail(check, `${HOST}:${port} cannot be used (${fault})`, action));
    } else if (await (name === 'SMTP_IN_PORT' ? greetsAsMail(host, port) : isOurs(host, port))) {
      found.push(ok(check, `${port} is served by Wasl`));
    } else {
      found.push(
        fail(
          check,
          `${port} is used by another program`,
          `stop that program, or choose another port with ${name}`,
        ),
      );
    }
  }
  return found;
};

function listenFault(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

async function isOurs(host: string, port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://${host}:${port}/health/live`, {
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const body = (await answer.json()) as { status?: string };
    return answer.ok && typeof body.status === 'string';
  } catch {
    return false;
  }
}

async function greetsAsMail(host: string, port: number): Promise<boolean> {
  const socket = createConnection({ host, port });
  try {
    const greeting = new Promise<string>((resolve, reject) => {
      socket.once('data', (data) => resolve(data.toString('latin1')));
      socket.once('error', reject).once('close', () => reject(new Error('closed')));
    });
    return (await within(ANSWER_MS, greeting)).startsWith('220 ');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
