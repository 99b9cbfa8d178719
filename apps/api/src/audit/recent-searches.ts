import { createHash } from 'node:crypto';

const REPEATS_WITHIN_MS = 10 * 60_000;
const MOST = 10_000;

/**
 * Searches that this process recorded recently. A list is fetched again when it changes and page by page, which
 * is one search to readers of the trail. Only a digest of the search is kept.
 */
export class RecentSearches {
  private readonly notedAt = new Map<string, number>();

  /**
   * Notes a search unless this reader's same search was noted within the last ten minutes. One whose note failed is not
   * taken for noted.
   * @param now milliseconds of any steady clock
   * @throws what `note` throws
   */
  async noteOnce(
    readerId: string,
    query: Record<string, unknown>,
    now: number,
    note: () => Promise<void>,
  ): Promise<void> {
    const asked = JSON.stringify([readerId, query.q, query.requester]);
    const key = createHash('sha256').update(asked).digest('base64');
    const before = this.notedAt.get(key);
    if (before !== undefined && now - before < REPEATS_WITHIN_MS) return;
    await note();
    this.notedAt.delete(key);
    this.notedAt.set(key, now);
    // The first entry of a Map is the oldest.
    if (this.notedAt.size > MOST) this.notedAt.delete(this.notedAt.keys().next().value!);
  }
}
