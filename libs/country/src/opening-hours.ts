/** Whether somebody is there, and when that changes next; null when nothing known will change it. */
export interface Opening {
  open: boolean;
  opensAt: Date | null;
  closesAt: Date | null;
}

/**
 * Says whether a calendar is open. Implemented by the sla lib, which keeps the calendars; asked by those who stand
 * beside it (routing by business hours) and above it. Answers come from memory: no statement is sent.
 */
export abstract class OpeningHours {
  /**
   * @param calendar a calendar's key; null for the country's own; `always` for around the clock
   * @throws not_found `calendar.not_found`
   */
  abstract openingAt(calendar: string | null, at: Date): Opening;
}
