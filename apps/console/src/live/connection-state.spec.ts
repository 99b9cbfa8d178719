import { describe, expect, it } from '@jest/globals';
import {
  isProbeDue,
  type ConnectionInput,
  type ConnectionState,
  initialConnection,
  SILENCE_MS,
  reduceConnection,
} from './connection-state.js';

/** Feeds inputs at their times. @returns the final state */
function play(...inputs: [at: number, type: ConnectionInput['type']][]): ConnectionState {
  return inputs.reduce((state, [at, type]) => reduceConnection(state, { type }, at), initialConnection);
}
const line = (...inputs: Parameters<typeof play>) => play(...inputs).status;

describe('connection status', () => {
  it('is connecting until the first connection opens, then up', () => {
    expect(line([0, 'begin'])).toBe('connecting');
    expect(line([0, 'begin'], [1_000, 'failed'], [2_000, 'failed'], [60_000, 'tick'])).toBe('connecting');
    expect(line([0, 'begin'], [1_000, 'failed'], [5_000, 'opened'])).toBe('up');
  });

  it('is slow, not lost, while a probe is unanswered', () => {
    expect(line([0, 'begin'], [0, 'opened'], [100, 'asked'], [2_500, 'tick'])).toBe('up');
    expect(line([0, 'begin'], [0, 'opened'], [100, 'asked'], [2_601, 'tick'])).toBe('slow');
    expect(line([0, 'begin'], [0, 'opened'], [100, 'asked'], [30_000, 'tick'])).toBe('slow');
  });

  it('is slow after a late answer, and up after two quick ones', () => {
    const late: [number, ConnectionInput['type']][] = [
      [0, 'begin'],
      [0, 'opened'],
      [100, 'asked'],
      [4_000, 'answered'],
    ];
    expect(line(...late)).toBe('slow');
    expect(line(...late, [6_000, 'asked'], [6_100, 'answered'])).toBe('slow');
    expect(line(...late, [6_000, 'asked'], [6_100, 'answered'], [8_000, 'asked'], [8_100, 'answered'])).toBe(
      'up',
    );
  });

  it('is lost when the transport closes or nothing arrives for the ping time-out', () => {
    expect(line([0, 'begin'], [0, 'opened'], [50, 'closed'])).toBe('lost');
    expect(line([0, 'begin'], [0, 'opened'], [50, 'failed'])).toBe('lost');
    expect(line([0, 'begin'], [0, 'opened'], [SILENCE_MS, 'tick'])).toBe('up');
    expect(line([0, 'begin'], [0, 'opened'], [SILENCE_MS + 1, 'tick'])).toBe('lost');
    expect(line([0, 'begin'], [0, 'opened'], [30_000, 'heard'], [SILENCE_MS + 1, 'tick'])).toBe('up');
  });

  it('stays lost while reconnecting fails, and is up after reconnecting', () => {
    const lost: [number, ConnectionInput['type']][] = [
      [0, 'begin'],
      [0, 'opened'],
      [50, 'closed'],
    ];
    expect(line(...lost, [1_000, 'failed'], [2_000, 'tick'], [3_000, 'answered'])).toBe('lost');
    expect(line(...lost, [4_000, 'opened'])).toBe('up');
  });

  it('is off after a deliberate disconnect, whatever follows', () => {
    expect(line([0, 'begin'], [0, 'opened'], [50, 'ended'], [60, 'closed'], [70, 'tick'])).toBe('off');
  });

  it('probes every ten seconds, every two while slow, one at a time', () => {
    const up = play([0, 'begin'], [0, 'opened']);
    expect([isProbeDue(up, 0, 9_999), isProbeDue(up, 0, 10_000)]).toEqual([false, true]);
    const slow = play([0, 'begin'], [0, 'opened'], [0, 'asked'], [4_000, 'answered']);
    expect([isProbeDue(slow, 4_000, 5_999), isProbeDue(slow, 4_000, 6_000)]).toEqual([false, true]);
    expect(isProbeDue(play([0, 'begin'], [0, 'opened'], [0, 'asked']), 0, 60_000)).toBe(false);
    expect(isProbeDue(play([0, 'begin']), 0, 60_000)).toBe(false);
  });
});
