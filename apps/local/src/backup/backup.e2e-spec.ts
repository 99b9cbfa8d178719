import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrateDatabase, MIGRATION_NAMES, readSettings, type RuntimeSettings } from '#wasl/platform';
import { DATABASE_ROLES } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { S3_BUCKET, TestS3 } from '../../../../test/support/s3-server.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';
import {
  countTickets as countIn,
  createEmptyDatabase,
  dropEmptyDatabases,
  nameOf,
  pick,
  S3_NAMES,
  superuser,
} from '../../../../test/support/backup-suite.js';
import { parseBackup, parseRestore } from './command.js';
import { readSettingsFor } from './place.js';
import { runBackup } from './run-backup.js';
import { runRestore } from './run-restore.js';
import { FILE_STATEMENTS } from './snapshot.js';

const MADE_BY_US = { madeHere: false };

describe('backup and restore', () => {
  let system: TestSystem;
  let agent: Client;
  let folder: string;
  let place: string;
  let settings: RuntimeSettings;
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const tickets: string[] = [];

  const emptyDatabase = () => createEmptyDatabase(system.settings, folder);
  const newTicket = async (attachments: string[] = []) => {
    const answer = await agent.post('/api/v1/tickets', {
      subject: 'انقطاع الماء',
      description: 'No water since\tthe morning\\\n— "house 12"',
      language: 'ar',
      queue: 'general',
      requester: { name: 'Person', email: 'person@home.example' },
      attachments,
    });
    expect(answer.status).toBe(201);
    const number = String(answer.body.number).replaceAll('-', '');
    tickets.push(number);
    return number;
  };
  const upload = async (content: Buffer): Promise<string> => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(content)]), 'report.txt');
    const answer = await fetch(`${system.url}/api/v1/attachments`, {
      method: 'POST',
      headers: { cookie: agent.cookie! },
      body: form,
    });
    return ((await answer.json()) as { id: string }).id;
  };
  const backup = (...args: string[]) =>
    runBackup(parseBackup(['--to', place, ...args]), settings, say, MADE_BY_US);
  const restore = async (target: RuntimeSettings, ...args: string[]) =>
    runRestore(parseRestore(['--from', place, ...args]), target, say);
  const backups = async () => (await readdir(place)).filter((name) => /^\d{4}-/.test(name)).sort();

  beforeAll(async () => {
    system = await startSystem({ mona: { role: 'agent' } }, { worker: true });
    agent = await system.signInAs('mona');
    folder = await mkdtemp(join(tmpdir(), 'wasl-suite-'));
    settings = system.settings;
    const file = await upload(Buffer.from('a report of the tests'));
    await newTicket([file]);
    await newTicket();
    await agent.post(`/api/v1/tickets/${tickets[0]}/messages`, { kind: 'public_reply', body: 'On its way' });
    await system.waitUntilIdle();
  });
  beforeEach(async () => {
    place = join(folder, randomBytes(4).toString('hex'));
    said.length = 0;
  });
  afterAll(async () => {
    await system.stop();
    await dropEmptyDatabases();
    await rm(folder, { recursive: true, force: true });
  });

  it('restores what it verified, with the files and the next numbers', async () => {
    expect(await backup()).toBe(0);
    expect(said.join('\n')).toMatch(
      /counts and digests as in the backup[^]*chain and its seal hold[^]*verified/,
    );
    expect(said.join('\n')).toMatch(/keep {6}SECRET_KEY \(key [0-9a-f]{8}\)/);
    const target = await emptyDatabase();
    await restore(target, '--skip-numbers', '500');
    expect(await countIn(target)).toBe(tickets.length);
    const sequence = `SELECT last_value::int AS n FROM ticket_seq`;
    const [before] = await superuser<{ n: number }>(nameOf(settings), sequence);
    expect(await superuser(nameOf(target), sequence)).toEqual([{ n: before!.n + 500 }]);
    const [{ hex }] = (await superuser<{ hex: string }>(
      nameOf(target),
      `SELECT encode(sha256, 'hex') AS hex FROM attachment`,
    )) as [{ hex: string }];
    const restored = join(target.DATA_DIR, 'attachments', hex.slice(0, 2), hex.slice(2, 4), hex);
    expect(await readFile(restored, 'utf8')).toBe('a report of the tests');
    // Checks and triggers are back as the migrations made them.
    const state = `SELECT string_agg(line, E'\\n' ORDER BY line COLLATE "C") AS lines FROM (
        SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS line FROM pg_constraint
         WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class c ON c.oid = indrelid
         WHERE relnamespace = 'public'::regnamespace
        UNION ALL SELECT tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal) l`;
    expect(await superuser(nameOf(target), state)).toEqual(await superuser(nameOf(settings), state));
    await expect(superuser(nameOf(target), 'DELETE FROM audit_entry')).rejects.toThrow();
  });

  it('takes one moment: what is written meanwhile is whole or not in it', async () => {
    let isWriting = true;
    const writing = (async () => {
      for (let n = 0; isWriting && n < 100; n++) {
        const number = await newTicket([await upload(randomBytes(2_000))]);
        await agent.post(`/api/v1/tickets/${number}/messages`, { kind: 'public_reply', body: 'Noted' });
      }
    })();
    const acknowledged = [...tickets];
    expect(await backup('--no-verify').finally(() => (isWriting = false))).toBe(0);
    await writing;
    const target = await emptyDatabase();
    await restore(target);
    const rows = await superuser<{ number: string }>(nameOf(target), 'SELECT number FROM ticket');
    const restored = new Set(rows.map(({ number }) => number));
    expect(acknowledged.filter((number) => !restored.has(number))).toEqual([]);
    expect([...restored].filter((number) => !tickets.includes(number))).toEqual([]);
    await system.waitUntilIdle();
  });

  it('copies files once for all backups, and removes what no backup names', async () => {
    const removed = await upload(Buffer.from(`removed ${place}`));
    await backup('--no-verify');
    const [{ hex }] = (await superuser<{ hex: string }>(
      nameOf(settings),
      `DELETE FROM attachment WHERE id = '${removed}' RETURNING encode(sha256, 'hex') AS hex`,
    )) as [{ hex: string }];
    const stays = await upload(Buffer.from(`added ${place}`));
    const files = async () => (await readdir(join(place, 'files'), { recursive: true })).join();
    expect(await files()).toContain(hex);
    said.length = 0;
    await backup('--no-verify', '--keep', '1');
    expect(said.find((line) => line.startsWith('files'))).toMatch(/of which 1 were copied/);
    expect(said.find((line) => line.startsWith('removed'))).toBeDefined();
    expect(await files()).not.toContain(hex);
    await restore(await emptyDatabase());
    await superuser(nameOf(settings), `DELETE FROM attachment WHERE id = '${stays}'`);
  });

  it('restores a backup of an older schema, which is then migrated', async () => {
    const older = await emptyDatabase();
    await migrateDatabase(
      older.MIGRATION_DATABASE_URL!,
      { app: DATABASE_ROLES.app },
      MIGRATION_NAMES.slice(0, -1),
    );
    await runBackup(parseBackup(['--to', place, '--no-verify']), older, say, MADE_BY_US);
    const target = await emptyDatabase();
    await restore(target);
    expect((await migrateDatabase(target.MIGRATION_DATABASE_URL!)).applied).toEqual([MIGRATION_NAMES.at(-1)]);
  });

  it.each<[string, (own: string) => Promise<string | Buffer>, string, RegExp]>([
    [
      'torn',
      async (own) => (await readFile(own)).subarray(0, 40),
      'database/ticket.0001.copy.gz',
      /ticket\.0001.*damaged/,
    ],
    ['missing', async () => '', 'database/message.0001.copy.gz', /message\.0001.*damaged/],
    [
      'changed',
      async (own) => (await readFile(own, 'utf8')).replace('"rows": 2', '"rows": 3'),
      'manifest.json',
      /was changed/,
    ],
    [
      'cut off',
      async (own) => (await readFile(own, 'utf8')).slice(0, 500),
      'manifest.json',
      /manifest\.json.*damaged/,
    ],
  ])('refuses a backup that is %s, and leaves nothing behind', async (_what, change, name, words) => {
    await backup('--no-verify');
    const own = join(place, (await backups())[0]!, name);
    await writeFile(own, await change(own));
    const target = await emptyDatabase();
    await expect(restore(target)).rejects.toThrow(words);
    expect(await countIn(target)).toBe(0);
  });

  it('refuses a file that was changed, and finds it when it verifies', async () => {
    await backup('--no-verify');
    const [path] = (await readdir(join(place, 'files'), { recursive: true })).filter((name) =>
      /\w{64}$/.test(name),
    );
    await writeFile(join(place, 'files', path!), 'another');
    await expect(restore(await emptyDatabase())).rejects.toThrow(/files.*damaged \(its digest is another\)/);
    await expect(backup()).rejects.toThrow(/does not count.*digest is another/);
    expect(await backup('--all-files')).toBe(0);
  });

  it('refuses another key, a newer schema and a database in use, in one line', async () => {
    await backup('--no-verify');
    const target = await emptyDatabase();
    const other = { ...target, SECRET_KEY: 'another key for the tests '.repeat(2) };
    await expect(restore(other)).rejects.toThrow(/^This backup needs key [0-9a-f]{8}, and SECRET_KEY has/);
    await expect(restore({ ...settings, MIGRATION_DATABASE_URL: undefined })).rejects.toThrow(
      /^The database test_\w+ is not empty/,
    );
    const manifest = join(place, (await backups())[0]!, 'manifest.json');
    const text = (await readFile(manifest, 'utf8')).replace(
      'LeaseLeadership1797700000100',
      'Later1999999999999',
    );
    await writeFile(manifest, text);
    await expect(restore(target)).rejects.toThrow(/^This backup is of a newer version of Wasl/);
  });

  it('tells which files the running system has lost, and keeps the rest', async () => {
    const file = await upload(Buffer.from(`lost ${place}`));
    await newTicket([file]);
    const [{ hex }] = (await superuser<{ hex: string }>(
      nameOf(settings),
      `SELECT encode(sha256, 'hex') AS hex FROM attachment WHERE id = '${file}'`,
    )) as [{ hex: string }];
    await rm(join(settings.DATA_DIR, 'attachments', hex.slice(0, 2), hex.slice(2, 4), hex));
    expect(await backup('--no-verify')).toBe(2);
    expect(said.join('\n')).toContain(`${hex} is lost or damaged in the running system`);
    await superuser(nameOf(settings), `DELETE FROM attachment WHERE id = '${file}'`);
  });

  it('keeps a backup in a bucket, and finds there what was changed', async () => {
    const s3 = await TestS3.start();
    place = `s3://${S3_BUCKET}/backups`;
    const all = readSettings({ ...s3.env, S3_PREFIX: 'attachments' });
    const own = settings;
    try {
      // The system's files lie in its folder, the backup in the bucket.
      const { S3_PREFIX: _prefix, S3_BUCKET: _bucket, ...env } = s3.env;
      const given = readSettingsFor(place, env);
      expect([given.S3_BUCKET, given.S3_ENDPOINT]).toEqual([undefined, s3.url]);
      settings = { ...own, ...pick(given, S3_NAMES) };
      expect(await backup('--no-verify')).toBe(0);
      const restored = { ...(await emptyDatabase()), ...pick(all, S3_NAMES) };
      await restore(restored);
      expect(await countIn(restored)).toBeGreaterThan(0);
      // Restored into the bucket itself, under its own prefix.
      const stored = [...s3.objects.keys()];
      expect(stored.filter((key) => key.startsWith('attachments/'))).toHaveLength(
        stored.filter((key) => key.startsWith('backups/files/')).length,
      );
      expect(s3.rejectedRequests).toEqual([]);
      await expect(
        runBackup(parseBackup(['--to', `s3://${S3_BUCKET}/attachments`]), restored, say, MADE_BY_US),
      ).rejects.toThrow(/where the system keeps its files/);
      const part = stored.find((key) => key.endsWith('/database/ticket.0001.copy.gz'))!;
      s3.objects.set(part, Buffer.concat([s3.objects.get(part)!.subarray(0, -9), Buffer.alloc(9)]));
      await expect(restore({ ...(await emptyDatabase()), ...pick(all, S3_NAMES) })).rejects.toThrow(
        /ticket\.0001\.copy\.gz in the backup is damaged/,
      );
      s3.setOffline(true);
      await expect(backup('--no-verify')).rejects.toMatchObject({
        reason: expect.stringContaining('correct S3_ENDPOINT'),
      });
    } finally {
      settings = own;
      await s3.stop();
    }
  });

  it('knows every column that names stored content', async () => {
    const columns = await superuser<{ name: string }>(
      nameOf(settings),
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name LIKE '%sha256' ORDER BY 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual([
      'attachment.sha256',
      'attachment.thumbnail_sha256',
      'call_recording.sha256',
      'inbound_mail.raw_sha256',
    ]);
    for (const { name } of columns) expect(FILE_STATEMENTS.join()).toContain(name.split('.')[1]);
  });
});
