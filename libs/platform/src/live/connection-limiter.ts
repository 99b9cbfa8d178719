import { Logger } from '@nestjs/common';

/** Refused connections are logged at most once in this time. */
const LOG_INTERVAL_MS = 60_000;

/** Limits the open connections per source. */
export class ConnectionLimiter {
  private readonly logger = new Logger('Sockets');
  private readonly open = new Map<string, number>();
  private lastLoggedAt = -Infinity;

  constructor(private readonly max: number) {}

  /** @returns a function that releases the connection; null when the source is at its limit */
  acquire(source: string): (() => void) | null {
    const count = this.open.get(source) ?? 0;
    if (count >= this.max) {
      this.logRefusal();
      return null;
    }
    this.open.set(source, count + 1);
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.release(source);
    };
  }

  /** The number of sources with open connections. */
  get sources(): number {
    return this.open.size;
  }

  private release(source: string): void {
    const remaining = (this.open.get(source) ?? 1) - 1;
    if (remaining > 0) this.open.set(source, remaining);
    else this.open.delete(source);
  }

  private logRefusal(): void {
    const now = performance.now();
    // The address is not logged, because it is personal data.
    if (now - this.lastLoggedAt > LOG_INTERVAL_MS)
      this.logger.warn(`a source has ${this.max} sockets open; further ones are refused`);
    this.lastLoggedAt = now;
  }
}
