import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ChatFacts, chatState, expectedWaitMinutes } from './chat-stage.js';

const waiting: ChatFacts = {
  ended: false,
  canWrite: true,
  work: 'waiting',
  wasAnswered: false,
  ahead: 2,
  waits: [],
};

describe('How a chat looks to its visitor', () => {
  it('waits until an agent accepts it, also while it is offered', () => {
    expect(chatState(waiting)).toEqual({ stage: 'waiting', ahead: 2, usualMinutes: null, canWrite: true });
    expect(chatState({ ...waiting, work: 'offered' }).stage).toBe('waiting');
    expect(chatState({ ...waiting, work: 'assigned' })).toMatchObject({ stage: 'answered', ahead: null });
  });

  it('stays answered when its agent transfers it', () => {
    expect(chatState({ ...waiting, wasAnswered: true }).stage).toBe('answered');
  });

  it('is ended when the chat ends, though messages are possible until the ticket is closed', () => {
    const ended = { ...waiting, ended: true, work: null };
    expect(chatState(ended)).toMatchObject({ stage: 'ended', canWrite: true });
    expect(chatState({ ...ended, canWrite: false }).canWrite).toBe(false);
  });
});

describe('The expected wait', () => {
  it('is the 80th percentile in whole minutes', () => {
    expect(expectedWaitMinutes([10, 20, 30, 61, 600])).toBe(2);
    expect(expectedWaitMinutes([1, 1, 1, 1, 1])).toBe(1);
  });

  it('is unknown with fewer than five samples', () => {
    expect(expectedWaitMinutes([10, 20, 30, 40])).toBeNull();
  });

  it('is never less than the 80th percentile', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 5 }), (waits) => {
        const minutes = expectedWaitMinutes(waits)!;
        const within = waits.filter((wait) => wait <= minutes * 60).length;
        expect(within / waits.length).toBeGreaterThanOrEqual(0.8);
      }),
    );
  });
});
