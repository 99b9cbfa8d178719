import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ConversationTimes, handleTime } from './handle-time.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 5, 8) + seconds * 1000);
const call: ConversationTimes = {
  startedAt: at(0),
  ringingSince: at(12),
  answeredAt: at(20),
  endedAt: at(200),
  holdSeconds: 30,
  heldSince: null,
  acwSeconds: 45,
  acwSince: null,
};

describe('handle time', () => {
  it('is talk, hold and after-call work', () => {
    expect(handleTime(call, at(999))).toEqual({
      wait: 20,
      ring: 8,
      talk: 150,
      hold: 30,
      acw: 45,
      handle: 225,
    });
  });

  it('is zero for a call that nobody answered', () => {
    const missed = { ...call, answeredAt: null, holdSeconds: 0, acwSeconds: 0 };
    expect(handleTime(missed, at(999))).toEqual({
      wait: 200,
      ring: 188,
      talk: 0,
      hold: 0,
      acw: 0,
      handle: 0,
    });
  });

  it('grows while it lasts', () => {
    const held = { ...call, endedAt: null, heldSince: at(100), holdSeconds: 10 };
    expect(handleTime(held, at(130))).toMatchObject({ talk: 70, hold: 40 });
    expect(handleTime({ ...call, acwSince: at(210), acwSeconds: 0 }, at(230))).toMatchObject({
      acw: 20,
      handle: 200,
    });
  });

  it('is never negative, whatever clocks say', () => {
    const moment = fc.integer({ min: 0, max: 500 }).map(at);
    const some = fc.option(moment);
    const times = fc.record({
      startedAt: moment,
      ringingSince: some,
      answeredAt: some,
      endedAt: some,
      holdSeconds: fc.nat(500),
      heldSince: some,
      acwSeconds: fc.nat(500),
      acwSince: some,
    });
    fc.assert(
      fc.property(times, moment, (given, now) => {
        const time = handleTime(given, now);
        for (const part of Object.values(time)) expect(part).toBeGreaterThanOrEqual(0);
        expect(time.handle).toBe(time.talk + time.hold + time.acw);
      }),
    );
  });
});
