import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms } from '#wasl/testing';
import { axeViolationsWithoutScripts, fitsWidth, takeScreenshot } from '../support/accessibility-checks.js';
import { launchBrowser } from '../support/browser.js';
import { type Portal, startPortal } from '../support/portal-app.js';

const PATIENCE_MS = 300_000;

describeWithPrograms(['chromium'], 'emergency numbers on the portal', () => {
  let portal: Portal;
  let browser: Browser;
  beforeAll(async () => {
    portal = await startPortal();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  it.each([
    ['ar', 'light'],
    ['ar', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as [UiLanguage, 'light' | 'dark'][])(
    'are buttons that dial, large enough for a thumb, in %s (%s)',
    async (language, colorScheme) => {
      const viewport = { width: 360, height: 780 };
      const context = await browser.newContext({ javaScriptEnabled: false, viewport, colorScheme });
      const page = await context.newPage();
      for (const path of ['', '/new']) {
        await page.goto(`${portal.url}/${language}${path}`);
        const buttons = page.locator('.danger a.dial');
        expect(await buttons.first().getAttribute('href')).toBe('tel:999');
        expect(await buttons.count()).toBeGreaterThan(2);
        for (const button of await buttons.all())
          expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
        expect(await axeViolationsWithoutScripts(browser, page)).toEqual([]);
        expect(await fitsWidth(page)).toBe(true);
        await takeScreenshot(page, `emergency${path.replace('/', '-')}-${language}-${colorScheme}`);
      }
      await context.close();
    },
    PATIENCE_MS,
  );
});
