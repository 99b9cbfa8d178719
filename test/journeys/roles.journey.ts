import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ROLES, type Role, scopeOfRole } from '#wasl/contracts';
import { describeWithPrograms } from '#wasl/testing';
import { launchBrowser } from '../support/browser.js';
import { whenAtRest } from '../support/page-at-rest.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../support/system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;
/** A busy machine is slow, not wrong. */
const STEP_MS = 60_000;

describeWithPrograms(['chromium'], 'the console of each role', () => {
  let system: TestSystem;
  let browser: Browser;

  beforeAll(async () => {
    const people = ROLES.map((role): [string, { role: Role; entity?: string }] => [
      role,
      { role, ...(scopeOfRole(role) === 'entity' && { entity: 'water' }) },
    ]);
    system = await startSystem(Object.fromEntries(people), { consoleFolder: CONSOLE });
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const linksIn = (page: Page, area: string) =>
    page
      .locator(`${area} a[href^="/"]`)
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));

  // An administrator of the centre has every permission.
  it.each(ROLES.filter((role) => role !== 'administrator'))(
    'should offer nothing that answers 403 (%s)',
    async (role) => {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
      page.setDefaultTimeout(STEP_MS);
      const refused: string[] = [];
      const loaded = whenAtRest(page);
      page.on('response', (response) => {
        if (response.status() === 403)
          refused.push(`${page.url()} ${response.request().method()} ${response.url()}`);
      });
      await page.goto(system.url);
      await page.locator('input[type=email]').fill(system.people[role]!.email);
      await page.locator('input[type=password]').fill(PASSWORD);
      await page.locator('form button[type=submit]').click();
      await page.locator('header nav').waitFor();
      await page.locator('main :is(h1, h2, nav, table)').first().waitFor();
      await loaded();
      const seen = new Set<string>();
      const waiting = await linksIn(page, 'header nav');
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        if (seen.has(path)) continue;
        seen.add(path);
        // Without loading the page anew, as a click does.
        await page.evaluate((next) => {
          history.pushState(null, '', next);
          dispatchEvent(new PopStateEvent('popstate'));
        }, path);
        await page.locator('main :is(h1, h2, nav, table)').first().waitFor();
        await loaded();
        waiting.push(...(await linksIn(page, 'header nav')), ...(await linksIn(page, 'main nav')));
      }
      await loaded();
      expect(seen.size).toBeGreaterThan(0);
      expect(refused).toEqual([]);
      await page.close();
    },
    PATIENCE_MS,
  );
});
