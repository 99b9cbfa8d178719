/**
 * Does for many what is asked for one by one: whatever is asked in one turn of the event loop goes in one statement.
 * Under load that is a part of the statements; alone, nothing is later. Nothing is kept: every statement begins after it
 * was asked for, so that no answer is older than its question.
 */
export class Gathered<Key, Found> {
  private turn: { keys: Set<Key>; found: Promise<Map<Key, Found>> } | null = null;

  /** @param find answers several different keys; those without an answer are left out. Its failure is everyone's. */
  constructor(private readonly find: (keys: Key[]) => Promise<Map<Key, Found>>) {}

  /** @returns undefined when there is none */
  async get(key: Key): Promise<Found | undefined> {
    const turn = (this.turn ??= this.begin());
    turn.keys.add(key);
    return (await turn.found).get(key);
  }

  private begin() {
    const keys = new Set<Key>();
    const found = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.turn = null;
      return this.find([...keys]);
    });
    return { keys, found };
  }
}
