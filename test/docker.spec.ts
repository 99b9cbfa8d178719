import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readSettings, requireRunning, SETTING_NAMES } from '#wasl/platform';

const folder = join(import.meta.dirname, '../docker');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

interface Service {
  image?: string;
  build?: { dockerfile: string; target: string };
  environment?: Record<string, string | number>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
}
const compose = parse(read('compose.yaml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, null>;
};
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.build);
const dockerfile = read('Dockerfile');
const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)$/gm)].map((match) => match[1]);
const example = Object.fromEntries(
  read('.env.example')
    .split('\n')
    .filter((line) => /^[A-Z0-9_]+=/.test(line))
    .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
);
/** Settings of PostgreSQL’s image and of the compose file itself. */
const NOT_OURS = ['POSTGRES_PASSWORD', 'STAFF_PORT', 'CITIZEN_PORT', 'MAIL_PORT'];

describe('the deployment on more than one machine', () => {
  it('builds every service of ours from a stage that exists', () => {
    for (const [, { build }] of ours) expect(stages).toContain(build!.target);
    expect(ours.map(([name]) => name).sort()).toEqual(['api', 'portal', 'prepare', 'worker']);
  });

  it('pins the version of every image that is not ours', () => {
    const images = services.flatMap(([, { image }]) => image ?? []);
    const bases = [...dockerfile.matchAll(/^FROM (\S+:\S+) AS/gm)].map((match) => match[1]!);
    for (const image of [...images, ...bases]) expect(image).toMatch(/:\d/);
  });

  it('runs no program as root', () => {
    const runtime = dockerfile.slice(dockerfile.indexOf('AS runtime'));
    expect(runtime.indexOf('USER node')).toBeGreaterThan(0);
    expect(runtime.indexOf('USER node')).toBeLessThan(runtime.indexOf('CMD'));
  });

  it('sets nothing that is not a setting', () => {
    const inImage = [...dockerfile.matchAll(/^ENV (.+)$/gm)].flatMap((match) =>
      match[1]!.split(' ').map((pair) => pair.split('=')[0]!),
    );
    const inCompose = ours.flatMap(([, { environment }]) => Object.keys(environment ?? {}));
    for (const name of [...inImage, ...inCompose]) expect(SETTING_NAMES).toContain(name);
  });

  it('asks for nothing that .env.example does not name', () => {
    const asked = [...read('compose.yaml').matchAll(/\$\{([A-Z0-9_]+)/g)].map((match) => match[1]!);
    expect([...new Set(asked)].sort()).toEqual(Object.keys(example).sort());
    for (const name of Object.keys(example)) expect([...SETTING_NAMES, ...NOT_OURS]).toContain(name);
  });

  it('starts with settings that every process accepts, once the secrets are filled in', () => {
    const secrets = {
      SECRET_KEY: 's'.repeat(32),
      CTI_TOKEN: 'c'.repeat(24),
      POSTGRES_PASSWORD: 'p'.repeat(24),
    };
    const given: Record<string, string> = { ...example, ...secrets };
    for (const [name, { environment }] of ours) {
      const filled = Object.entries(environment ?? {}).map(([key, value]) => [
        key,
        String(value).replace(
          /\$\{([A-Z0-9_]+)(:[-?]([^}]*))?\}/g,
          (_, variable: string) => given[variable] ?? '',
        ),
      ]);
      const settings = requireRunning(readSettings(Object.fromEntries(filled) as Record<string, string>));
      expect([name, settings.DATABASE_URL]).toEqual([
        name,
        `postgres://wasl:${secrets.POSTGRES_PASSWORD}@postgres:5432/wasl`,
      ]);
    }
  });

  it('holds no secret', () => {
    const names = ['SECRET_KEY', 'CTI_TOKEN', 'POSTGRES_PASSWORD', 'DEMO_PASSWORD', 'S3_SECRET_ACCESS_KEY'];
    for (const name of names) expect(example[name]).toBe('');
    const written = services.flatMap(([, { environment }]) => Object.entries(environment ?? {}));
    const secret = written.filter(([name]) => /PASSWORD|SECRET|TOKEN|KEY/.test(name));
    for (const [, value] of secret) expect(value).toMatch(/^\$\{/);
  });

  it('waits only for services that exist, and for health only where health is asked', () => {
    for (const [, { depends_on }] of services) {
      for (const [name, { condition }] of Object.entries(depends_on ?? {})) {
        expect(Object.keys(compose.services)).toContain(name);
        if (condition === 'service_healthy') expect(compose.services[name]!.healthcheck).toBeDefined();
      }
    }
  });

  it('asks each face for its health at its own port', () => {
    const health = (name: string) => compose.services[name]!.healthcheck!.test.join(' ');
    const { PORT, PORTAL_PORT } = readSettings({});
    expect(health('api')).toContain(`http://127.0.0.1:${PORT}/health/ready`);
    expect(health('portal')).toContain(`http://127.0.0.1:${PORTAL_PORT}/health/ready`);
  });

  it('keeps jobs that Redis has acknowledged', () => {
    const { command } = compose.services.redis as { command: string[] };
    expect(command.join(' ')).toContain('--appendonly yes --appendfsync everysec');
  });

  it('sends the proxy to services and ports that exist', () => {
    const upstreams = [...read('nginx.conf').matchAll(/server (\w+):(\d+) resolve;/g)].map((match) =>
      match.slice(1),
    );
    const { PORT, PORTAL_PORT, SMTP_IN_PORT } = readSettings({});
    expect(upstreams).toEqual([
      ['api', String(PORT)],
      ['portal', String(PORTAL_PORT)],
      ['worker', String(SMTP_IN_PORT)],
    ]);
  });
});
