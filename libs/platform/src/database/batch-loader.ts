/**
 * Batches single look-ups: all keys requested in one turn of the event loop are loaded by one statement. That saves
 * statements under load and adds no delay otherwise. Nothing is cached: a statement always starts after the request, so
 * that no result is older than its request.
 */
export class BatchLoader<Key, Found> {
  private batch: { keys: Set<Key>; found: Promise<Map<Key, Found>> } | null = null;

  /** @param find loads several distinct keys and omits those not found; when it fails, all requests of the batch fail */
  constructor(private readonly find: (keys: Key[]) => Promise<Map<Key, Found>>) {}

  /** @returns undefined when the key is not found */
  async load(key: Key): Promise<Found | undefined> {
    const batch = (this.batch ??= this.startBatch());
    batch.keys.add(key);
    return (await batch.found).get(key);
  }

  private startBatch() {
    const keys = new Set<Key>();
    const found = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.batch = null;
      return this.find([...keys]);
    });
    return { keys, found };
  }
}
