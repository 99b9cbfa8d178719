/** What came of one of many. */
export interface Outcome<T> {
  on: T;
  /** undefined when it was done */
  error?: unknown;
}

/**
 * Does the same to many, a few at once, each for itself: one that is refused does not keep the others back.
 * @param told after each, in the order in which they end
 */
export async function runAll<T>(
  all: readonly T[],
  act: (one: T) => Promise<unknown>,
  told: (outcome: Outcome<T>) => void,
  atOnce = 4,
): Promise<void> {
  const waiting = [...all];
  const work = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const on = one;
      told(
        await act(on).then(
          () => ({ on }),
          (error: unknown) => ({ on, error }),
        ),
      );
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, work));
}
