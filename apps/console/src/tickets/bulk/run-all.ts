/** The result for one item. */
export interface Outcome<T> {
  on: T;
  /** undefined on success */
  error?: unknown;
}

/**
 * Runs an action for every item with limited concurrency; a failure does not stop the others.
 * @param told called after each item, in order of completion
 */
export async function runAll<T>(
  all: readonly T[],
  act: (one: T) => Promise<unknown>,
  onOutcome: (outcome: Outcome<T>) => void,
  concurrency = 4,
): Promise<void> {
  const pending = [...all];
  const worker = async () => {
    for (let one = pending.shift(); one !== undefined; one = pending.shift()) {
      const on = one;
      onOutcome(
        await act(on).then(
          () => ({ on }),
          (error: unknown) => ({ on, error }),
        ),
      );
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, all.length) }, worker));
}
