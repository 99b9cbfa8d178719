import { describe, expect, it } from '@jest/globals';
import { affectedPrograms, isWatched } from './affected-programs.js';

describe('a changed source', () => {
  it.each([
    ['of one program restarts that program', ['apps/api/src/main.ts'], ['api']],
    [
      'of two programs restarts both',
      ['apps/worker/src/a.ts', 'apps/portal/src/b.tsx'],
      ['portal', 'worker'],
    ],
    ['of a library restarts all of them', ['libs/routing/src/index.ts'], ['api', 'portal', 'worker']],
    ['of a tool restarts nothing', ['test/bench/main.ts'], []],
  ])('%s', (_what, paths, programs) => {
    expect(affectedPrograms(paths)).toEqual({ programs, prepare: false, self: false });
  });

  it('that is a migration prepares the database before all programs restart', () => {
    expect(affectedPrograms(['migrations/1.ts'])).toEqual({
      programs: ['api', 'portal', 'worker'],
      prepare: true,
      self: false,
    });
  });

  it('of the development server itself is not taken up by it', () => {
    expect(affectedPrograms(['apps/local/src/system.ts'])).toEqual({
      programs: [],
      prepare: false,
      self: true,
    });
  });
});

describe('a changed file', () => {
  it.each([
    ['apps/api/src/main.ts', true],
    ['apps/api/src/console/serve-console.ts', true],
    ['apps/console/src/main.tsx', false],
    ['libs/routing/src/.index.ts.swp', false],
    ['libs/routing/src/index.ts~', false],
  ])('%s is watched: %s', (path, watched) => {
    expect(isWatched(path)).toBe(watched);
  });
});
