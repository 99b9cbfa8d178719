import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface Locked {
  version?: string;
  resolved?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}
const text = readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8');
const { packages } = JSON.parse(text) as { packages: Record<string, Locked> };
const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));

describe('package-lock.json', () => {
  it('contains the optional packages of every platform, which npm ci needs', () => {
    // `npm install` omits packages that its registry did not serve; they must be added back.
    const optional = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
    expect(optional.filter((name) => !names.has(name))).toEqual([]);
  });

  it('contains no registry URL, so that each machine uses its own', () => {
    const resolved = Object.values(packages).flatMap((one) => one.resolved ?? []);
    expect(resolved).toEqual([]);
  });

  it('holds what package.json asks for, each in one exact version', () => {
    const { '': root } = packages;
    const asked = Object.entries({ ...root!.dependencies, ...root!.devDependencies });
    for (const [name, version] of asked) {
      expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
  });
});
