/** So many in so many milliseconds. */
export interface RateLimit {
  most: number;
  windowMs: number;
}

/** Counts over a window that begins anew with the first event after its end. */
export class RateWindow {
  private count = 0;
  private endsAt = -Infinity;

  constructor(private readonly limit: RateLimit) {}

  /**
   * @param now milliseconds of any steady clock
   * @returns how many there are in this window, with this one, beyond what is allowed; 0 while within the limit
   */
  excess(now: number): number {
    if (now >= this.endsAt) {
      this.endsAt = now + this.limit.windowMs;
      this.count = 0;
    }
    return Math.max(0, ++this.count - this.limit.most);
  }
}
