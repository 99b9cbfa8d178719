import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms } from '#wasl/testing';
import { TEXTS } from '../../apps/portal/src/texts/index.js';
import { launchBrowser } from '../support/browser.js';
import { takeScreenshot } from '../support/accessibility-checks.js';
import { type Portal, startPortal } from '../support/portal-app.js';
import { PNG } from '../support/public-fixtures.js';

const PATIENCE_MS = 600_000;

describeWithPrograms(['chromium'], 'the portal with JavaScript, on a slow network', () => {
  let portal: Portal;
  let browser: Browser;
  beforeAll(async () => {
    portal = await startPortal();
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  it.each([
    ['ar', 320],
    ['en', 1200],
  ] as [UiLanguage, number][])(
    'sends files in pieces, goes on where the line broke, and says where it is, in %s at %i pixels',
    async (language, width) => {
      const texts = TEXTS[language];
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        geolocation: { latitude: 26.2285, longitude: 50.586 },
        permissions: ['geolocation'],
      });
      const page = await context.newPage();
      const sent: string[] = [];
      let broken = 0;
      await page.route('**/uploads/**', async (route, request) => {
        if (request.method() === 'PATCH') sent.push(request.headers()['upload-offset']!);
        // The second chunk fails twice.
        if (request.headers()['upload-offset'] === '262144' && broken++ < 2) return route.abort();
        return route.continue();
      });
      await page.goto(`${portal.url}/${language}/new?service=none`);
      await page.check('input[value=report]');
      await page.fill('#subject', 'x');
      await page.fill('#description', 'y');
      await page.locator('#main-form .buttons button').first().click();
      await page.getByRole('button', { name: texts.file.locate }).click();
      await page.getByText(texts.file.pointSet).waitFor();
      const list = Buffer.from('a line of the list\n'.repeat(36_000));
      await page.setInputFiles('#files', [
        { name: 'list.txt', mimeType: 'text/plain', buffer: list },
        { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<p>no</p>') },
      ]);
      await page.locator('progress').first().waitFor();
      await takeScreenshot(page, `sending-${language}`);
      await page.getByText(texts.errors.fileRefused('page.html')).waitFor();
      expect(sent.slice(0, 5)).toEqual(['0', '262144', '262144', '262144', '524288']);
      const held = page.locator('[data-list] li');
      expect(await held.innerText()).toContain('list.txt');
      await takeScreenshot(page, `sent-${language}`);
      // A second upload continues by itself when the form is submitted too early.
      await page.setInputFiles('#files', { name: 'meter.png', mimeType: 'image/png', buffer: PNG });
      await page.locator('#main-form .buttons button').first().click();
      await page.check('input[value=anonymous]');
      await page.locator('#main-form .buttons button').first().click();
      const answers = await page.locator('main').innerText();
      for (const shown of ['list.txt', 'meter.png', '26.22850, 50.58600']) expect(answers).toContain(shown);
      expect(answers).not.toContain('page.html');
      await page.getByRole('button', { name: texts.file.send, exact: true }).click();
      await page.locator('.key').first().waitFor();
      const files = await portal.database.query(
        `SELECT a.name FROM attachment a JOIN (SELECT id, lat FROM ticket ORDER BY id DESC LIMIT 1) t ON t.id = a.ticket_id
          WHERE t.lat = 26.2285 ORDER BY a.name`,
      );
      expect(files).toEqual([{ name: 'list.txt' }, { name: 'meter.png' }]);
      // The same for a reply on the ticket page.
      await page.locator(`main a[href*="/track/"]`).first().click();
      await page.setInputFiles('#files', { name: 'more.png', mimeType: 'image/png', buffer: PNG });
      await page.locator('[data-list] li bdi').getByText('more.png').waitFor();
      await page.fill('#message', 'z');
      await page.locator('#main-form .buttons button').first().click();
      await page.getByText(texts.ticket.sent).waitFor();
      expect(await page.locator('.timeline .your_message').innerText()).toContain('more.png');
      await context.close();
    },
    PATIENCE_MS,
  );

  it(
    'sends files with the form when chunked upload fails',
    async () => {
      const page = await browser.newPage();
      await page.route('**/uploads', (route) => route.fulfill({ status: 429 }));
      await page.goto(`${portal.url}/en/new?service=none`);
      await page.check('input[value=report]');
      await page.fill('#subject', 'x');
      await page.fill('#description', 'y');
      await page.locator('#main-form .buttons button').first().click();
      await page.setInputFiles('#files', { name: 'meter.png', mimeType: 'image/png', buffer: PNG });
      await page.getByText(TEXTS.en.upload.later.replace('{name}', 'meter.png')).first().waitFor();
      await page.locator('#main-form .buttons button').first().click();
      await page.check('input[value=anonymous]');
      await page.locator('#main-form .buttons button').first().click();
      expect(await page.locator('main').innerText()).toContain('meter.png');
      await page.close();
    },
    PATIENCE_MS,
  );
});
