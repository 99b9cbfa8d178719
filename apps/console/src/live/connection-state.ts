/** Connection status shown to the user. `slow`: connected, but the server answers late. */
export type ConnectionStatus = 'off' | 'connecting' | 'up' | 'slow' | 'lost';

/**
 * State of the connection. `lost`: the transport closed, or nothing arrived for as long as socket.io's own time-out.
 * `slow`: the server takes too long to answer a probe.
 */
export interface ConnectionState {
  status: ConnectionStatus;
  lastHeardAt: number;
  /** when the outstanding probe was sent */
  probedAt: number | null;
  /** consecutive quick answers */
  quickAnswers: number;
}

export type ConnectionInput =
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

export const initialConnection: ConnectionState = {
  status: 'off',
  lastHeardAt: 0,
  probedAt: null,
  quickAnswers: 0,
};

export function reduceConnection(
  state: ConnectionState,
  input: ConnectionInput,
  now: number,
): ConnectionState {
  switch (input.type) {
    case 'begin':
      return { ...initialConnection, status: 'connecting' };
    case 'opened':
      return { status: 'up', lastHeardAt: now, probedAt: null, quickAnswers: 0 };
    case 'closed':
      return { ...state, status: state.status === 'off' ? 'off' : 'lost', probedAt: null };
    case 'failed':
      // A first connection that fails or takes long was never established, so it is not lost.
      return isOpen(state) ? { ...state, status: 'lost', probedAt: null } : state;
    case 'ended':
      return initialConnection;
    case 'heard':
      return isOpen(state) ? { ...state, lastHeardAt: now } : state;
    case 'asked':
      return isOpen(state) ? { ...state, probedAt: state.probedAt ?? now } : state;
    case 'answered':
      return isOpen(state) ? answered(state, now) : state;
    case 'tick':
      return isOpen(state) ? waited(state, now) : state;
  }
}

/** @returns whether a probe should be sent now; never while one is outstanding */
export function isProbeDue(state: ConnectionState, lastProbedAt: number, now: number): boolean {
  if (!isOpen(state) || state.probedAt !== null) return false;
  return now - lastProbedAt >= (state.status === 'slow' ? PROBE_INTERVAL_SLOW_MS : PROBE_INTERVAL_MS);
}

const isOpen = ({ status }: ConnectionState): boolean => status === 'up' || status === 'slow';

function answered(state: ConnectionState, now: number): ConnectionState {
  const took = now - (state.probedAt ?? now);
  const next: ConnectionState = { ...state, lastHeardAt: now, probedAt: null };
  if (took > SLOW_MS) return { ...next, status: 'slow', quickAnswers: 0 };
  const quick = state.quickAnswers + 1;
  return {
    ...next,
    quickAnswers: quick,
    status: state.status === 'slow' && quick < QUICK_ANSWERS_NEEDED ? 'slow' : 'up',
  };
}

function waited(state: ConnectionState, now: number): ConnectionState {
  if (now - state.lastHeardAt > SILENCE_MS) return { ...state, status: 'lost', probedAt: null };
  if (state.probedAt !== null && now - state.probedAt > SLOW_MS)
    return { ...state, status: 'slow', quickAnswers: 0 };
  return state;
}
