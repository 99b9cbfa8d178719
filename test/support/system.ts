import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Database, readSettings, requireRuntimeSettings, type RuntimeSettings } from '#wasl/platform';
import { createTestDatabase, waitFor } from '#wasl/testing';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { configureApi } from '../../apps/api/src/configure-api.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { Client } from './client.js';
import { seedContactCentre, PASSWORD, type Person } from './seed-contact-centre.js';

export interface TestSystem {
  api: NestExpressApplication;
  url: string;
  settings: RuntimeSettings;
  people: Record<string, Person>;
  database: Database;
  /** a signed-in client */
  signInAs(name: string): Promise<Client>;
  anonymous: Client;
  /** waits until every event has left the outbox */
  waitUntilIdle(): Promise<void>;
  startWorker(): Promise<INestApplicationContext>;
  /** ends the oldest worker that runs, as an operator does */
  stopWorker(): Promise<void>;
  /** one more api on the same database, as a second process would be. @returns its address */
  startApi(): Promise<string>;
  /** ends the api that was started last, as an operator does */
  stopApi(): Promise<void>;
  stop(): Promise<void>;
}

/** Events that are not dispatched yet, and jobs of their consumers that are not done. */
const PENDING_EVENTS = `SELECT 1 FROM outbox UNION ALL
  SELECT 1 FROM bullmq.job WHERE queue IN ('notifications', 'search') AND state IN ('waiting', 'active') LIMIT 1`;

/** The api on its own database, as in production, and optionally a worker. */
export async function startSystem(
  people: Parameters<typeof seedContactCentre>[1],
  options: { worker?: boolean; consoleFolder?: string; env?: Record<string, string> } = {},
): Promise<TestSystem> {
  const { url: databaseUrl, portalUrl, drop } = await createTestDatabase();
  const made = await seedContactCentre(databaseUrl, people);
  const dataDir = await mkdtemp(join(tmpdir(), 'wasl-suite-'));
  const settings = requireRuntimeSettings(
    readSettings({
      DATABASE_URL: databaseUrl,
      PORTAL_DATABASE_URL: portalUrl,
      DATABASE_POOL: '8',
      DATA_DIR: dataDir,
      SECRET_KEY: 'a key for tests only '.repeat(3),
      CTI_TOKEN: 'cti-token-for-tests',
      // Suites send all their mail from one or two addresses.
      MAIL_TICKETS_PER_HOUR: '1000',
      PORT: '0',
      SMTP_IN_PORT: '0',
      NODE_ENV: 'test',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
      ...options.env,
    }),
  );
  const apis: NestExpressApplication[] = [];
  const startApi = async () => {
    const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot(settings), {
      logger: false,
      bodyParser: false,
      abortOnError: false,
    });
    configureApi(app, settings, options.consoleFolder);
    // An api that is reached by name needs the configured port; the others use any.
    await app.listen(apis.length === 0 ? settings.PORT : 0, '127.0.0.1');
    apis.push(app);
    return `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  };
  const url = await startApi();
  const api = apis[0]!;
  const database = api.get(Database);
  const workers: INestApplicationContext[] = [];
  const startWorker = async () => {
    const worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(settings), {
      logger: false,
      abortOnError: false,
    });
    workers.push(worker);
    return worker;
  };
  if (options.worker) await startWorker();
  return {
    api,
    url,
    settings,
    people: made,
    database,
    anonymous: new Client(url),
    signInAs: (name) => Client.signIn(url, made[name]!.email, PASSWORD),
    waitUntilIdle: () =>
      waitFor(async () => (await database.query(PENDING_EVENTS)).length === 0, {
        within: 60_000,
        what: 'every event to have been told to those who wait for it',
      }).then(() => undefined),
    startWorker,
    stopWorker: async () => workers.shift()?.close(),
    startApi,
    stopApi: async () => apis.pop()?.close(),
    stop: async () => {
      for (const app of apis) await app.close();
      for (const worker of workers) await worker.close();
      await drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
