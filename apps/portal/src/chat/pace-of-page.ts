/** So many events in so many milliseconds; a page that a person uses stays far below. */
const MOST = 60;
const WINDOW_MS = 10_000;
const MOST_SAID = 20;
const SAID_WINDOW_MS = 60_000;

/** Counts what one page does, over a window that begins anew. */
class Window {
  private count = 0;
  private endsAt = 0;

  constructor(
    private readonly most: number,
    private readonly ms: number,
  ) {}

  allows(now: number): boolean {
    if (now >= this.endsAt) {
      this.endsAt = now + this.ms;
      this.count = 0;
    }
    return ++this.count <= this.most;
  }
}

/** Limits of one page's socket. */
export class PaceOfPage {
  private readonly events = new Window(MOST, WINDOW_MS);
  private readonly said = new Window(MOST_SAID, SAID_WINDOW_MS);

  /** @param now milliseconds of any steady clock */
  mayAsk(now: number): boolean {
    return this.events.allows(now);
  }

  maySay(now: number): boolean {
    return this.said.allows(now);
  }
}
