/**
 * A value read whole and kept for moments. What is kept is answered at once and read again behind the answer when it is
 * old: a use case inside a transaction must not wait for a second connection.
 */
export class Kept<T> {
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
          // Unless it was told to forget meanwhile.
          if (this.value === before) this.value = { at: performance.now(), promise: Promise.resolve(value) };
        })
        .catch(() => undefined)
        .finally(() => (this.reading = false));
    }
    return this.value.promise;
  }

  /** Reads anew at the next question, after a change made in this process. */
  forget(): void {
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
