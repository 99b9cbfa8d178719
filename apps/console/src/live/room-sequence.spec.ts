import type { LiveEvent, SubscribeAnswer } from '#wasl/contracts';
import { initialRoom, type RoomEffect, type RoomInput, type RoomState, reduceRoom } from './room-sequence.js';

const event = (seq: number): LiveEvent => ({
  room: 'me',
  seq,
  type: 'offer.expired',
  at: '2026-01-01T00:00:00Z',
  data: { id: String(seq), state: 'expired' },
});
const snapshot = (seq: number): SubscribeAnswer => ({
  ok: true,
  seq,
  snapshot: { number: '1', version: 1, status: 'new', viewers: [] },
});
const replay = (seq: number, ...seqs: number[]): SubscribeAnswer => ({
  ok: true,
  seq,
  events: seqs.map(event),
});

/** Feeds the inputs in turn; returns the final state and, per input, its effects in short. */
function run(inputs: RoomInput[], start: RoomState = initialRoom) {
  let state = start;
  const effects = inputs.map((input) => {
    const step = reduceRoom(state, input);
    state = step.state;
    return step.effects.map(short);
  });
  return { state, effects };
}
const short = (effect: RoomEffect) => {
  if (effect.do === 'apply') return `apply ${effect.event.seq}`;
  if (effect.do === 'subscribe') return `subscribe ${effect.since ?? 'fresh'}`;
  return effect.do;
};

const joined: RoomInput[] = [{ type: 'join' }, { type: 'answer', answer: snapshot(5) }];
const arrives = (seq: number): RoomInput => ({ type: 'event', event: event(seq) });
const answer = (value: SubscribeAnswer): RoomInput => ({ type: 'answer', answer: value });

describe('a live room', () => {
  it('requests a snapshot first and then applies the following events', () => {
    const { state, effects } = run([...joined, arrives(6), arrives(7)]);
    expect(effects).toEqual([['subscribe fresh'], ['snapshot'], ['apply 6'], ['apply 7']]);
    expect(state).toMatchObject({ phase: 'live', seq: 7 });
  });

  it('retries with backoff when the server is too busy', () => {
    const busy = answer({ ok: false, code: 'rate.limited' });
    const steps = [...joined, { type: 'join' } as const, busy, busy];
    const { state, effects } = run(steps);
    expect(effects.slice(2)).toEqual([['subscribe 5'], ['subscribe 5'], ['subscribe 5']]);
    expect(state).toMatchObject({ phase: 'joining', misses: 2 });
    expect(run([answer(snapshot(9))], state).effects).toEqual([['snapshot']]);
    expect(run([{ type: 'join' }, answer({ ok: false, code: 'permission.denied' })]).effects[1]).toEqual([
      'refused',
    ]);
  });

  it('buffers events before the answer and skips those in the snapshot', () => {
    const { effects } = run([{ type: 'join' }, arrives(5), arrives(6), answer(snapshot(5))]);
    expect(effects[3]).toEqual(['snapshot', 'apply 6']);
  });

  it('ignores duplicate events', () => {
    expect(run([...joined, arrives(6), arrives(6), arrives(3)]).effects.slice(3)).toEqual([[], []]);
  });

  it('requests missing events and then applies all in order', () => {
    const { state, effects } = run([...joined, arrives(8), arrives(9), answer(replay(8, 6, 7, 8))]);
    expect(effects.slice(2)).toEqual([['subscribe 5'], [], ['apply 6', 'apply 7', 'apply 8', 'apply 9']]);
    expect(state).toMatchObject({ phase: 'live', seq: 9, held: [] });
  });

  it('takes a snapshot when the missing events are no longer available', () => {
    const { state, effects } = run([...joined, arrives(90), answer(snapshot(89))]);
    expect(effects[3]).toEqual(['snapshot', 'apply 90']);
    expect(state.seq).toBe(90);
  });

  it('catches up from the last event after a lost connection', () => {
    const { effects } = run([
      ...joined,
      { type: 'lost' },
      arrives(6),
      { type: 'join' },
      answer(replay(7, 6, 7)),
    ]);
    expect(effects.slice(2)).toEqual([[], [], ['subscribe 5'], ['apply 6', 'apply 7']]);
  });

  it('takes a snapshot when the server restarted its numbering', () => {
    const { state } = run([...joined, { type: 'lost' }, { type: 'join' }, answer(snapshot(1)), arrives(2)]);
    expect(state).toMatchObject({ phase: 'live', seq: 2 });
  });

  it('takes a snapshot when gaps remain after catching up', () => {
    const again = answer(replay(5));
    const { effects } = run([...joined, arrives(8), again, again, again]);
    expect(effects.slice(2)).toEqual([
      ['subscribe 5'],
      ['subscribe 5'],
      ['subscribe fresh'],
      ['subscribe fresh'],
    ]);
  });

  it('reports a refusal', () => {
    const { state, effects } = run([{ type: 'join' }, answer({ ok: false, code: 'permission.denied' })]);
    expect(effects[1]).toEqual(['refused']);
    expect(state).toEqual(initialRoom);
  });

  it('ignores an answer that arrives after the connection was lost', () => {
    expect(run([{ type: 'join' }, { type: 'lost' }, answer(snapshot(4))]).effects[2]).toEqual([]);
  });
});
