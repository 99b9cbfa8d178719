/** A priority queue of events by time; events of one moment keep the order in which they were added. */
export class EventTimeline<T> {
  private readonly heap: { at: number; n: number; value: T }[] = [];
  private count = 0;

  add(at: number, value: T): void {
    const { heap } = this;
    heap.push({ at, n: this.count++, value });
    for (let i = heap.length - 1; i > 0;) {
      const parent = (i - 1) >> 1;
      if (!this.isBefore(i, parent)) return;
      this.swap(i, parent);
      i = parent;
    }
  }

  /** The time of the next event. */
  peek(): number | undefined {
    return this.heap[0]?.at;
  }

  next(): { at: number; value: T } | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    heap[0] = last;
    for (let i = 0; ;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < heap.length && this.isBefore(child, least)) least = child;
      if (least === i) return first;
      this.swap(i, least);
      i = least;
    }
  }

  private isBefore(a: number, b: number): boolean {
    const [one, other] = [this.heap[a]!, this.heap[b]!];
    return one.at !== other.at ? one.at < other.at : one.n < other.n;
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b]!, this.heap[a]!];
  }
}
