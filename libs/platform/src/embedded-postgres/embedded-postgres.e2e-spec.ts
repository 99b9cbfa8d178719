import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedPostgres, ensureDatabase, startEmbeddedPostgres } from './index.js';

// The folder is private and has a space in its name, as under /root or in a home folder.
const parent = mkdtempSync(join(tmpdir(), 'wasl spaced '));
const folder = join(parent, 'data', 'postgres');
const start = () => startEmbeddedPostgres({ folder, ownGroup: false });

async function ask<T>(postgres: EmbeddedPostgres, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: postgres.url('owner') });
  await client.connect();
  const { rows } = await client.query(text).finally(() => client.end());
  return rows as T[];
}

describe('the embedded PostgreSQL', () => {
  let postgres: EmbeddedPostgres;
  let port: number;

  beforeAll(async () => {
    postgres = await start();
    port = postgres.port;
    await ensureDatabase(postgres.superuserUrl());
    await ask(postgres, 'CREATE TABLE kept (word text)');
    await ask(postgres, `INSERT INTO kept VALUES ('وصل')`);
  });
  afterAll(async () => {
    await postgres.stop();
    rmSync(parent, { recursive: true, force: true });
  });

  it('keeps text as UTF-8 and everything on disk', async () => {
    const settings = await ask<{ name: string; setting: string }>(
      postgres,
      `SELECT name, setting FROM pg_settings WHERE name IN ('server_encoding', 'fsync', 'synchronous_commit') ORDER BY 1`,
    );
    expect(settings.map(({ setting }) => setting)).toEqual(['on', 'UTF8', 'on']);
  });

  it('requires the password and keeps it readable by its account only', async () => {
    const url = new URL(postgres.url('app'));
    url.password = 'guessed';
    const stranger = new pg.Client({ connectionString: url.href });
    await expect(stranger.connect()).rejects.toThrow('password authentication failed');
    expect(statSync(join(folder, 'wasl-connection.json')).mode & 0o077).toBe(0);
  });

  it('continues with the same data on the same port after a clean stop', async () => {
    await postgres.stop();
    expect(existsSync(join(folder, 'postmaster.pid'))).toBe(false);
    postgres = await start();
    expect([postgres.port, await ask(postgres, 'SELECT word FROM kept')]).toEqual([port, [{ word: 'وصل' }]]);
  });

  it('stops a server that a killed run left behind, and continues with its data', async () => {
    const left = postgres;
    await ask(left, `INSERT INTO kept VALUES ('left')`);
    postgres = await start();
    await left.ended;
    expect(postgres.pid).not.toBe(left.pid);
    expect(await ask(postgres, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 2 }]);
  });

  it('recovers after it was killed, while its child processes are still exiting', async () => {
    const busy = new pg.Client({ connectionString: postgres.url('owner') });
    busy.on('error', () => undefined);
    await busy.connect();
    const statement = busy.query('SELECT pg_sleep(30)').catch(() => undefined);
    process.kill(postgres.pid, 'SIGKILL');
    await postgres.ended;
    postgres = await start();
    expect(await ask(postgres, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 2 }]);
    await statement;
  });
});
