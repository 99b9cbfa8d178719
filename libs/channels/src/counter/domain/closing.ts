/** The state of a centre that decides whether waiting visitors are still served. */
export interface CentreNow {
  open: boolean;
  /** it was open within the grace time */
  openLately: boolean;
  /** at least one desk is staffed */
  attended: boolean;
}

/** Visitors already waiting are served for this long after closing, while a desk is staffed. */
export const AFTER_CLOSING_MINUTES = 60;

export function stillReceives({ open, openLately, attended }: CentreNow): boolean {
  return open || (openLately && attended);
}
