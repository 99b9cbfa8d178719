import { DomainError } from '#wasl/kernel';

interface Waiting {
  enter(): void;
  patience: NodeJS.Timeout;
}

/** Lets so many through at once; the others wait in the order in which they came, but not for ever. */
export class Gate {
  private readonly waiting = new Set<Waiting>();
  private inside = 0;

  constructor(
    private readonly places: number,
    private readonly patienceMs: number,
    /** beyond so many that wait, nobody else does */
    private readonly mostWaiting = Infinity,
  ) {}

  /** @throws unavailable `service.unavailable` when no place was free in time, or too many wait; `work` was not begun then */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= this.places) await this.wait();
    else this.inside++;
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  /** Whoever leaves hands on the place, so that nobody who comes meanwhile can take it. */
  private leave(): void {
    const [next] = this.waiting;
    if (!next) return void this.inside--;
    this.waiting.delete(next);
    clearTimeout(next.patience);
    next.enter();
  }

  private wait(): Promise<void> {
    if (this.waiting.size >= this.mostWaiting)
      return Promise.reject(new DomainError('unavailable', 'service.unavailable'));
    return new Promise((enter, reject) => {
      const patience = setTimeout(() => {
        this.waiting.delete(place);
        reject(new DomainError('unavailable', 'service.unavailable'));
      }, this.patienceMs);
      const place = { enter, patience };
      this.waiting.add(place);
    });
  }
}
