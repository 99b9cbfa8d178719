import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { examineSettings, openKeyRing } from '#wasl/platform';
import { createTestDatabase, runAsOwner, testUrls, type TestDatabase } from '#wasl/testing';
import { freePort } from '../../../../test/support/free-port.js';
import { TestS3 } from '../../../../test/support/s3-server.js';
import { judgeClock } from './database-checks.js';
import type { Examined, Finding } from './finding.js';
import { judgeRoom } from './machine-checks.js';
import { type MailDns, mailDnsCheck, tlsFilesCheck } from './mail-checks.js';
import { CHECKS, findingLines, runDoctor } from './run-doctor.js';

const SECRET_KEY = 'a key for tests only '.repeat(3);

describe('npm run doctor', () => {
  let database: TestDatabase;
  let folder: string;
  let s3: TestS3;
  let foreign: Server;

  const examined = (env: Record<string, string> = {}): Examined => {
    const given = { DATABASE_URL: database.url, SECRET_KEY, DATA_DIR: folder, ...env };
    const { settings } = examineSettings(given);
    return { env: given, settings, databaseUrl: settings.DATABASE_URL, secretKey: settings.SECRET_KEY };
  };
  const ask = (name: string, env: Record<string, string> = {}) =>
    runDoctor(examined(env), { [name]: CHECKS[name]! });
  const of = (findings: Finding[], check: string) => findings.find((finding) => finding.check === check)!;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'wasl-suite-'));
    s3 = await TestS3.start();
    foreign = createServer((socket) => socket.end('what do you want\n'));
    await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await openKeyRing(
      async <R extends object>(text: string, values?: unknown[]) =>
        (await client.query<R>(text, values)).rows,
      { SECRET_KEY },
    );
    await client.end();
  });
  afterAll(async () => {
    foreign.close();
    await s3.stop();
    await rm(folder, { recursive: true, force: true });
    Logger.overrideLogger(true);
  });

  it('finds nothing wrong where nothing is', async () => {
    const port = String(await freePort());
    const { mailbox, 'mail out': _out, 'mail domain': _domain, ...rest } = CHECKS;
    const findings = await runDoctor(
      examined({ PORT: port, PORTAL_PORT: '0', SMTP_IN_PORT: '0', ...s3.env }),
      { ...rest, mailbox: mailbox! },
    );
    expect(findings.filter(({ level, check }) => level !== 'OK' && check !== 'disk')).toEqual([]);
    expect(s3.objects.size).toBe(0);
  });

  it('names every wrong setting, with its meaning', async () => {
    const found = await ask('settings', {
      PORT: 'abc',
      COUNTRY: 'b',
      DKIM_KEY_FILE: '/nowhere',
      SECRET_KEY: 'short',
    });
    expect(found).toHaveLength(4);
    for (const name of ['PORT', 'COUNTRY', 'DKIM_KEY_FILE', 'SECRET_KEY'])
      expect(found.filter(({ found }) => found.startsWith(`Setting ${name} is wrong`))).toHaveLength(1);
    expect(found.find(({ found }) => found.includes('COUNTRY'))!.action).toContain('path to a profile file');
    expect(findingLines(found).join('\n')).not.toContain('short');
    expect(await ask('settings', { SMTP_OUT_URL_FILE: '/nowhere' })).toMatchObject([
      { level: 'FAIL', found: expect.stringContaining('cannot be read (ENOENT)') },
    ]);
  });

  it.each([
    ['does not run', () => 'postgres://a:b@127.0.0.1:1/wasl', /ECONNREFUSED/, /start PostgreSQL/],
    [
      'refuses the password',
      () => withUrl({ password: 'wrong' }),
      /password authentication/,
      /user and password/,
    ],
    [
      'has no such database',
      () => withUrl({ pathname: '/elsewhere' }),
      /./,
      /create the database|user and password/,
    ],
  ])('says what to do when the database %s', async (_what, url, found, action) => {
    const [finding] = await ask('database', { DATABASE_URL: url() });
    expect(finding).toMatchObject({ level: 'FAIL', found: expect.stringMatching(found) });
    expect(finding!.action).toMatch(action);
    expect(finding!.found).not.toContain('wrong');
  });
  const withUrl = (change: object) => Object.assign(new URL(database.url), change).href;

  it('tells an owner and a superuser from a role with rows only', async () => {
    expect(of(await ask('database'), 'roles')).toMatchObject({ level: 'OK' });
    const superuser = Object.assign(new URL(testUrls().superuser), {
      pathname: new URL(database.url).pathname,
    });
    expect(of(await ask('database', { DATABASE_URL: superuser.href }), 'roles')).toMatchObject({
      level: 'WARN',
    });
    expect(of(await ask('database', { DATABASE_URL: database.ownerUrl }), 'roles')).toMatchObject({
      level: 'WARN',
    });
    expect(of(await ask('database', { DATABASE_URL: database.portalUrl }), 'schema').level).toBe('OK');
    await runAsOwner(database.url, 'REVOKE INSERT ON audit_entry FROM wasl_app');
    expect(of(await ask('database'), 'roles')).toMatchObject({
      level: 'FAIL',
      action: /prepare-database/ as never,
    });
    await runAsOwner(database.url, 'GRANT INSERT ON audit_entry TO wasl_app');
  });

  it('knows a schema that is older or newer, and a key of another database', async () => {
    const newer = `INSERT INTO migrations (timestamp, name) VALUES (1999999999999, 'Later1999999999999')`;
    await runAsOwner(database.url, newer);
    expect(of(await ask('database'), 'schema')).toMatchObject({ level: 'FAIL' });
    await runAsOwner(database.url, `DELETE FROM migrations WHERE id > (SELECT max(id) - 2 FROM migrations)`);
    expect(of(await ask('database'), 'schema')).toMatchObject({
      level: 'WARN',
      found: /^1 migrations are pending/ as never,
    });
    const key = of(await ask('database', { SECRET_KEY: 'quite another key '.repeat(3) }), 'secret key');
    expect(key).toMatchObject({ level: 'FAIL', found: /made with key [0-9a-f]{8}/ as never });
  });

  it('names a store, Redis and servers of mail that do not answer', async () => {
    const wrong = { ...s3.env, S3_SECRET_ACCESS_KEY: 'not the secret' };
    expect(await ask('files', wrong)).toMatchObject([
      { level: 'FAIL', found: expect.stringContaining('SignatureDoesNotMatch') },
    ]);
    await writeFile(join(folder, 'file'), '');
    expect(await ask('files', { DATA_DIR: join(folder, 'file') })).toMatchObject([{ level: 'FAIL' }]);
    for (const [check, env] of [
      ['redis', { REDIS_URL: 'redis://127.0.0.1:1' }],
      ['mail out', { SMTP_OUT_URL: 'smtp://127.0.0.1:1' }],
      ['mailbox', { IMAP_URL: 'imap://a:secret@127.0.0.1:1' }],
    ] as const) {
      const [finding] = await ask(check, env);
      expect([check, finding!.level, /ECONNREFUSED/.test(finding!.found)]).toEqual([check, 'FAIL', true]);
      expect(finding!.found).not.toContain('secret');
    }
  });

  it('tells a port of another program from one of ours', async () => {
    const { port } = foreign.address() as { port: number };
    const found = await ask('ports', { PORT: '0', PORTAL_PORT: '0', SMTP_IN_PORT: String(port) });
    expect(of(found, 'port SMTP_IN_PORT')).toMatchObject({
      level: 'FAIL',
      found: `${port} is used by another program`,
    });
    expect(of(found, 'port PORT')).toMatchObject({ level: 'OK' });
  });

  it('finds certificates that expired, that cannot be read and that have another key', async () => {
    const cert = join(folder, 'cert.pem');
    const key = join(folder, 'key.pem');
    const make = (...dates: string[]) =>
      execFileSync(
        'openssl',
        [
          'req',
          '-x509',
          '-newkey',
          'rsa:2048',
          '-nodes',
          '-subj',
          '/CN=mail',
          '-keyout',
          key,
          '-out',
          cert,
          ...dates,
        ],
        { stdio: 'ignore' },
      );
    const env = { SMTP_IN_TLS_CERT_FILE: cert, SMTP_IN_TLS_KEY_FILE: key };
    make('-days', '90');
    expect(await ask('certificates', env)).toMatchObject([{ level: 'OK' }]);
    make('-days', '5');
    expect(await ask('certificates', env)).toMatchObject([{ level: 'WARN', action: 'renew it' }]);
    const later = () => Date.now() + 10 * 86_400_000;
    expect(await runDoctor(examined(env), { certificates: tlsFilesCheck(later) })).toMatchObject([
      { level: 'FAIL', found: expect.stringContaining('expired') },
    ]);
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await writeFile(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    expect(await ask('certificates', env)).toMatchObject([
      { level: 'FAIL', found: expect.stringContaining('belong together') },
    ]);
    await rm(cert);
    expect(await ask('certificates', env)).toMatchObject([
      { level: 'FAIL', found: expect.stringContaining('ENOENT') },
    ]);
  });

  it('compares the records of the mail domain with what we sign', async () => {
    const key = join(folder, 'dkim.pem');
    const pair = generateKeyPairSync('ed25519');
    await writeFile(key, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const published = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
    const env = {
      MAIL_DOMAIN: 'gov.example',
      DKIM_DOMAIN: 'gov.example',
      DKIM_SELECTOR: 'a',
      DKIM_KEY_FILE: key,
    };
    const records: Record<string, string[][]> = {
      'gov.example': [['v=spf1 mx', ' -all']],
      'a._domainkey.gov.example': [['v=DKIM1; k=ed25519; p=', published]],
      '_dmarc.gov.example': [['v=DMARC1; p=reject']],
    };
    const absent = () => Object.assign(new Error('none'), { code: 'ENOTFOUND' });
    const dns: MailDns = {
      resolveMx: async () => [{ exchange: 'mx.gov.example' }],
      resolveTxt: async (name) => records[name] ?? Promise.reject(absent()),
    };
    const levels = async (given: MailDns) =>
      (await runDoctor(examined(env), { dns: mailDnsCheck(given) })).map(({ level }) => level);
    expect(await levels(dns)).toEqual(['OK', 'OK', 'OK', 'OK']);
    records['a._domainkey.gov.example'] = [['v=DKIM1; k=ed25519; p=AAAA']];
    delete records['_dmarc.gov.example'];
    expect(await levels(dns)).toEqual(['OK', 'OK', 'WARN', 'WARN']);
    const refused = Object.assign(new Error('queryMx ESERVFAIL'), { code: 'ESERVFAIL' });
    const [mx] = await runDoctor(examined(env), {
      dns: mailDnsCheck({ ...dns, resolveMx: () => Promise.reject(refused) }),
    });
    expect(mx).toMatchObject({ level: 'WARN', found: expect.stringContaining('could not be asked') });
  });

  it('warns of a full disk and of clocks apart before they fail', () => {
    expect([0.5, 0.08, 0.01].map((share) => judgeRoom(share, '1 GB', '/data').level)).toEqual([
      'OK',
      'WARN',
      'FAIL',
    ]);
    expect([100, -3_000, 90_000].map((ms) => judgeClock(ms).level)).toEqual(['OK', 'WARN', 'FAIL']);
  });
});
