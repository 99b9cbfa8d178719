/** Whether a calendar is open, and when that changes next; null when no change is known. */
export interface Opening {
  open: boolean;
  opensAt: Date | null;
  closesAt: Date | null;
}

/**
 * Tells whether a calendar is open. Implemented by the sla lib, which owns the calendars; also used by libs that must
 * not import it (such as routing). Answers come from memory, without a query.
 */
export abstract class OpeningHours {
  /**
   * @param calendar a calendar's key; null for the country's own; `always` for around the clock
   * @throws not_found `calendar.not_found`
   */
  abstract openingAt(calendar: string | null, at: Date): Opening;
}
