import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { SERVICE_LEVEL_VARIANTS } from '#wasl/contracts';
import { MAIL_FIELDS, mailSettingsFault } from './mail-settings.js';
import { OIDC_FIELDS, oidcSettingsFault } from './oidc-settings.js';
import { S3_FIELDS, s3SettingsFault } from './s3-settings.js';
import { SecretFileError, readSettingValue } from './secret-files.js';
import { flag, networks, origins, port, secretKeys, url, urlWithSignIn } from './setting-forms.js';

/** Every setting, its default and its form. The names are part of the interface. */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: port.default(3000),
  PORTAL_PORT: port.default(3001),
  WORKER_PORT: port.default(0),
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
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(60).max(100_000_000).default(12_000),
  DATA_DIR: z.string().min(1).default('.data'),
  REDIS_URL: url('redis', 'rediss', 'redis-sentinel', 'redis-cluster').optional(),
  ...MAIL_FIELDS,
  MESSAGING_URL: url('http', 'https').optional(),
  PORTAL_TEXTS: flag.optional(),
  MESSAGING_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  ...S3_FIELDS,
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
  const result = schema.safeParse(given);
  if (!result.success) throw new SettingsError(describeIssue(result.error.issues[0]!, given));
  const settings = result.data;
  const fault = combinedFaults(settings)[0];
  if (fault) throw new SettingsError(fault);
  return {
    ...settings,
    DATA_DIR: isAbsolute(settings.DATA_DIR) ? settings.DATA_DIR : resolve(settings.DATA_DIR),
  };
}

/**
 * Everything that is wrong, not only the first, for whoever repairs a configuration.
 * @returns the faults, and the settings without those at fault
 */
export function examineSettings(env: Record<string, string | undefined>): {
  faults: string[];
  settings: Settings;
} {
  const given: Record<string, string | undefined> = {};
  const faults: string[] = [];
  for (const name of SETTING_NAMES) {
    try {
      given[name] = readValues(env, [name])[name];
    } catch (error) {
      faults.push((error as Error).message);
    }
  }
  const result = schema.safeParse(given);
  const wrong = new Map(result.error?.issues.map((issue) => [String(issue.path[0]), issue]));
  for (const issue of wrong.values()) faults.push(describeIssue(issue, given));
  const valid = schema.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))));
  // Settings that belong together are judged only where each of them is right.
  if (faults.length === 0) faults.push(...combinedFaults(valid));
  return { faults, settings: { ...valid, DATA_DIR: resolve(valid.DATA_DIR) } };
}

function describeIssue(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  const secret = /SECRET|PASSWORD|TOKEN|URL|ENDPOINT|KEY_ID/.test(name);
  const shown = secret ? '' : ` (it is "${given[name]}")`;
  return `Setting ${name} is wrong${shown}: ${issue.message}`;
}

function combinedFaults(settings: Settings): string[] {
  const gateway =
    settings.MESSAGING_URL && !settings.MESSAGING_SECRET
      ? 'Setting MESSAGING_SECRET is required with MESSAGING_URL: both sides sign with it'
      : null;
  const all = [mailSettingsFault(settings), s3SettingsFault(settings), oidcSettingsFault(settings), gateway];
  return all.filter((fault) => fault !== null);
}

function readValues(
  env: Record<string, string | undefined>,
  names: readonly string[] = SETTING_NAMES,
): Record<string, string | undefined> {
  try {
    const given = Object.fromEntries(names.map((name) => [name, readSettingValue(name, env)]));
    if (given.NODE_ENV && !['development', 'production', 'test'].includes(given.NODE_ENV))
      delete given.NODE_ENV;
    return given;
  } catch (error) {
    if (error instanceof SecretFileError) throw new SettingsError(error.message);
    throw error;
  }
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
