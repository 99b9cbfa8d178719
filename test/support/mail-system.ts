import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { simpleParser, type ParsedMail } from 'mailparser';
import { createTransport, type Transporter } from 'nodemailer';
import { MailIntake } from '#wasl/channels';
import { uuidv7 } from '#wasl/kernel';
import {
  Database,
  JobQueues,
  PeriodicTasks,
  PinoLogger,
  readSettings,
  requireRuntimeSettings,
} from '#wasl/platform';
import { createTestDatabase, type TestDatabase, waitFor } from '#wasl/testing';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';

/** For suites: the worker on a database of its own, with a mail program to write to it. */
export interface MailSystem {
  app: TestingModule;
  db: Database;
  databaseUrl: string;
  /** an SMTP client that sends to us over several connections */
  client: Transporter;
  /** sends one raw mail */
  send(raw: string, envelope: { from?: string; to: string | string[] }): Promise<string>;
  /** waits until every event is handled and no outgoing mail is due, so that a suite can say what was not sent */
  waitUntilIdle(): Promise<void>;
  /** outgoing mail, as written to files */
  outgoing(): Promise<{ id: string; raw: string; mail: ParsedMail }[]>;
  stop(): Promise<void>;
}

/** @param options.tasks whether periodic tasks run; suites that run one themselves do without */
export async function startMailSystem(
  env: Record<string, string> = {},
  options: { tasks?: boolean } = {},
): Promise<MailSystem> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'wasl-mail-'));
  const app = await makeApp(database, folder, env, options.tasks ?? false);
  const db = app.get(Database);
  await seed(db);
  await app.init();
  const port = app.get(MailIntake).port;
  const client = createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    maxConnections: 16,
    ignoreTLS: true,
  });
  return {
    app,
    db,
    databaseUrl: database.url,
    client,
    async send(raw, { from = 'person@home.example', to }) {
      const content = raw.replace(/\r?\n/g, '\r\n');
      const info = await client.sendMail({ envelope: { from, to }, raw: content });
      return info.response as string;
    },
    waitUntilIdle: () => waitUntilIdle(app, db),
    outgoing: () => readOutgoing(join(folder, 'outgoing-mail')),
    async stop() {
      client.close();
      await app.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeApp(
  database: TestDatabase,
  folder: string,
  env: Record<string, string>,
  tasks: boolean,
): Promise<TestingModule> {
  const settings = requireRuntimeSettings(
    readSettings({
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      DATA_DIR: folder,
      SECRET_KEY: 'a secret of the tests, 32 characters',
      SMTP_IN_PORT: '0',
      MAIL_DOMAIN: 'contact.example',
      // Suites send all their mail from one or two addresses.
      MAIL_TICKETS_PER_HOUR: '1000',
      LOG_LEVEL: process.env.LOG_LEVEL,
      ...env,
    }),
  );
  const builder = Test.createTestingModule({ imports: [WorkerModule.forRoot(settings)] });
  if (!tasks) builder.overrideProvider(PeriodicTasks).useValue({});
  return builder.setLogger(new PinoLogger('test', settings.LOG_LEVEL)).compile();
}

async function seed(db: Database): Promise<void> {
  for (const [position, key] of ['general', 'billing'].entries()) {
    await db.query('INSERT INTO queue (id, key, name_ar, name_en, position) VALUES ($1, $2, $2, $2, $3)', [
      uuidv7(),
      key,
      position,
    ]);
  }
}

async function readOutgoing(folder: string) {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(
    files.map(async (name) => {
      const raw = await readFile(join(folder, name), 'utf8');
      return { id: name.replace('.eml', ''), raw, mail: await simpleParser(raw) };
    }),
  );
}

async function waitUntilIdle(app: TestingModule, db: Database): Promise<void> {
  await waitFor(async () => (await db.query('SELECT 1 FROM outbox LIMIT 1')).length === 0, {
    within: 30_000,
    what: 'the outbox to be empty',
  });
  const jobs = app.get(JobQueues);
  for (const name of ['notifications', 'mail-out'] as const) {
    await waitFor(
      async () => {
        const counts = await jobs.queue(name).getJobCounts('waiting', 'active', 'delayed', 'prioritized');
        return Object.values(counts).every((count) => count === 0);
      },
      { within: 30_000, what: `${name} to have nothing to do` },
    );
  }
}
