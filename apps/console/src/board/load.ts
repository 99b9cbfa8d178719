import type { LiveAgent } from '#wasl/contracts';

/** How much more an agent at their desk can be given; null for who cannot be given anything in their state. */
export type Load = 'idle' | 'busy' | 'full';

/** The least that any work takes of an agent's capacity, unless configured. */
const SMALLEST_UNITS = 20;

export function loadOf({ state, capacity }: LiveAgent): Load | null {
  if (state === 'busy') return 'full';
  if (state !== 'available') return null;
  if (!capacity || capacity.held === 0) return 'idle';
  return capacity.units - capacity.held < SMALLEST_UNITS ? 'full' : 'busy';
}
