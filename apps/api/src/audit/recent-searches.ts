import { RecentReads } from './recent-reads.js';

/**
 * Searches that this process recorded recently. A list is fetched again when it changes and page by page, which
 * is one search to readers of the trail.
 */
export class RecentSearches {
  private readonly reads = new RecentReads();

  /**
   * Notes a search unless this reader's same search was noted within the last ten minutes.
   * @param now milliseconds of any steady clock
   * @throws what `note` throws
   */
  noteOnce(
    readerId: string,
    query: Record<string, unknown>,
    now: number,
    note: () => Promise<void>,
  ): Promise<void> {
    return this.reads.noteUnlessRecent([readerId, query.q, query.requester], now, note);
  }
}
