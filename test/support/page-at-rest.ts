import type { Page } from 'playwright-core';
import { waitFor } from '#wasl/testing';

/**
 * Follows the requests of a page from now on, its lazily loaded scripts among them.
 * @returns a function that waits until the page has drawn what was done to it, and has no request left to be answered
 */
export function whenAtRest(page: Page): () => Promise<void> {
  let pending = 0;
  page.on('request', () => (pending += 1));
  page.on('requestfinished', () => (pending -= 1));
  page.on('requestfailed', () => (pending -= 1));
  /** Effects of what was done begin their requests before the second frame. */
  const drawn = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const isAtRest = async () => {
    await drawn();
    if (pending > 0) return false;
    await drawn();
    return pending === 0;
  };
  return async () => {
    await waitFor(isAtRest, { within: 120_000, what: 'the page to be at rest' });
  };
}
