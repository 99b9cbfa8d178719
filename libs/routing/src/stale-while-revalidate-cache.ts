/**
 * A cached value with stale-while-revalidate: once loaded, it is returned at once and refreshed in the background when
 * it is too old. A use case inside a transaction therefore never waits for a second connection.
 */
export class StaleWhileRevalidateCache<T> {
  private value?: { at: number; promise: Promise<T> };
  private reading = false;

  constructor(
    private readonly read: () => Promise<T>,
    private readonly freshMs: number,
  ) {}

  get(): Promise<T> {
    if (!this.value) return this.readNow();
    if (performance.now() - this.value.at > this.freshMs && !this.reading) {
      this.reading = true;
      const before = this.value;
      this.read()
        .then((value) => {
          // Unless the value was invalidated meanwhile.
          if (this.value === before) this.value = { at: performance.now(), promise: Promise.resolve(value) };
        })
        .catch(() => undefined)
        .finally(() => (this.reading = false));
    }
    return this.value.promise;
  }

  /** The next read loads the value again. Called after a change made in this process. */
  invalidate(): void {
    this.value = undefined;
  }

  private readNow(): Promise<T> {
    const value = { at: performance.now(), promise: this.read() };
    this.value = value;
    value.promise.catch(() => {
      if (this.value === value) this.value = undefined;
    });
    return value.promise;
  }
}
