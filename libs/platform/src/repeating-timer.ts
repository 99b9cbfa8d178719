/**
 * Runs a task at a fixed interval, never concurrently with itself: a run that takes longer than the interval is not
 * started twice.
 */
export class RepeatingTimer {
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;

  constructor(
    private readonly everyMs: number,
    private readonly task: () => Promise<unknown>,
    /** called with the error of a failed run; the next run is started as usual */
    private readonly onError: (error: Error) => void,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running ??= Promise.resolve()
        .then(() => this.task())
        .then(() => undefined, this.onError)
        .finally(() => (this.running = undefined));
    }, this.everyMs);
  }

  /** Resolves when the current run is finished. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
