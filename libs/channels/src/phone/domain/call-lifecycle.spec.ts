import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CALL_CAUSES } from '#wasl/contracts';
import {
  applyFact,
  type Call,
  type CallEffect,
  type CallFact,
  isMissed,
  waitedSeconds,
} from './call-lifecycle.js';

const parties = { from: '+97317000001', fromRaw: '17000001', to: '80008001', queueId: 'general' };
const newCall: CallFact = { event: 'newCall', direction: 'in', ringing: ['201'], ...parties };
const answer: CallFact = {
  event: 'answer',
  direction: null,
  answeringNumber: '201',
  from: null,
  fromRaw: null,
  to: null,
  queueId: null,
};
const hangup: CallFact = {
  event: 'hangup',
  direction: null,
  cause: 'normalClearing',
  from: null,
  fromRaw: null,
  to: null,
  queueId: null,
};

const START = Date.UTC(2025, 10, 23, 8);

/** Each fact arrives a second after the one before. */
function run(...facts: CallFact[]): { call: Call; effects: CallEffect[] } {
  let call: Call | null = null;
  const effects: CallEffect[] = [];
  facts.forEach((fact, i) => {
    const step = applyFact(call, fact, new Date(START + i * 1000));
    call = step.call;
    effects.push(...step.effects);
  });
  return { call: call!, effects };
}

describe('a call', () => {
  it('rings, is answered, ends', () => {
    const { call, effects } = run(newCall, answer, hangup);
    expect(effects).toEqual(['ring', 'answer', 'end']);
    expect(call).toMatchObject({
      ...parties,
      announced: true,
      answeringNumber: '201',
      cause: 'normalClearing',
    });
    expect(waitedSeconds(call, new Date())).toBe(1);
  });

  it('that ends unanswered is called back', () => {
    expect(run(newCall, hangup).effects).toEqual(['ring', 'end', 'callBack']);
  });

  it('that was forwarded is not called back', () => {
    expect(run(newCall, { ...hangup, cause: 'forwarded' }).effects).toEqual(['ring', 'end']);
  });

  it('of a withheld number cannot be called back', () => {
    const { call, effects } = run({ ...newCall, from: null, fromRaw: null }, hangup);
    expect(effects).toEqual(['ring', 'end']);
    expect(isMissed(call)).toBe(false);
  });

  it('that is outbound is neither routed nor called back', () => {
    expect(run({ ...newCall, direction: 'out' }, hangup).effects).toEqual(['identify', 'end']);
  });

  it('does not change with a repeated newCall event', () => {
    const once = run(newCall).call;
    const again = run(newCall, { ...newCall, direction: 'out', from: '+97317999999', ringing: ['202'] });
    expect(again.call).toEqual(once);
    expect(again.effects).toEqual(['ring']);
  });

  it('ignores an answer after the hangup', () => {
    const { call, effects } = run(newCall, hangup, answer);
    expect(call.answeredAt).toBeNull();
    expect(effects).toEqual(['ring', 'end', 'callBack']);
  });

  it('does not ring when its hangup came first, and is called back once the caller is known', () => {
    const { call, effects } = run({ ...hangup, from: '+97317000001' }, newCall);
    expect(effects).toEqual(['end', 'identify', 'callBack']);
    expect(call).toMatchObject({ ...parties, announced: true });
  });

  it('counts as answered when its hangup names who answered, though the answer event was lost', () => {
    const told = { ...hangup, answeringNumber: '201' };
    expect(run(newCall, told)).toMatchObject({
      effects: ['ring', 'answer', 'end'],
      call: { answeringNumber: '201', cause: 'normalClearing' },
    });
    expect(run(newCall, { ...told, cause: 'noAnswer' }).effects).toEqual(['ring', 'end', 'callBack']);
    expect(run(newCall, { ...told, cause: 'forwarded' }).effects).toEqual(['ring', 'end']);
  });

  it('sums up its holds, the last one up to the end of the call', () => {
    const hold: CallFact = { event: 'hold', from: null, fromRaw: null, to: null, queueId: null };
    const resume: CallFact = { ...hold, event: 'resume' };
    const { call, effects } = run(newCall, hold, answer, hold, hold, resume, resume, hold, hangup);
    expect(call).toMatchObject({ holdSeconds: 3, heldSince: null });
    expect(effects).toEqual(['ring', 'answer', 'held', 'held', 'held', 'end']);
  });

  it('rings at further phones until it is answered', () => {
    const ring = (...ringing: string[]): CallFact => ({ event: 'ring', ...parties, ringing });
    const ringNoAnswer = (...ringing: string[]): CallFact => ({ event: 'ringNoAnswer', ...parties, ringing });
    const tried = run(
      { ...newCall, ringing: [] },
      ring('201'),
      ring('201'),
      ringNoAnswer('201'),
      ringNoAnswer('9'),
      ring('202'),
    );
    expect(tried.effects).toEqual(['ring', 'ringAt', 'ringNoAnswer', 'ringAt']);
    expect(tried.call.ringing).toEqual(['202']);
    expect(run(newCall, answer, ring('202')).effects).toEqual(['ring', 'answer']);
  });

  it('is transferred, and taken over by another agent', () => {
    const transfer: CallFact = { event: 'transfer', ...parties, transferTo: '202' };
    const { call, effects } = run(
      newCall,
      answer,
      transfer,
      transfer,
      answer,
      { ...answer, answeringNumber: '202' },
      hangup,
    );
    expect(effects).toEqual(['ring', 'answer', 'transfer', 'takeOver', 'end']);
    expect(call).toMatchObject({ answeringNumber: '202', transferringTo: null });
    expect(run(newCall, transfer).effects).toEqual(['ring']);
  });

  it('without a newCall event is stored all the same', () => {
    expect(run({ ...answer, from: '+97317000001' }).call).toMatchObject({
      announced: false,
      direction: 'in',
      from: '+97317000001',
      to: null,
    });
    expect(run(hangup).effects).toEqual(['end']);
  });
});

describe('a call whose caller is blocked', () => {
  const rejected: CallFact = { ...newCall, rejected: true };

  it.each([
    ['', [rejected]],
    [', told twice', [rejected, rejected]],
    [', whose end was told', [rejected, hangup]],
    [', whose end was told first', [hangup, rejected]],
    [', answered afterwards', [rejected, hangup, answer]],
  ])('should reach nobody and be owed no callback%s', (_name, facts) => {
    const { call, effects } = run(...facts);
    expect([call.cause, call.endedAt !== null, isMissed(call)]).toEqual(['rejected', true, false]);
    expect(effects.filter((effect) => effect !== 'end')).toEqual([]);
  });

  it('should go on when it was answered before', () => {
    const { call } = run(answer, rejected);
    expect([call.cause, call.endedAt]).toEqual([null, null]);
  });
});

describe('facts in any order, any number of times', () => {
  const call = fc.record({
    direction: fc.constantFrom('in' as const, 'out' as const),
    from: fc.option(fc.constantFrom('+97317000001', '+97317000002')),
    queueId: fc.option(fc.constant('general')),
    cause: fc.constantFrom(...CALL_CAUSES),
    ringing: fc.subarray(['201', '202']),
    /** whether answer and hangup carry the same fields as newCall */
    tells: fc.boolean(),
  });
  const sequence = call.chain(({ direction, from, queueId, cause, ringing, tells }) => {
    const told = tells
      ? { direction, from, fromRaw: from, queueId, to: null }
      : { direction: null, from: null, fromRaw: null, queueId: null, to: null };
    const facts: CallFact[] = [
      { event: 'newCall', direction, from, fromRaw: from, to: '80008001', queueId, ringing },
      { event: 'answer', ...told, answeringNumber: '201' },
      { event: 'hangup', ...told, cause },
    ];
    return fc.array(fc.constantFrom(...facts), { minLength: 1, maxLength: 15 });
  });

  const first = (facts: CallFact[], event: CallFact['event']) => facts.find((fact) => fact.event === event);

  /** The same call in ideal order: each fact once, no answer after the hangup. */
  function inOrder(facts: CallFact[]): CallFact[] {
    const answered = facts.findIndex((fact) => fact.event === 'answer');
    const ended = facts.findIndex((fact) => fact.event === 'hangup');
    const counts = answered >= 0 && (ended < 0 || answered < ended);
    return [
      first(facts, 'newCall'),
      counts ? first(facts, 'answer') : undefined,
      first(facts, 'hangup'),
    ].filter((fact) => fact !== undefined);
  }

  const timeless = ({ startedAt: _, ringingSince: __, answeredAt, endedAt, ...call }: Call) => ({
    ...call,
    answered: answeredAt !== null,
    ended: endedAt !== null,
  });

  it('give the call that its facts in order give', () => {
    fc.assert(
      fc.property(sequence, (facts) => {
        expect(timeless(run(...facts).call)).toEqual(timeless(run(...inOrder(facts)).call));
      }),
      { numRuns: 2000 },
    );
  });

  it('give one and the same call in every order when the hangup says who answered', () => {
    const conversation = call.chain(({ direction, from, queueId, ringing }) => {
      const facts: CallFact[] = [
        { event: 'newCall', direction, from, fromRaw: from, to: '80008001', queueId, ringing },
        { ...answer, direction, from, fromRaw: from },
        { ...hangup, direction, from, fromRaw: from, answeringNumber: '201' },
      ];
      return fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray([...facts, ...facts, ...facts], { minLength: 9, maxLength: 9 }),
      );
    });
    fc.assert(
      fc.property(conversation, ([inTurn, mixed]) => {
        expect(timeless(run(...mixed).call)).toEqual(timeless(run(...inTurn).call));
        expect(run(...mixed).effects).not.toContain('callBack');
      }),
      { numRuns: 2000 },
    );
  });

  it('have each effect once at most, and a callback exactly when the facts in order have one', () => {
    fc.assert(
      fc.property(sequence, (facts) => {
        const { effects } = run(...facts);
        expect(new Set(effects).size).toBe(effects.length);
        const asked = (of: CallFact[], effect: CallEffect) => run(...of).effects.includes(effect);
        for (const effect of ['answer', 'end', 'callBack'] as const) {
          expect(asked(facts, effect)).toBe(asked(inOrder(facts), effect));
        }
      }),
      { numRuns: 2000 },
    );
  });
});
