import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms } from '#wasl/testing';
import { axeViolationsIn, takeScreenshot } from '../support/accessibility-checks.js';
import { launchBrowser } from '../support/browser.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../support/system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;

const WORDS = {
  en: {
    signIn: 'Sign in',
    calls: 'Calls',
    block: 'Block a number',
    number: 'Number',
    reason: 'Reason',
    set: 'Set a number',
    pattern: 'Destination',
    shown: 'Number shown',
    save: 'Save',
    rejected: 'Rejected',
    missed: 'Missed',
    exported: 'Export this list',
  },
  ar: {
    signIn: 'دخول',
    calls: 'المكالمات',
    block: 'حظر رقم',
    number: 'الرقم',
    reason: 'السبب',
    set: 'تعيين رقم',
    pattern: 'الوجهة',
    shown: 'الرقم الظاهر',
    save: 'حفظ',
    rejected: 'مرفوضة',
    missed: 'فائتة',
    exported: 'تصدير هذه القائمة',
  },
};

describeWithPrograms(['chromium'], 'the telephone pages', () => {
  let system: TestSystem;
  let browser: Browser;
  beforeAll(async () => {
    system = await startSystem({ root: { role: 'administrator' }, mona: {} }, { consoleFolder: CONSOLE });
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const tell = async (fields: Record<string, string>) => {
    const { status } = await system.anonymous.post('/api/v1/cti/cti-token-for-tests', fields);
    expect(status).toBe(200);
  };
  const callIn = async (callId: string, from: string) => {
    await tell({ event: 'newCall', direction: 'in', callId, from, to: '80008001' });
    await tell({ event: 'hangup', callId, cause: 'cancel' });
  };

  async function open(language: UiLanguage, width: number): Promise<Page> {
    const context = await browser.newContext({
      locale: language === 'ar' ? 'ar-BH' : 'en-GB',
      viewport: { width, height: 900 },
      acceptDownloads: true,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(system.url);
    await page.locator('input[type=email], input[name=email]').fill(system.people.root!.email);
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.getByRole('button', { name: WORDS[language].signIn, exact: true }).click();
    await page.getByRole('link', { name: WORDS[language].calls }).waitFor();
    return page;
  }
  const check = async (page: Page, name: string) => {
    expect(await axeViolationsIn(page)).toEqual([]);
    await takeScreenshot(page, name);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  };

  it.each<[UiLanguage, number, string]>([
    ['ar', 1400, '17300091'],
    ['en', 420, '17300092'],
    ['ar', 420, '17300093'],
    ['en', 1400, '17300094'],
  ])(
    'should block a caller, show calls, set the number shown and export (%s, %i wide)',
    async (language, width, number) => {
      const words = WORDS[language];
      const page = await open(language, width);
      const name = `${language}-${width}`;

      const [file] = await Promise.all([
        page.waitForEvent('download'),
        (async () => {
          await page.getByRole('button', { name: words.exported }).click();
          await page.getByRole('menuitem', { name: 'CSV' }).waitFor();
          await takeScreenshot(page, `export-${name}`);
          await page.getByRole('menuitem', { name: 'CSV' }).click();
        })(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^tickets-.*\.csv$/);

      await page.goto(`${system.url}/admin/blocked-callers`);
      await page.getByRole('button', { name: words.block }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: words.number }).fill(number);
      await dialog.getByRole('textbox', { name: words.reason }).fill('تهديد / threats');
      await dialog.getByRole('button', { name: words.block }).click();
      await page.getByRole('rowheader', { name: `+973${number}` }).waitFor();
      await dialog.waitFor({ state: 'detached' });
      await check(page, `blocked-callers-${name}`);

      await callIn(`missed-${name}`, '17300001');
      await callIn(`rejected-${name}`, number);
      await page.getByRole('link', { name: words.calls }).click();
      await page.getByRole('cell', { name: words.rejected }).first().waitFor();
      await page.getByRole('cell', { name: words.missed }).first().waitFor();
      await check(page, `call-log-${name}`);
      await page.getByRole('searchbox').fill(number);
      await page.getByRole('cell', { name: words.missed }).first().waitFor({ state: 'detached' });
      await page.getByRole('cell', { name: words.rejected }).first().waitFor();
      expect(await page.getByRole('cell', { name: words.rejected }).count()).toBe(1);

      await page.goto(`${system.url}/admin/outbound-routes`);
      await page.getByRole('button', { name: words.set }).click();
      await dialog.getByRole('textbox', { name: words.pattern }).fill(`+973${number.slice(-2)}*`);
      await dialog.getByRole('textbox', { name: words.shown }).fill('80008001');
      await dialog.getByRole('button', { name: words.save }).click();
      await page.getByRole('rowheader', { name: `+973${number.slice(-2)}*` }).waitFor();
      await dialog.waitFor({ state: 'detached' });
      await check(page, `outbound-routes-${name}`);
      await page.context().close();
    },
    PATIENCE_MS,
  );
});
