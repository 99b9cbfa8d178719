/** The state of a centre that decides whether waiting visitors are still served. */
export interface CentreState {
  open: boolean;
  /** it was open within the grace time */
  openLately: boolean;
  /** at least one desk is staffed */
  attended: boolean;
}

/** Visitors already waiting are served for this long after closing, while a desk is staffed. */
export const GRACE_MINUTES_AFTER_CLOSING = 60;

export function stillServesVisitors({ open, openLately, attended }: CentreState): boolean {
  return open || (openLately && attended);
}
