import { createHash } from 'node:crypto';

const REPEATS_WITHIN_MS = 10 * 60_000;
const MOST = 10_000;

/** What this process noted recently of who read what, so that parts of one reading are one entry. Only digests are kept. */
export class RecentReads {
  private readonly notedAt = new Map<string, number>();

  /**
   * Notes a reading unless the same was noted within the last ten minutes. One whose note failed is not taken for noted.
   * @param what the reader, and what is read
   * @param now milliseconds of any steady clock
   * @param options.again it begins anew, and is noted in any case
   * @throws what `note` throws
   */
  async noteUnlessRecent(
    what: unknown[],
    now: number,
    note: () => Promise<void>,
    { again = false } = {},
  ): Promise<void> {
    const key = createHash('sha256').update(JSON.stringify(what)).digest('base64');
    const before = this.notedAt.get(key);
    if (!again && before !== undefined && now - before < REPEATS_WITHIN_MS) return;
    await note();
    this.notedAt.delete(key);
    this.notedAt.set(key, now);
    // The first entry of a Map is the oldest.
    if (this.notedAt.size > MOST) this.notedAt.delete(this.notedAt.keys().next().value!);
  }
}
