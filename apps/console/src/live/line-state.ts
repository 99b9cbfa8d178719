/** The connection as people are told of it. `slow`: it is open, but the server answers late. */
export type Line = 'off' | 'connecting' | 'up' | 'slow' | 'lost';

/**
 * What is known of the connection. A slow one is told from a lost one: `lost` only when the transport closed, or when
 * nothing was heard for as long as socket.io itself waits; `slow` by how long the server takes to answer.
 */
export interface LineState {
  line: Line;
  heardAt: number;
  /** when the question that waits for its answer was asked */
  askedAt: number | null;
  /** quick answers in a row */
  quick: number;
}

export type LineInput =
  | { type: 'begin' | 'opened' | 'closed' | 'failed' | 'ended' }
  /** anything came from the server */
  | { type: 'heard' }
  /** the server was asked for a sign */
  | { type: 'asked' }
  | { type: 'answered' }
  | { type: 'tick' };

/** People notice a wait of some seconds; a good line answers in a tenth of one. */
export const SLOW_MS = 2_500;
/** The server's ping interval and time-out together, after which socket.io gives the connection up. */
export const SILENCE_MS = 35_000;
/** So many in a row, so that the banner does not come and go. */
const QUICK_ENOUGH = 2;
const ASK_EVERY_MS = 10_000;
const ASK_OFTEN_MS = 2_000;

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
      // A first connection that takes long, or is tried again, is not one that was lost.
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

/** @returns whether the server should be asked for a sign now; never while it owes one */
export function isAskDue(state: LineState, lastAskedAt: number, now: number): boolean {
  if (!isOpen(state) || state.askedAt !== null) return false;
  return now - lastAskedAt >= (state.line === 'slow' ? ASK_OFTEN_MS : ASK_EVERY_MS);
}

const isOpen = ({ line }: LineState): boolean => line === 'up' || line === 'slow';

function answered(state: LineState, now: number): LineState {
  const took = now - (state.askedAt ?? now);
  const next = { ...state, heardAt: now, askedAt: null };
  if (took > SLOW_MS) return { ...next, line: 'slow', quick: 0 };
  const quick = state.quick + 1;
  return { ...next, quick, line: state.line === 'slow' && quick < QUICK_ENOUGH ? 'slow' : 'up' };
}

function waited(state: LineState, now: number): LineState {
  if (now - state.heardAt > SILENCE_MS) return { ...state, line: 'lost', askedAt: null };
  if (state.askedAt !== null && now - state.askedAt > SLOW_MS) return { ...state, line: 'slow', quick: 0 };
  return state;
}
