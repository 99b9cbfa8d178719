import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readExceptions } from '../apps/local/advisories/judge.mjs';

const root = join(import.meta.dirname, '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');

interface Component {
  name: string;
  group?: string;
  version: string;
  purl: string;
  components?: Component[];
}
interface Locked {
  version: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  link?: boolean;
}

describe('the software bill of materials (SBOM)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wasl-sbom-'));
  let bom: { bomFormat: string; specVersion: string; components: Component[] };
  beforeAll(() => {
    const file = join(folder, 'sbom.json');
    execFileSync(process.execPath, [join(root, 'apps/local/sbom.mjs'), file], { stdio: 'ignore' });
    bom = JSON.parse(readFileSync(file, 'utf8')) as typeof bom;
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const nested = (components: Component[]): Component[] =>
    components.flatMap((one) => [one, ...nested(one.components ?? [])]);
  const listed = () =>
    new Set(
      nested(bom.components).map(
        ({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`,
      ),
    );

  it('is CycloneDX with standard package URLs', () => {
    expect([bom.bomFormat, bom.specVersion]).toEqual(['CycloneDX', '1.6']);
    for (const { purl } of nested(bom.components)) expect(purl).toMatch(/^pkg:npm\//);
  });

  it('contains all runtime packages, also transitive ones', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
    const needed = Object.entries(packages)
      .filter(
        ([path, { dev, devOptional, optional, link }]) => path && !dev && !devOptional && !optional && !link,
      )
      .map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`);
    const found = listed();
    expect(needed.length).toBeGreaterThan(200);
    expect(needed.filter((name) => !found.has(name))).toEqual([]);
  });

  it('contains no development packages', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as {
      devDependencies: Record<string, string>;
    };
    const found = listed();
    for (const name of ['jest', 'eslint', 'playwright-core'])
      expect(found.has(`${name}@${devDependencies[name]}`)).toBe(false);
  });
});

describe('exceptions for known advisories', () => {
  it('have a reason and an expiry date', () => {
    expect(() => readExceptions(read('advisory-exceptions.json'))).not.toThrow();
  });
});

describe('SECURITY.md', () => {
  it('says how to report, what is supported, what is promised, and how to run it safely', () => {
    const headings = [...read('SECURITY.md').matchAll(/^## (.+)$/gm)].map((match) => match[1]);
    expect(headings).toEqual([
      'Report a vulnerability',
      'Supported versions',
      'Security guarantees',
      'Hardening guide',
      'ASVS 5.0 level 2',
    ]);
  });
});
