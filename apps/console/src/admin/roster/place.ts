import type { Shift } from '../../api/routing-api.js';

/** Where a shift is added or changed. */
export interface Place {
  agent: { id: string; name: string };
  day: string;
  shift: Shift | null;
  /** the agent's shifts of the day, as whoever changes them sees them */
  seen: Shift[];
}
