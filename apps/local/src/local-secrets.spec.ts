import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { loadOrCreateSecrets } from './local-secrets.js';

const folder = mkdtempSync(join(tmpdir(), 'wasl-secrets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the secrets of a single-machine installation', () => {
  it('are created at the first start and kept', () => {
    const first = loadOrCreateSecrets(folder, {});
    expect(loadOrCreateSecrets(folder, {})).toEqual(first);
    expect(first.SECRET_KEY.length).toBeGreaterThanOrEqual(32);
    expect(first.DEMO_PASSWORD).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  });

  it('are readable by this account only', () => {
    for (const name of ['secret-key', 'cti-token', 'demo-password']) {
      expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    }
  });

  it('are overridden by the environment', () => {
    expect(loadOrCreateSecrets(folder, { DEMO_PASSWORD: 'chosen by hand' }).DEMO_PASSWORD).toBe(
      'chosen by hand',
    );
  });

  it('report a missing folder in one line', () => {
    expect(() => loadOrCreateSecrets(join(folder, 'nowhere'), {})).toThrow(
      /^Cannot read or write .*secret-key \(ENOENT\)/,
    );
  });
});
