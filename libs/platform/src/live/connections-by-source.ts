import { Logger } from '@nestjs/common';

/** Lines about refused connections: at most one in this time. */
const SAY_AGAIN_MS = 60_000;

/** Counts open connections by source and says whether one more may be opened. */
export class ConnectionsBySource {
  private readonly logger = new Logger('Sockets');
  private readonly open = new Map<string, number>();
  private lastSaid = -Infinity;

  constructor(private readonly most: number) {}

  /** @returns what takes the connection out again; null when there are as many as allowed */
  enter(source: string): (() => void) | null {
    const count = this.open.get(source) ?? 0;
    if (count >= this.most) {
      this.sayFull();
      return null;
    }
    this.open.set(source, count + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.leave(source);
    };
  }

  /** How many sources are counted; none is remembered without a connection. */
  get sources(): number {
    return this.open.size;
  }

  private leave(source: string): void {
    const rest = (this.open.get(source) ?? 1) - 1;
    if (rest > 0) this.open.set(source, rest);
    else this.open.delete(source);
  }

  private sayFull(): void {
    const now = performance.now();
    // Without the address, which is personal data.
    if (now - this.lastSaid > SAY_AGAIN_MS)
      this.logger.warn(`a source has ${this.most} sockets open; further ones are refused`);
    this.lastSaid = now;
  }
}
