import { DomainError } from '#wasl/kernel';

interface Waiter {
  resume(): void;
  timeout: NodeJS.Timeout;
}

/** A counting semaphore: limits how many tasks run at once. The others wait in order of arrival, up to a time limit. */
export class Semaphore {
  private readonly waiting = new Set<Waiter>();
  private running = 0;

  constructor(
    private readonly concurrency: number,
    private readonly maxWaitMs: number,
    /** further tasks are rejected at once when this many are waiting */
    private readonly maxWaiting = Infinity,
  ) {}

  get waitingCount(): number {
    return this.waiting.size;
  }

  /** @throws unavailable `service.unavailable` when no slot was free in time or too many are waiting; `task` was not started */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.running >= this.concurrency) await this.wait();
    else this.running++;
    try {
      return await task();
    } finally {
      this.release();
    }
  }

  /** Hands the slot directly to the next waiter, so that a newcomer cannot take it first. */
  private release(): void {
    const [next] = this.waiting;
    if (!next) return void this.running--;
    this.waiting.delete(next);
    clearTimeout(next.timeout);
    next.resume();
  }

  private wait(): Promise<void> {
    if (this.waiting.size >= this.maxWaiting)
      return Promise.reject(new DomainError('unavailable', 'service.unavailable'));
    return new Promise((resume, reject) => {
      const timeout = setTimeout(() => {
        this.waiting.delete(waiter);
        reject(new DomainError('unavailable', 'service.unavailable'));
      }, this.maxWaitMs);
      const waiter = { resume, timeout };
      this.waiting.add(waiter);
    });
  }
}
