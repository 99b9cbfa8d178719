import { describe, expect, it } from '@jest/globals';
import { deploymentWarnings } from './deployment-warnings.js';
import { readSettings, requireRuntimeSettings } from './settings.js';

const app = { user: 'wasl_app', isSuperuser: false, isOwner: false };
const warnings = (redis?: string, identity = app) =>
  deploymentWarnings(
    requireRuntimeSettings(
      readSettings({ DATABASE_URL: 'postgres://x/y', SECRET_KEY: 'k'.repeat(32), REDIS_URL: redis }),
    ),
    identity,
  );

describe('deployment warnings at start', () => {
  it('are empty when processes have a role of their own', () => expect(warnings()).toEqual([]));

  it('report a superuser role', () => {
    expect(warnings(undefined, { user: 'postgres', isSuperuser: true, isOwner: true })).toEqual([
      expect.stringContaining('signs in as postgres, a superuser'),
    ]);
  });

  it('report a role that owns the tables', () => {
    expect(warnings(undefined, { user: 'wasl', isSuperuser: false, isOwner: true })).toEqual([
      expect.stringContaining('signs in as wasl, the owner of the tables'),
    ]);
  });

  it.each([
    'redis://redis:6379',
    'redis-sentinel://a,b/main',
    'redis-cluster://127.0.0.1,10.0.0.2',
    'redis://wasl@redis',
  ])('is that Redis at %s lets everybody in', (url) =>
    expect(warnings(url)).toEqual([expect.stringContaining('REDIS_URL has no password')]),
  );

  it.each([
    'redis://wasl:secret@redis:6379',
    'rediss://:secret@redis',
    'redis://127.0.0.1:6379/1',
    'redis://localhost',
    'redis://[::1]:7000',
  ])('is nothing about %s', (url) => expect(warnings(url)).toEqual([]));
});
