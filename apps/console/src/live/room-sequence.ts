import type { LiveEvent, Snapshots, SubscribeAnswer } from '#wasl/contracts';

/**
 * State of one live room. Events of a room are numbered without gaps; an event that skips a number is buffered while
 * the missing ones are requested, so that every event is applied once and in order.
 */
export interface RoomState {
  phase: 'idle' | 'joining' | 'live';
  seq: number | null;
  held: LiveEvent[];
  /** consecutive catch-up attempts that left a gap */
  misses: number;
}

export type RoomInput =
  | { type: 'join' }
  | { type: 'answer'; answer: SubscribeAnswer }
  | { type: 'event'; event: LiveEvent }
  | { type: 'lost' };

export type RoomEffect =
  | { do: 'subscribe'; since: number | undefined; attempt: number }
  | { do: 'snapshot'; snapshot: Snapshots[keyof Snapshots] }
  | { do: 'apply'; event: LiveEvent }
  | { do: 'refused'; code: string };

export interface RoomStep {
  state: RoomState;
  effects: RoomEffect[];
}

export const initialRoom: RoomState = { phase: 'idle', seq: null, held: [], misses: 0 };

/** After this many attempts with `since`, the full snapshot is requested. */
const MAX_MISSES = 2;

/** Transient refusals: the subscription is retried with backoff. */
const NOT_NOW = new Set(['rate.limited', 'room.slow', 'service.unavailable']);

export function reduceRoom(state: RoomState, input: RoomInput): RoomStep {
  switch (input.type) {
    case 'join':
      return join({ ...state, held: [], misses: 0 });
    case 'lost':
      return { state: { ...state, phase: 'idle', held: [], misses: 0 }, effects: [] };
    case 'event':
      return receive(state, input.event);
    case 'answer':
      return state.phase === 'joining' ? answered(state, input.answer) : { state, effects: [] };
  }
}

function join(state: RoomState): RoomStep {
  const since = state.misses > MAX_MISSES ? undefined : (state.seq ?? undefined);
  return {
    state: { ...state, phase: 'joining' },
    effects: [{ do: 'subscribe', since, attempt: state.misses }],
  };
}

function receive(state: RoomState, event: LiveEvent): RoomStep {
  if (state.phase === 'idle') return { state, effects: [] };
  if (state.phase === 'joining') return { state: { ...state, held: [...state.held, event] }, effects: [] };
  return settle({ ...state, held: [event] }, []);
}

function answered(state: RoomState, answer: SubscribeAnswer): RoomStep {
  if (!answer.ok && NOT_NOW.has(answer.code)) return join({ ...state, misses: state.misses + 1 });
  if (!answer.ok) return { state: initialRoom, effects: [{ do: 'refused', code: answer.code }] };
  if ('snapshot' in answer) {
    return settle({ ...state, seq: answer.seq }, [{ do: 'snapshot', snapshot: answer.snapshot }]);
  }
  const caughtUp = settle({ ...state, held: [...answer.events, ...state.held] }, []);
  if (caughtUp.state.phase !== 'live') return caughtUp;
  const seq = Math.max(caughtUp.state.seq ?? 0, answer.seq);
  return { ...caughtUp, state: { ...caughtUp.state, seq } };
}

/** Applies buffered events up to the next gap; a gap leads to another subscription. */
function settle(state: RoomState, before: RoomEffect[]): RoomStep {
  const effects = [...before];
  let seq = state.seq ?? 0;
  for (const event of [...state.held].sort((a, b) => a.seq - b.seq)) {
    if (event.seq <= seq) continue;
    if (event.seq > seq + 1) {
      const held = state.held.filter((other) => other.seq > seq);
      const again = join({ ...state, seq, held, misses: state.misses + 1 });
      return { state: again.state, effects: [...effects, ...again.effects] };
    }
    effects.push({ do: 'apply', event });
    seq = event.seq;
  }
  return { state: { phase: 'live', seq, held: [], misses: 0 }, effects };
}
