/** Something done again and again, one time after another: what takes longer than its interval is not begun twice. */
export class Repeated {
  private timer?: NodeJS.Timeout;
  private underWay?: Promise<void>;

  constructor(
    private readonly everyMs: number,
    private readonly once: () => Promise<unknown>,
    /** told of what failed; it is tried again at the next time */
    private readonly failed: (error: Error) => void,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.underWay ??= Promise.resolve()
        .then(() => this.once())
        .then(() => undefined, this.failed)
        .finally(() => (this.underWay = undefined));
    }, this.everyMs);
  }

  /** @returns when what is under way is done */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.underWay;
  }
}
