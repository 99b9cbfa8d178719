import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { SERVICE_LEVEL_VARIANTS } from '#wasl/contracts';
import { networksOf } from '../outgoing/outside-addresses.js';
import { secretKeyFault } from '../secrets/secret-keys.js';
import { OIDC_FIELDS, oidcSettingsFault } from './oidc-settings.js';
import { SecretFileError, readSettingValue } from './secret-files.js';

const port = z.coerce.number().int().min(0).max(65535);
const flag = z.enum(['0', '1']).transform((value) => value === '1');
const url = (...protocols: string[]) =>
  z.string().refine((value) => protocols.includes(value.split('://')[0] ?? '') && value.includes('://'), {
    message: `must begin with ${protocols.map((p) => `${p}://`).join(' or ')}`,
  });

/** For services that always require a user name and a password. */
const urlWithSignIn = (...protocols: string[]) =>
  url(...protocols).refine(
    (value) => {
      const parsed = URL.canParse(value) ? new URL(value) : null;
      return parsed !== null && parsed.hostname !== '' && parsed.username !== '' && parsed.password !== '';
    },
    { message: `must be ${protocols[0]}://user:password@host:port` },
  );

/** Scheme, host and port, and nothing else. */
const origin = z.string().refine(
  (value) => {
    const parsed = URL.canParse(value) ? new URL(value) : null;
    return (
      parsed !== null &&
      ['http:', 'https:'].includes(parsed.protocol) &&
      parsed.href === `${parsed.protocol}//${parsed.host}/` &&
      !parsed.host.includes('*')
    );
  },
  { message: 'must be as in https://s3.example.com, without a path or a name' },
);

/** `*`, or origins separated by commas. */
const origins = z
  .string()
  .transform((value) => value.split(',').map((one) => one.trim()))
  .refine(
    (list) => (list.length === 1 && list[0] === '*') || list.every((one) => origin.safeParse(one).success),
    { message: 'must be * or origins separated by commas, such as https://www.example.com' },
  )
  // As browsers send them: without a slash or the usual port, in small letters.
  .transform((list) => list.map((one) => (one === '*' ? one : new URL(one).origin)));

function holdsCertificate(file: string): boolean {
  try {
    return Boolean(new X509Certificate(readFileSync(file)).subject);
  } catch {
    return false;
  }
}

/** RSA of at least 1,024 bits (RFC 8301) or Ed25519 (RFC 8463). */
function holdsSigningKey(file: string): boolean {
  try {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPrivateKey(readFileSync(file));
    return type === 'ed25519' || (type === 'rsa' && (details?.modulusLength ?? 0) >= 1024);
  } catch {
    return false;
  }
}

const networks = z
  .string()
  .refine((value) => networksOf(value) !== null, 'must be a list of networks, such as 10.0.0.0/8, fd00::/8');

/** One key, or several, newest first. */
const secretKeys = z.string().superRefine((value, context) => {
  const fault = secretKeyFault(value);
  if (fault) context.addIssue({ code: 'custom', message: fault });
});

/** Every setting, its default and its form. The names are part of the interface. */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: port.default(3000),
  PORTAL_PORT: port.default(3001),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: url('http', 'https').optional(),
  PORTAL_URL: url('http', 'https').optional(),
  PUBLIC_API_HOST: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, 'must be the name of a host, such as contact.example')
    .optional(),
  CORS_ORIGINS: origins.optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:|https:\/\/|tel:)[\x21-\x7e]+$/, 'must begin with mailto:, https:// or tel:')
    .optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  SOCKETS_PER_ADDRESS: z.coerce.number().int().min(1).max(100_000).default(5_000),
  SOCKETS_PER_USER: z.coerce.number().int().min(1).max(10_000).default(50),
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  MIGRATION_DATABASE_URL: url('postgres', 'postgresql').optional(),
  PORTAL_DATABASE_URL: url('postgres', 'postgresql').optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
  DATA_DIR: z.string().min(1).default('.data'),
  REDIS_URL: url('redis', 'rediss', 'redis-sentinel', 'redis-cluster').optional(),
  SMTP_IN_PORT: port.default(2525),
  MAIL_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+\.[a-z]{2,}$/i, 'must be a domain name, such as contact.example')
    .default('contact.example'),
  MAIL_TICKETS_PER_HOUR: z.coerce.number().int().min(1).max(100_000).default(10),
  SMTP_IN_TLS_CERT_FILE: z.string().min(1).optional(),
  SMTP_IN_TLS_KEY_FILE: z.string().min(1).optional(),
  SMTP_OUT_URL: url('smtp', 'smtps').optional(),
  SMTP_OUT_TLS_VERIFY: flag.default(true),
  SMTP_OUT_TLS_REQUIRED: flag.optional(),
  IMAP_TLS_VERIFY: flag.default(true),
  IMAP_TLS_REQUIRED: flag.optional(),
  MAIL_TLS_CA_FILE: z
    .string()
    .refine(holdsCertificate, 'must name a file with certificates in PEM')
    .optional(),
  DKIM_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+\.[a-z]{2,}$/i, 'must be a domain name, such as contact.example')
    .optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?$/i, 'must be a name, such as mail2026')
    .optional(),
  DKIM_KEY_FILE: z.string().refine(holdsSigningKey, 'must name a file with a private key in PEM').optional(),
  IMAP_URL: urlWithSignIn('imap', 'imaps').optional(),
  MESSAGING_URL: url('http', 'https').optional(),
  PORTAL_TEXTS: flag.optional(),
  MESSAGING_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  S3_ENDPOINT: origin.optional(),
  S3_REGION: z
    .string()
    .regex(
      /^[a-z0-9-]{1,60}$/,
      'must be a region, such as me-south-1; a store without regions takes us-east-1',
    )
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket, such as wasl-files')
    .optional(),
  S3_ACCESS_KEY_ID: z
    .string()
    .regex(/^\S{3,128}$/, 'must be the id of an access key')
    .optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(8, 'must be the secret of that access key').optional(),
  S3_PREFIX: z
    .string()
    .regex(/^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\/?$/, 'must be as in wasl/files')
    .optional(),
  S3_FORCE_PATH_STYLE: flag.optional(),
  CTI_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  CLAMD_URL: url('tcp', 'unix').optional(),
  ASTERISK_ARI_URL: urlWithSignIn('http', 'https').optional(),
  ASTERISK_APP: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,80}$/, 'must be the name of a Stasis application, such as wasl')
    .default('wasl'),
  ASTERISK_AMI_URL: urlWithSignIn('tcp').optional(),
  OPEN311_TEST_URL: url('http', 'https').optional(),
  OUTBOUND_CALLER_ID: z
    .string()
    .regex(/^\+?\d{3,15}$/, 'must be a telephone number, such as +97317000000')
    .optional(),
  PHONE_ENDPOINT: z
    .string()
    .regex(
      /^[A-Za-z0-9]+\/[\w.@/-]*\{extension\}[\w.@/-]*$/,
      'must be how the PBX names an agent’s phone, such as PJSIP/{extension}',
    )
    .default('PJSIP/{extension}'),
  WEBHOOK_ALLOW: networks.optional(),
  RECORDING_ALLOW: networks.optional(),
  RECORDING_ANNOUNCED: flag.default(false),
  RECORDING_DAYS: z.coerce.number().int().min(1).max(3_650).default(90),
  RECORDING_MAX_MEGABYTES: z.coerce.number().int().min(1).max(1_000).default(100),
  RECORDING_AGENTS_LISTEN: flag.default(false),
  COUNTRY: z.string().min(2).default('bh'),
  SERVICE_LEVEL_VARIANT: z.enum(SERVICE_LEVEL_VARIANTS).default('late_abandons_count'),
  SHORT_ABANDON_SECONDS: z.coerce.number().min(0).max(60).default(5),
  SECRET_KEY: secretKeys.optional(),
  AUDIT_FILE: z.string().refine(isAbsolute, 'must be an absolute path').optional(),
  AUDIT_SYSLOG_URL: url('tcp', 'tls', 'udp').optional(),
  AUDIT_SYSLOG_CA_FILE: z.string().min(1).optional(),
  DEMO: flag.default(false),
  DEMO_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  METRICS: flag.default(false),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/, 'must have 16 to 200 visible ASCII characters')
    .optional(),
  API_DOCS: flag.default(false),
  ...OIDC_FIELDS,
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(720).default(120),
  API_TOKEN_MAX_DAYS: z.coerce.number().int().min(1).max(1_095).default(365),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Settings = z.infer<typeof schema>;
export const SETTING_NAMES = Object.keys(schema.shape) as (keyof Settings)[];

/** Token under which the settings are provided to Nest. */
export const SETTINGS = Symbol('SETTINGS');

/** A setting is wrong; the message is one line that says which, and what it must be. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * Reads and checks every setting. Empty values count as unset, so that a compose file may pass them through; `NAME_FILE`
 * names a file that holds NAME.
 * `DATA_DIR` comes back absolute.
 * @throws SettingsError naming the first wrong setting.
 */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const given = readValues(env);
  if (given.NODE_ENV && !['development', 'production', 'test'].includes(given.NODE_ENV))
    delete given.NODE_ENV;
  const result = schema.safeParse(given);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    const name = String(issue.path[0]);
    const secret = /SECRET|PASSWORD|TOKEN|URL|ENDPOINT|KEY_ID/.test(name);
    const shown = secret ? '' : ` (it is "${given[name as keyof Settings]}")`;
    throw new SettingsError(`Setting ${name} is wrong${shown}: ${issue.message}`);
  }
  const settings = result.data;
  const dkim = (['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY_FILE'] as const).filter((name) => !settings[name]);
  if (dkim.length === 1 || dkim.length === 2) {
    throw new SettingsError(`Setting ${dkim[0]} is missing: the three DKIM settings belong together`);
  }
  if (!settings.SMTP_IN_TLS_CERT_FILE !== !settings.SMTP_IN_TLS_KEY_FILE)
    throw new SettingsError(
      'SMTP_IN_TLS_CERT_FILE and SMTP_IN_TLS_KEY_FILE belong together: set both or none',
    );
  checkS3(settings);
  const oidcFault = oidcSettingsFault(settings);
  if (oidcFault) throw new SettingsError(oidcFault);
  if (settings.MESSAGING_URL && !settings.MESSAGING_SECRET)
    throw new SettingsError(
      'Setting MESSAGING_SECRET is required with MESSAGING_URL: both sides sign with it',
    );
  return {
    ...settings,
    DATA_DIR: isAbsolute(settings.DATA_DIR) ? settings.DATA_DIR : resolve(settings.DATA_DIR),
  };
}

function readValues(env: Record<string, string | undefined>): Record<string, string | undefined> {
  try {
    return Object.fromEntries(SETTING_NAMES.map((name) => [name, readSettingValue(name, env)]));
  } catch (error) {
    if (error instanceof SecretFileError) throw new SettingsError(error.message);
    throw error;
  }
}

const S3_REQUIRED = [
  'S3_ENDPOINT',
  'S3_REGION',
  'S3_BUCKET',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
] as const;

/** Requires all S3 settings or none: with only some of them, files would end up where nobody expects them. */
function checkS3(settings: Settings): void {
  const isSet = SETTING_NAMES.some((name) => name.startsWith('S3_') && settings[name] !== undefined);
  const missing = S3_REQUIRED.find((name) => settings[name] === undefined);
  if (!isSet || !missing) return;
  throw new SettingsError(
    `Setting ${missing} is missing: set ${S3_REQUIRED.join(', ')} to keep files in S3, or no S3 setting to keep them in DATA_DIR`,
  );
}

/** The settings that every running process requires; `npm start` generates them at first start. */
export interface RuntimeSettings extends Settings {
  DATABASE_URL: string;
  SECRET_KEY: string;
}

/** @throws SettingsError when DATABASE_URL or SECRET_KEY is missing. */
export function requireRuntimeSettings(settings: Settings): RuntimeSettings {
  for (const name of ['DATABASE_URL', 'SECRET_KEY'] as const) {
    if (!settings[name]) {
      throw new SettingsError(
        `Setting ${name} is required unless the system runs on one machine (npm start generates it)`,
      );
    }
  }
  return settings as RuntimeSettings;
}

/** The public URL of the api, without a trailing slash, as used in links. */
export const apiUrl = (s: Settings) => (s.PUBLIC_URL ?? `http://localhost:${s.PORT}`).replace(/\/$/, '');
/** The public URL of the public REST API and Open311: the URL of the api unless PUBLIC_API_HOST is set. */
export const publicApiUrl = (s: Settings) =>
  s.PUBLIC_API_HOST ? `${new URL(portalUrl(s)).protocol}//${s.PUBLIC_API_HOST}` : apiUrl(s);
/** Whether the portal offers texts to mobile numbers; the worker sends them, and the portal need not know the gateway. */
export const portalOffersTexts = (s: Settings) => s.PORTAL_TEXTS ?? s.MESSAGING_URL !== undefined;
export const portalUrl = (s: Settings) =>
  (s.PORTAL_URL ?? `http://localhost:${s.PORTAL_PORT}`).replace(/\/$/, '');
