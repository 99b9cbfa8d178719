import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { SmtpTransport } from '#wasl/notifications';
import { connectRedis, mailServerTls, type Settings } from '#wasl/platform';
import { openBlobStore } from '#wasl/tickets';
import { explain } from '../backup/operator-error.js';
import { type Check, fail, type Finding, ok, warn, within } from './finding.js';

const ANSWER_MS = 10_000;
const PROBE = 'doctor-probe';

export const checkRedis: Check = async ({ settings }) => {
  const { REDIS_URL } = settings;
  if (!REDIS_URL) return [ok('redis', 'not used: jobs and sockets are on PostgreSQL')];
  const client = connectRedis(REDIS_URL);
  // It would try again for ever; the first refusal is the answer.
  const refused = new Promise<never>((_, reject) => client.on('error', reject));
  refused.catch(() => undefined);
  try {
    await within(ANSWER_MS, Promise.race([client.ping(), refused]));
    const [, persistent] = await client.call('CONFIG', 'GET', 'appendonly').then(
      (answer) => answer as string[],
      // Users of docker/redis may not ask; that file sets it.
      () => ['', 'unknown'],
    );
    if (persistent !== 'no') return [ok('redis', 'answers')];
    return [warn('redis', 'answers, and forgets jobs when it is killed', 'start it with --appendonly yes')];
  } catch (error) {
    return [
      fail(
        'redis',
        `does not answer: ${explain(error)}`,
        'start Redis, or correct host, user and password in REDIS_URL',
      ),
    ];
  } finally {
    client.disconnect();
  }
};

export const checkSmtpOut: Check = async ({ settings }) => {
  if (!settings.SMTP_OUT_URL)
    return [
      warn(
        'mail out',
        'no server is set: mail is written to files and reaches nobody',
        'set SMTP_OUT_URL for real use',
      ),
    ];
  const { host } = new URL(settings.SMTP_OUT_URL);
  const transport = new SmtpTransport(settings.SMTP_OUT_URL, settings);
  try {
    await within(ANSWER_MS, transport.check());
    return [ok('mail out', `${host} takes our mail`)];
  } catch (error) {
    return [
      fail(
        'mail out',
        `${host}: ${explain(error)}`,
        'correct SMTP_OUT_URL (host, port, user, password) or the SMTP_OUT_TLS settings',
      ),
    ];
  } finally {
    transport.close();
  }
};

export const checkImap: Check = async ({ settings }) => {
  if (!settings.IMAP_URL) return [ok('mailbox', 'none is collected')];
  const { protocol, hostname, port, username, password, pathname } = new URL(settings.IMAP_URL);
  const secure = protocol === 'imaps:';
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const user = decodeURIComponent(username);
  const folder = decodeURIComponent(pathname.slice(1)) || 'INBOX';
  const security = mailServerTls('IMAP', host, settings);
  const client = new ImapFlow({
    host,
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    auth: { user, pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: ANSWER_MS,
    greetingTimeout: ANSWER_MS,
    tls: security.tls,
    ...(!secure && security.required && { doSTARTTLS: true }),
  });
  client.on('error', () => undefined);
  try {
    await within(2 * ANSWER_MS, client.connect());
    const box = await within(ANSWER_MS, client.status(folder, { messages: true }));
    return [ok('mailbox', `${user}@${host}/${folder} opens, ${(box || undefined)?.messages ?? 0} messages`)];
  } catch (error) {
    const refused = (error as { authenticationFailed?: boolean }).authenticationFailed;
    const found = refused ? 'it refuses the sign-in' : explain(error);
    return [
      fail(
        'mailbox',
        `${host}: ${found}`,
        'correct IMAP_URL (host, user, password, folder) or the IMAP_TLS settings',
      ),
    ];
  } finally {
    client.close();
  }
};

/** Writes and removes a file: a key that may only read is found before the first attachment. */
export const checkFileStore: Check = async ({ settings }) => {
  const where = settings.S3_BUCKET ? `bucket ${settings.S3_BUCKET}` : 'DATA_DIR/attachments';
  const path = join(tmpdir(), `${PROBE}-${process.pid}`);
  const content = 'written by npm run doctor\n';
  try {
    await writeFile(path, content);
    const store = await openBlobStore(settings);
    await within(2 * ANSWER_MS, store.check());
    const sha256 = createHash('sha256').update(content).digest();
    await within(2 * ANSWER_MS, store.putNamed(PROBE, { path, size: content.length, sha256 }));
    await within(ANSWER_MS, store.removeNamed(PROBE));
    return [ok('files', `${where} can be written and read`)];
  } catch (error) {
    return [fail('files', `${where}: ${explain(error)}`, adviceFor(settings))];
  } finally {
    await rm(path, { force: true });
  }
};

const adviceFor = ({ S3_BUCKET }: Settings): Finding['action'] & string =>
  S3_BUCKET
    ? 'correct the S3 settings; the key must be allowed to read, write, remove and list'
    : 'set DATA_DIR to a folder that this account may write to, with room in it';
