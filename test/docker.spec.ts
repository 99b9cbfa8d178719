import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readSettings, requireRuntimeSettings, SETTING_NAMES } from '#wasl/platform';
import {
  compose,
  dockerfile,
  environmentOf,
  exampleEnvironment,
  dockerFolder,
  networksOf,
  builtServices,
  readDockerFile,
  services,
  stages,
} from './support/compose-file.js';

const secrets = mkdtempSync(join(tmpdir(), 'wasl-docker-secrets-'));
execFileSync(join(dockerFolder, 'make-secrets.sh'), [secrets]);
const secret = (name: string) => readFileSync(join(secrets, name), 'utf8');
afterAll(() => rmSync(secrets, { recursive: true, force: true }));

/** Set in the image, or unused there. */
const FIXED = ['NODE_ENV', 'PORT', 'PORTAL_PORT', 'WORKER_PORT', 'HOST', 'DATA_DIR', 'SMTP_IN_PORT'];
const settingOf = (name: string) =>
  (SETTING_NAMES as string[]).includes(name) ? name : name.replace(/_FILE$/, '');

/** The environment of a service as Docker would resolve it, with secrets from local files. */
function filledIn(name: string): Record<string, string> {
  const filled = Object.entries(environmentOf(name)).map(([key, value]) => [
    key,
    String(value)
      .replace(
        /\$\{([A-Z0-9_]+)(:?[-?]([^}]*))?\}/g,
        (_, variable: string) => exampleEnvironment[variable] ?? '',
      )
      .replace('/run/secrets', secrets),
  ]);
  return Object.fromEntries(filled) as Record<string, string>;
}

/** Settings named like secrets: the demo password, which compose does not use, a lifetime and a switch. */
const NO_SECRETS = ['DEMO_PASSWORD', 'API_TOKEN_MAX_DAYS', 'PASSWORD_SIGN_IN'];

describe('the Docker deployment', () => {
  it('builds every own service from an existing stage', () => {
    for (const [, { build }] of builtServices) expect(stages).toContain(build!.target);
    expect(builtServices.map(([name]) => name).sort()).toEqual(['api', 'portal', 'prepare', 'worker']);
  });

  it('pins the version of every external image', () => {
    const images = services.flatMap(([, { image }]) => image ?? []);
    const base = /^ARG NODE_IMAGE=(\S+)$/m.exec(dockerfile)![1]!;
    for (const image of [...images, base]) expect(image).toMatch(/:\d/);
  });

  it('runs no program as root, on read-only file systems', () => {
    const runtime = dockerfile.slice(dockerfile.indexOf('AS runtime'));
    expect(runtime.indexOf('USER node')).toBeGreaterThan(0);
    expect(runtime.indexOf('USER node')).toBeLessThan(runtime.indexOf('CMD'));
    expect(runtime).not.toMatch(/COPY(?! --from=build --chown=root:root)/);
    expect(dockerfile).toContain('npm prune --omit=dev');
  });

  it.each(services)('restricts %s: no capabilities, no new privileges, resource limits', (name, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      pids_limit: expect.any(Number),
      mem_limit: expect.any(String),
      cpus: expect.any(Number),
      restart: expect.stringMatching(/^(unless-stopped|on-failure)$/),
    });
    expect(service.cap_add === undefined || name === 'clamd').toBe(true);
    expect(service.privileged).toBeUndefined();
  });

  it('publishes only the proxy, which reaches neither database nor Redis', () => {
    const published = services.filter(([, { ports }]) => ports);
    expect(published.map(([name]) => name)).toEqual(['proxy']);
    expect(networksOf('proxy').sort()).toEqual(['app', 'edge']);
    for (const name of ['postgres', 'redis']) expect(networksOf(name)).toEqual(['data']);
    for (const name of ['app', 'data']) expect(compose.networks[name]).toEqual({ internal: true });
    for (const [name] of builtServices) expect(networksOf(name)).not.toContain('edge');
  });

  it('sets only known settings', () => {
    const inImage = [...dockerfile.matchAll(/^ENV (.+)$/gm)].flatMap((match) =>
      match[1]!.split(' ').map((pair) => pair.split('=')[0]!),
    );
    const inCompose = builtServices.flatMap(([name]) => Object.keys(environmentOf(name)));
    for (const name of [...inImage, ...inCompose]) expect(SETTING_NAMES).toContain(settingOf(name));
  });

  it('forgets no setting, and settings.md explains each', () => {
    const passed = new Set(
      builtServices.flatMap(([name]) => Object.keys(environmentOf(name)).map(settingOf)),
    );
    expect(SETTING_NAMES.filter((name) => !passed.has(name) && !FIXED.includes(name))).toEqual([]);
    const readme = readFileSync(join(dockerFolder, 'settings.md'), 'utf8');
    const rows = readme.split('\n').filter((line) => line.startsWith('| `'));
    const explained = new Set(rows.flatMap((row) => row.split(' | ')[0]!.match(/[A-Z][A-Z0-9_]+/g) ?? []));
    expect(SETTING_NAMES.filter((name) => !explained.has(name) && name !== 'NODE_ENV')).toEqual([]);
  });

  it('uses exactly the variables of .env.example', () => {
    const asked = [...readDockerFile('compose.yaml').matchAll(/\$\{([A-Z0-9_]+)/g)].map((match) => match[1]!);
    expect([...new Set(asked)].sort()).toEqual(Object.keys(exampleEnvironment).sort());
  });

  it('starts with valid settings for every process, after secrets are generated', () => {
    const users = builtServices.map(([name]) => {
      const settings = requireRuntimeSettings(readSettings(filledIn(name)));
      return [name, new URL(settings.DATABASE_URL).username, settings.MIGRATION_DATABASE_URL !== undefined];
    });
    expect(users.sort()).toEqual([
      ['api', 'wasl_app', false],
      ['portal', 'wasl_portal', false],
      ['prepare', 'wasl_app', true],
      ['worker', 'wasl_app', false],
    ]);
  });

  it('gives the portal none of the staff secrets', () => {
    const mounted = compose.services.portal!.secrets!;
    const portal = [...Object.keys(environmentOf('portal')), ...mounted].join(' ');
    expect(portal).not.toMatch(/CTI|SMTP_OUT|IMAP|DKIM|MESSAGING|ASTERISK|MIGRATION|postgres_/i);
    expect(mounted.filter((name) => name.endsWith('database_url'))).toEqual(['portal_database_url']);
  });

  it('keeps secrets in files: none in the environment, none in the repository', () => {
    const written = builtServices.flatMap(([name]) => Object.entries(environmentOf(name)));
    const open = written.filter(
      ([name]) =>
        /(?:PASSWORD|SECRET|TOKEN)(?!.*_FILE$)|_KEY$|(DATABASE|REDIS|SMTP_OUT|IMAP|ARI|AMI)_URL$/.test(
          name,
        ) && !NO_SECRETS.includes(name),
    );
    expect(open).toEqual([]);
    for (const [name, { secrets: mounted = [] }] of services)
      for (const one of mounted)
        expect([name, Object.keys(compose.secrets)]).toEqual([name, expect.arrayContaining([one])]);
    const made = readdirSync(secrets).sort();
    expect(Object.keys(compose.secrets).sort()).toEqual(made);
    expect(readFileSync(join(dockerFolder, '../.gitignore'), 'utf8')).toContain('/docker/secrets/');
  });

  it('generates unreadable secret files, keeps existing ones, and gives Redis only a digest', () => {
    expect(statSync(secrets).mode & 0o077).toBe(0);
    const before = secret('secret_key');
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    execFileSync(join(dockerFolder, 'make-secrets.sh'), [secrets]);
    expect(secret('secret_key')).toBe(before);
    const { username, password } = new URL(secret('redis_url'));
    const digest = createHash('sha256').update(password).digest('hex');
    expect(secret('redis_users')).toContain(`user ${username} on #${digest} `);
    expect(secret('redis_users')).toContain('user default off');
  });

  it('depends only on existing services, and on health where there is a health check', () => {
    for (const [, { depends_on }] of services) {
      for (const [name, { condition }] of Object.entries(depends_on ?? {})) {
        expect(Object.keys(compose.services)).toContain(name);
        if (condition === 'service_healthy') expect(compose.services[name]!.healthcheck).toBeDefined();
      }
    }
  });

  it('checks the health of each app at its own port', () => {
    const health = (name: string) => compose.services[name]!.healthcheck!.test.join(' ');
    const { PORT, PORTAL_PORT } = readSettings({});
    const workerPort = /^ENV WORKER_PORT=(\d+)$/m.exec(dockerfile)![1]!;
    expect(health('api')).toContain(`http://127.0.0.1:${PORT}/health/ready`);
    expect(health('portal')).toContain(`http://127.0.0.1:${PORTAL_PORT}/health/ready`);
    expect(health('worker')).toContain(`http://127.0.0.1:${workerPort}/health/ready`);
    const image = dockerfile.slice(dockerfile.indexOf('FROM runtime AS worker'));
    expect(image).toContain(`http://127.0.0.1:${workerPort}/health/ready`);
  });

  it('persists jobs acknowledged by Redis', () => {
    const { command } = compose.services.redis as { command: string[] };
    expect(command.join(' ')).toContain('--appendonly yes --appendfsync everysec');
  });

  it('sends the proxy to services and ports that exist', () => {
    const upstreams = `${readDockerFile('proxy/upstreams.conf')}${readDockerFile('proxy/mail-upstream.conf')}`;
    const found = [...upstreams.matchAll(/server (\w+):(\d+) resolve;/g)].map((match) => match.slice(1));
    const { PORT, PORTAL_PORT, SMTP_IN_PORT } = readSettings({});
    expect(found).toEqual([
      ['api', String(PORT)],
      ['portal', String(PORTAL_PORT)],
      ['worker', String(SMTP_IN_PORT)],
    ]);
  });
});
