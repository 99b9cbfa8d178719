/** A number of events per period. */
export interface RateLimit {
  most: number;
  windowMs: number;
}

/** A fixed-window counter; a new window starts with the first event after the end of the last one. */
export class RateWindow {
  private count = 0;
  private endsAt = -Infinity;

  constructor(private readonly limit: RateLimit) {}

  /**
   * @param now milliseconds of a monotonic clock
   * @returns by how many events, this one included, the window exceeds the limit; 0 while within the limit
   */
  excess(now: number): number {
    if (now >= this.endsAt) {
      this.endsAt = now + this.limit.windowMs;
      this.count = 0;
    }
    return Math.max(0, ++this.count - this.limit.most);
  }
}
