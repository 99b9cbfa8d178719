import { beforeEach, describe, expect, it } from '@jest/globals';
import { Keys, type RuntimeSettings } from '#wasl/platform';
import { FormTokens } from './form-tokens.js';

describe('a form token', () => {
  let now: number;
  let tokens: FormTokens;
  beforeEach(() => {
    now = Date.parse('2026-01-01T00:00:00Z');
    const keys = new Keys({ SECRET_KEY: 'k'.repeat(40) } as RuntimeSettings);
    tokens = new FormTokens(keys, { now: () => new Date(now) });
  });

  it('contains the time since the form was first shown', () => {
    const token = tokens.issue();
    now += 5_000;
    expect(tokens.read(token)?.ageMs).toBe(5_000);
  });

  it('is unique per form', () => {
    expect(tokens.read(tokens.issue())?.nonce).not.toBe(tokens.read(tokens.issue())?.nonce);
  });

  it('is invalid when changed, forged, or a day old', () => {
    const token = tokens.issue();
    const [nonce, at, mac] = token.split('.');
    expect(tokens.read(`${nonce}.${Number(at) - 60_000}.${mac}`)).toBeNull();
    expect(tokens.read('')).toBeNull();
    now += 24 * 3_600_000;
    expect(tokens.read(token)).toBeNull();
  });
});
