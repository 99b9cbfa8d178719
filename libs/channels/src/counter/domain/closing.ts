/** What decides whether those who wait at a centre are still received. */
export interface CentreNow {
  open: boolean;
  /** it was open a little while ago */
  openLately: boolean;
  /** somebody of ours sits at one of its desks */
  attended: boolean;
}

/** For so long after closing whoever is inside is still received, as long as somebody is at a desk. */
export const AFTER_CLOSING_MINUTES = 60;

export function stillReceives({ open, openLately, attended }: CentreNow): boolean {
  return open || (openLately && attended);
}
