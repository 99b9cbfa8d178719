import axeCore from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { waitFor } from '#wasl/testing';

/** A page that never comes to rest is measured as it is. */
const MOST_MEASUREMENTS = 5;
/** In this time a busy page has been drawn for a new width. */
const REDRAWN_MS = 10_000;

/**
 * What axe finds wrong with a page at rest: half-faded text has no contrast. Should something begin to move while axe
 * measures, such as a notification that goes, it measures again.
 * @returns one line for each violation
 */
export async function axeViolationsIn(page: Page): Promise<string[]> {
  for (let measurement = 1; ; measurement++) {
    await page.waitForFunction(() =>
      document
        .getAnimations()
        .every(
          ({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity,
        ),
    );
    const motion = await page.evaluateHandle(() => {
      const seen = { moved: false };
      for (const begin of ['transitionrun', 'animationstart'])
        document.addEventListener(begin, () => (seen.moved = true), true);
      return seen;
    });
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof axeCore };
      const results = await axe.run({ resultTypes: ['violations'], preload: false });
      // Only what is reported leaves the page: all results of a long page are megabytes.
      return results.violations.map(
        ({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map((node) => node.html).join(' ')}`,
      );
    });
    const moved = violations.length > 0 && (await motion.evaluate((seen) => seen.moved));
    if (!moved || measurement === MOST_MEASUREMENTS) return violations;
  }
}

/**
 * The same for a page that runs without JavaScript: its HTML is copied to a page where axe can run.
 * @returns one line per violation
 */
export async function axeViolationsWithoutScripts(browser: Browser, page: Page): Promise<string[]> {
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const context = await browser.newContext({
    viewport: page.viewportSize(),
    colorScheme: dark ? 'dark' : 'light',
  });
  try {
    const copy = await context.newPage();
    const html = await page.content();
    const address = new URL('/page-to-check', page.url()).href;
    await copy.route(address, (route) =>
      route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
    );
    await copy.goto(address);
    return await axeViolationsIn(copy);
  } finally {
    await context.close();
  }
}

/** Whether there is no horizontal overflow, once the page has drawn itself anew for its present width. */
export async function fitsWidth(page: Page): Promise<boolean> {
  const fits = async () => {
    const box = await page.locator('body').boundingBox();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    return wide <= Math.ceil(box?.width ?? 0);
  };
  return waitFor(fits, { within: REDRAWN_MS, what: 'a page without overflow' }).catch(() => false);
}

/** Takes a screenshot when SHOTS names a folder. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
}
