import { describe, expect, it } from '@jest/globals';
import { describeWithPrograms, programPath } from './programs.js';

const path = process.env.PATH;

describe('programs that a suite may need', () => {
  it('are searched on the PATH', () => {
    process.env.PATH = '/nowhere';
    try {
      expect(programPath('redis-server')).toBeUndefined();
    } finally {
      process.env.PATH = path;
    }
  });
});

describeWithPrograms([], 'a suite that needs nothing', () => {
  it('always runs', () => expect(true).toBe(true));
});
