import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  isNoticeDue,
  decideRestart,
  checkStartProgress,
  type PastRun,
  CRASH_WINDOW_MS,
} from './restart-policy.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Plays a start in virtual time, a second a step. @returns after how many seconds it was ended */
function play(signs: { aliveEvery?: number; phaseAt?: number[] }, until = 60 * MINUTE): number | null {
  const life = { startedAt: 0, lastHeartbeatAt: 0, phaseSince: 0, phases: 0 };
  for (let now = 0; now <= until; now += SECOND) {
    if (signs.phaseAt?.includes(now / SECOND)) {
      Object.assign(life, { lastHeartbeatAt: now, phaseSince: now, phases: life.phases + 1 });
    }
    if (signs.aliveEvery && now % (signs.aliveEvery * SECOND) === 0) life.lastHeartbeatAt = now;
    if (checkStartProgress(life, now).do === 'end') return now / SECOND;
  }
  return null;
}

describe('a starting program', () => {
  it('is killed after two minutes without a heartbeat', () => {
    expect(play({})).toBe(121);
  });

  it('is waited for while it makes progress, however slowly', () => {
    expect(play({ phaseAt: Array.from({ length: 60 }, (_, n) => n * 100) })).toBeNull();
  });

  it('is killed when it sends heartbeats without progress, later the more phases it reached', () => {
    expect(play({ aliveEvery: 2 })).toBe(121);
    expect(play({ aliveEvery: 2, phaseAt: [10] })).toBe(10 + 181);
    expect(play({ aliveEvery: 2, phaseAt: [10, 20, 30] })).toBe(30 + 301);
  });

  it('has a time limit in every phase', () => {
    const many = Array.from({ length: 100 }, (_, n) => n);
    expect(play({ aliveEvery: 2, phaseAt: many })).toBe(99 + 601);
  });
});

/** Lets a program die again and again. @returns the pauses until it is given up */
function dies(
  life: (n: number) => { phases: number; wasReady?: boolean; livesMs?: number },
  everReady = false,
  most = 100,
): { pauses: number[]; gaveUp: boolean } {
  const lives: PastRun[] = [];
  const pauses: number[] = [];
  let now = 0;
  let ready = everReady;
  for (let n = 0; n < most; n++) {
    const { phases, wasReady = false, livesMs = 100 } = life(n);
    now += livesMs;
    ready ||= wasReady;
    lives.push({ endedAt: now, wasReady, phases });
    const verdict = decideRestart(lives, now, { everReady: ready, firstPauseMs: 250 });
    if (verdict.do === 'giveUp') return { pauses, gaveUp: true };
    pauses.push(verdict.pauseMs);
    now += verdict.pauseMs;
  }
  return { pauses, gaveUp: false };
}

describe('a crashed program', () => {
  it('is given up at the third crash without more progress than the first', () => {
    expect(dies(() => ({ phases: 1 }))).toEqual({ pauses: [250, 500], gaveUp: true });
  });

  it('is restarted more often while each run gets further', () => {
    expect(dies((n) => ({ phases: Math.min(n, 4) })).pauses).toHaveLength(6);
  });

  it('is restarted after delays that double up to a minute', () => {
    const { pauses, gaveUp } = dies(() => ({ phases: 3, wasReady: true }), true, 12);
    expect(gaveUp).toBe(false);
    expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, ...Array(4).fill(60_000)]);
  });

  it('counts crashes of the last half hour, however long each run was', () => {
    const { pauses } = dies(() => ({ phases: 3, wasReady: true, livesMs: 31 * SECOND }), true, 8);
    expect(pauses.at(-1)).toBe(32_000);
    const old = { endedAt: 0, wasReady: true, phases: 3 };
    const now = CRASH_WINDOW_MS + 1;
    const lives = [...Array<PastRun>(8).fill(old), { endedAt: now, wasReady: true, phases: 3 }];
    expect(decideRestart(lives, now, { everReady: true, firstPauseMs: 250 })).toEqual({
      do: 'restart',
      pauseMs: 250,
    });
  });

  it('is given up when it was ready once and twelve runs since were not', () => {
    expect(dies((n) => ({ phases: 2, wasReady: n === 0 })).pauses).toHaveLength(12);
  });

  it('is given up eventually unless it becomes ready', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(6), { minLength: 30, maxLength: 30 }),
        fc.boolean(),
        (phases, everReady) => {
          return dies((n) => ({ phases: phases[n % 30]! }), everReady, 30).gaveUp;
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the progress notice', () => {
  it('is printed after ten seconds, and then every fifteen', () => {
    const told: number[] = [];
    let last: number | null = null;
    for (let now = 0; now <= 60 * SECOND; now += SECOND) {
      if (!isNoticeDue(now, 0, last)) continue;
      last = now;
      told.push(now / SECOND);
    }
    expect(told).toEqual([10, 25, 40, 55]);
  });
});
