import type { PresenceState } from '#wasl/contracts';

const SHAPES: Record<PresenceState, string> = {
  available: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
  busy: 'M2 2h12v12H2z',
  wrap_up: 'M8 1l7 7-7 7-7-7z',
  not_ready: 'M8 1.500l7 12.500H1z',
  offline: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3z',
};
const COLOURS: Record<PresenceState, string> = {
  available: 'var(--wasl-good)',
  busy: 'var(--wasl-accent)',
  wrap_up: 'var(--wasl-accent)',
  not_ready: 'var(--wasl-warn)',
  offline: 'var(--wasl-quiet)',
};

/** Each state has its own shape, so that it does not depend on colour. */
export function PresenceBadge({ state }: { state: PresenceState }) {
  const hollow = state === 'offline' || state === 'wrap_up';
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={SHAPES[state]}
        fill={hollow ? 'none' : COLOURS[state]}
        stroke={COLOURS[state]}
        strokeWidth="2"
        strokeLinejoin="round"
      />
    </svg>
  );
}
