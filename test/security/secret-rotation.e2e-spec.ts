import type { AddressInfo } from 'node:net';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VerifyTrail } from '#wasl/audit';
import { MailAddresses, ReportLinks } from '#wasl/channels';
import { uuidv7 } from '#wasl/kernel';
import { Keys, type RuntimeSettings } from '#wasl/platform';
import { secretText, signingSecrets } from '#wasl/webhooks';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { configureApi } from '../../apps/api/src/configure-api.js';
import { KeysModule } from '../../apps/local/src/keys/keys.module.js';
import { RotateKeys } from '../../apps/local/src/keys/rotate-keys.js';
import { FormTokens } from '../../apps/portal/src/forms/form-tokens.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { Client } from '../support/client.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { appCode } from '../support/totp-app.js';

const A = 'the key with which all began: long enough';
const B = 'the key that comes after it: long enough too';
const C = 'a key of some other installation: long enough';

describe('rotating SECRET_KEY', () => {
  let system: TestSystem;
  const open: INestApplicationContext[] = [];
  const followerId = uuidv7();
  // Tokens, codes and links issued under the first key.
  let session: Client;
  let number: string;
  let code: string;
  let otpSecret: string;
  let recovery: string[];
  let replyTo: string;
  let stopLink: string;
  let form: string;
  let messageId: string;
  let webhook: { id: string; secret: string };

  const settingsOf = (SECRET_KEY: string): RuntimeSettings => ({ ...system.settings, SECRET_KEY });

  async function apiWith(secretKey: string): Promise<NestExpressApplication> {
    const settings = settingsOf(secretKey);
    const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot(settings), {
      logger: false,
      bodyParser: false,
      abortOnError: false,
    });
    open.push(app);
    configureApi(app, settings);
    await app.listen(0, '127.0.0.1');
    return app;
  }
  const urlOf = (app: NestExpressApplication) =>
    `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;

  async function workerWith(secretKey: string) {
    const worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(settingsOf(secretKey)), {
      logger: false,
      abortOnError: false,
    });
    open.push(worker);
    return worker;
  }

  async function tool<T>(secretKey: string, use: (keys: RotateKeys) => Promise<T>): Promise<T> {
    const app = await NestFactory.createApplicationContext(KeysModule.forRoot(settingsOf(secretKey)), {
      logger: false,
      abortOnError: false,
    });
    try {
      return await use(app.get(RotateKeys));
    } finally {
      await app.close();
    }
  }

  /** Only the key check of a process, because a full start that fails half-way would leave parts running here. */
  const startWith = (secretKey: string) => tool(secretKey, (keys) => keys.status());

  async function closeAll(): Promise<void> {
    for (const app of open.splice(0).reverse()) await app.close();
  }

  const file = async (client: Client) => {
    const { status, body } = await client.post(
      '/api/v1/public/tickets',
      {
        kind: 'report',
        subject: 'A lamp is out',
        description: 'In front of the school.',
        language: 'en',
        requester: { name: 'Sara', email: `sara-${uuidv7()}@example.org`, audience: 'citizen' },
      },
      { 'idempotency-key': uuidv7() },
    );
    expect([status, body.code]).toEqual([201, undefined]);
    return body as { number: string; trackingCode: string };
  };

  const signIn = (url: string, otp: string) =>
    new Client(url).post('/api/v1/session', { email: 'mona@test.example', password: PASSWORD, otp });

  /** Everything that must work with any list of keys. */
  async function expectAllToWork(api: NestExpressApplication, worker: INestApplicationContext) {
    const url = urlOf(api);
    const track = (ticket: string, trackingCode: string) =>
      new Client(url).post('/api/v1/public/track', { number: ticket, trackingCode });
    const tracked = await track(number, code);
    expect([tracked.status, tracked.body.number]).toEqual([200, number]);
    expect((await new Client(url, session.cookie).get('/api/v1/session')).status).toBe(200);
    await system.database.query('UPDATE staff_otp SET last_step = 0, tries = 0');
    expect((await signIn(url, appCode(otpSecret))).status).toBe(200);
    expect((await signIn(url, recovery.pop()!)).status).toBe(200);
    const digits = number.replace(/\D/g, '');
    const addresses = worker.get(MailAddresses, { strict: false });
    expect(await addresses.resolve(replyTo)).toMatchObject({ ticket: digits });
    expect(addresses.messageId(digits, 'event', 'purpose')).toBe(messageId);
    const signing = await signingSecrets(system.database, worker.get(Keys), webhook.id);
    expect(signing.map(secretText)).toEqual([webhook.secret]);
    expect(worker.get(ReportLinks, { strict: false }).read('stop', stopLink)).toBe(followerId);
    expect((await worker.get(VerifyTrail, { strict: false }).verify()).intact).toBe(true);
    // Ticket numbers continue from the same permutation, so none repeats.
    const next = await file(new Client(url));
    const [row] = await system.database.query<{ count: string }>(
      'SELECT count(*) - count(DISTINCT number) AS count FROM ticket',
    );
    expect(row!.count).toBe('0');
    const follow = await track(next.number, next.trackingCode);
    expect(follow.status).toBe(200);
  }

  beforeAll(async () => {
    system = await startSystem({ mona: {}, root: { role: 'administrator' } }, { env: { SECRET_KEY: A } });
    const root = await system.signInAs('root');
    const url = 'https://receiver.example/';
    webhook = (await root.post('/api/v1/admin/webhooks', { url, events: ['ticket.rated'] }))
      .body as typeof webhook;
    const worker = await workerWith(A);
    const ticket = await file(system.anonymous);
    ({ number, trackingCode: code } = ticket);
    const mona = await system.signInAs('mona');
    session = mona;
    const { secret } = (await mona.post('/api/v1/me/otp')).body as { secret: string };
    otpSecret = secret;
    const confirmed = await mona.post('/api/v1/me/otp/confirm', {
      code: appCode(otpSecret),
    });
    recovery = confirmed.body.recoveryCodes as string[];
    const digits = number.replace(/\D/g, '');
    const addresses = worker.get(MailAddresses, { strict: false });
    replyTo = addresses.replyAddress('general', digits);
    messageId = addresses.messageId(digits, 'event', 'purpose');
    stopLink = worker
      .get(ReportLinks, { strict: false })
      .follower('stop', followerId, 'en')
      .split('/')
      .at(-1)!;
    form = new FormTokens(worker.get(Keys), { now: () => new Date() }).issue();
    await system.waitUntilIdle();
  });
  afterAll(async () => {
    await closeAll();
    await system.stop();
  });

  it('refuses to start with a key that does not match the database', async () => {
    await expect(startWith(C)).rejects.toThrow(
      /^Setting SECRET_KEY is wrong: this database was made with key [0-9a-f]{8}, which is not in the list \(it has [0-9a-f]{8}\)$/,
    );
    // Nor when the table of key fingerprints is lost, or the database is from a version without it.
    const rows = await system.database.query('DELETE FROM kept_key RETURNING *');
    await expect(startWith(C)).rejects.toThrow(/made with another key, which is not in the list/);
    expect(rows.length).toBeGreaterThan(0);
    await expect(tool(A, (keys) => keys.status())).resolves.toBeDefined();
  });

  it('accepts everything made with the old key while both are configured', async () => {
    await closeAll();
    const worker = await workerWith(`${B},${A}`);
    const api = await apiWith(`${B},${A}`);
    await expectAllToWork(api, worker);
    const keys = worker.get(Keys);
    expect(new FormTokens(keys, { now: () => new Date() }).read(form)).not.toBeNull();
    // New signatures use the newest key.
    const digits = number.replace(/\D/g, '');
    expect(worker.get(MailAddresses, { strict: false }).replyAddress('general', digits)).not.toBe(replyTo);
  });

  it('reports that the old key is needed, and refuses to start without it, until all is migrated', async () => {
    const before = await tool(`${B},${A}`, (keys) => keys.status());
    expect(before.keys[1]!.keptKeys).toBeGreaterThan(0);
    expect(before.secrets).toEqual({ newest: 0, earlier: 2, lost: 0 });
    await expect(startWith(B)).rejects.toThrow(/is not in the list/);

    const lines: string[] = [];
    await tool(`${B},${A}`, (keys) => keys.rotate((line) => lines.push(line)));
    expect(lines.at(-1)).toMatch(/^moved to key [0-9a-f]{8}: 2 secrets, \d+ kept keys$/);
    const after = await tool(`${B},${A}`, (keys) => keys.status());
    expect(after.keys.map(({ keptKeys }) => keptKeys > 0)).toEqual([true, false]);
    expect(after.secrets).toEqual({ newest: 2, earlier: 0, lost: 0 });

    await tool(`${B},${A}`, (keys) => keys.rotate((line) => lines.push(line)));
    expect(lines.at(-1)).toMatch(/^everything is kept under key/);
  });

  it('does not need the old key after that: durable data works, temporary data has expired', async () => {
    await closeAll();
    const worker = await workerWith(B);
    const api = await apiWith(B);
    await expectAllToWork(api, worker);
    expect(new FormTokens(worker.get(Keys), { now: () => new Date() }).read(form)).toBeNull();
    const [noted] = await system.database.query<{ detail: object }>(
      `SELECT detail FROM audit_entry WHERE action = 'keys.rotated'`,
    );
    expect(noted!.detail).toMatchObject({ secrets: 2 });
    await expect(startWith(A)).rejects.toThrow(/is not in the list/);
  });

  it('does not let the old key forge the audit trail', async () => {
    await system.waitUntilIdle();
    const worker = open[0]!;
    const verify = () => worker.get(VerifyTrail, { strict: false }).verify();
    expect((await verify()).intact).toBe(true);
    const { createHmac } = await import('node:crypto');
    const oldKey = new Keys({ SECRET_KEY: A }).for('audit');
    const [head] = await system.database.query<{ seq: string; link: Buffer; seal: Buffer }>(
      'SELECT seq, link, seal FROM audit_head',
    );
    const forged = createHmac('sha256', oldKey).update(`head ${head!.seq} `).update(head!.link).digest();
    await system.database.query('UPDATE audit_head SET seal = $1', [forged]);
    expect((await verify()).broken).toMatchObject({ fault: 'cut_off' });
    await system.database.query('UPDATE audit_head SET seal = $1', [head!.seal]);
    expect((await verify()).intact).toBe(true);
  });
});
