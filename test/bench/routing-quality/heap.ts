/** An event queue: a binary heap by time, then by insertion order. */
export class Heap<T> {
  private readonly items: { at: number; n: number; value: T }[] = [];
  private added = 0;

  get size(): number {
    return this.items.length;
  }

  push(at: number, value: T): void {
    const item = { at, n: this.added++, value };
    let i = this.items.push(item) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!before(item, this.items[parent]!)) break;
      this.items[i] = this.items[parent]!;
      i = parent;
    }
    this.items[i] = item;
  }

  pop(): { at: number; value: T } | undefined {
    const first = this.items[0];
    const last = this.items.pop();
    if (!first || !last || this.items.length === 0) return first;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.items.length) break;
      if (child + 1 < this.items.length && before(this.items[child + 1]!, this.items[child]!)) child++;
      if (!before(this.items[child]!, last)) break;
      this.items[i] = this.items[child]!;
      i = child;
    }
    this.items[i] = last;
    return first;
  }
}

const before = (a: { at: number; n: number }, b: { at: number; n: number }) =>
  a.at < b.at || (a.at === b.at && a.n < b.n);
