import type { Shift } from '../../api/routing-api.js';

/** The cell of the roster (agent and day) in which a shift is edited. */
export interface RosterCell {
  agent: { id: string; name: string };
  day: string;
  shift: Shift | null;
  /** the agent's shifts of the day as loaded, to detect concurrent changes */
  seen: Shift[];
}
