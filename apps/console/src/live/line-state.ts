/** Connection status shown to the user. `slow`: connected, but the server answers late. */
export type Line = 'off' | 'connecting' | 'up' | 'slow' | 'lost';

/**
 * State of the connection. `lost`: the transport closed, or nothing arrived for as long as socket.io's own time-out.
 * `slow`: the server takes too long to answer a probe.
 */
export interface LineState {
  line: Line;
  heardAt: number;
  /** when the outstanding probe was sent */
  askedAt: number | null;
  /** consecutive quick answers */
  quick: number;
}

export type LineInput =
  | { type: 'begin' | 'opened' | 'closed' | 'failed' | 'ended' }
  /** any packet from the server arrived */
  | { type: 'heard' }
  /** a probe was sent */
  | { type: 'asked' }
  | { type: 'answered' }
  | { type: 'tick' };

/** Users notice a delay of some seconds; a good connection answers within 100 ms. */
export const SLOW_MS = 2_500;
/** The sum of the server's ping interval and time-out, after which socket.io closes the connection. */
export const SILENCE_MS = 35_000;
/** Consecutive quick answers before `slow` ends, so that the banner does not flicker. */
const QUICK_ANSWERS_NEEDED = 2;
const PROBE_INTERVAL_MS = 10_000;
const PROBE_INTERVAL_SLOW_MS = 2_000;

export const newLine: LineState = { line: 'off', heardAt: 0, askedAt: null, quick: 0 };

export function stepLine(state: LineState, input: LineInput, now: number): LineState {
  switch (input.type) {
    case 'begin':
      return { ...newLine, line: 'connecting' };
    case 'opened':
      return { line: 'up', heardAt: now, askedAt: null, quick: 0 };
    case 'closed':
      return { ...state, line: state.line === 'off' ? 'off' : 'lost', askedAt: null };
    case 'failed':
      // A first connection that fails or takes long was never established, so it is not lost.
      return isOpen(state) ? { ...state, line: 'lost', askedAt: null } : state;
    case 'ended':
      return newLine;
    case 'heard':
      return isOpen(state) ? { ...state, heardAt: now } : state;
    case 'asked':
      return isOpen(state) ? { ...state, askedAt: state.askedAt ?? now } : state;
    case 'answered':
      return isOpen(state) ? answered(state, now) : state;
    case 'tick':
      return isOpen(state) ? waited(state, now) : state;
  }
}

/** @returns whether a probe should be sent now; never while one is outstanding */
export function isAskDue(state: LineState, lastProbedAt: number, now: number): boolean {
  if (!isOpen(state) || state.askedAt !== null) return false;
  return now - lastProbedAt >= (state.line === 'slow' ? PROBE_INTERVAL_SLOW_MS : PROBE_INTERVAL_MS);
}

const isOpen = ({ line }: LineState): boolean => line === 'up' || line === 'slow';

function answered(state: LineState, now: number): LineState {
  const took = now - (state.askedAt ?? now);
  const next = { ...state, heardAt: now, askedAt: null };
  if (took > SLOW_MS) return { ...next, line: 'slow', quick: 0 };
  const quick = state.quick + 1;
  return { ...next, quick, line: state.line === 'slow' && quick < QUICK_ANSWERS_NEEDED ? 'slow' : 'up' };
}

function waited(state: LineState, now: number): LineState {
  if (now - state.heardAt > SILENCE_MS) return { ...state, line: 'lost', askedAt: null };
  if (state.askedAt !== null && now - state.askedAt > SLOW_MS) return { ...state, line: 'slow', quick: 0 };
  return state;
}
