import type { Shift } from '../../api/routing-api.js';

/** Where a shift is added or changed. */
export interface Place {
  agent: { id: string; name: string };
  day: string;
  shift: Shift | null;
}
