import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms } from '#wasl/testing';
import { launchBrowser } from '../support/browser.js';
import { expectPresentable, openConsole } from '../support/console-page.js';
import { startSystem, type TestSystem } from '../support/system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;
const STEP_MS = 60_000;

const WORDS = {
  en: {
    from: /^From/,
    typed: '5/3/2026',
    shown: '5 Mar 2026',
    month: 'March 2026',
    picked: '9 Mar 2026',
    time: '5/3/2026 8:30',
    shownTime: '5 Mar 2026, 08:30',
    today: /^\d{1,2} [A-Z][a-z]+ \d{4}$/,
    calendar: 'Open calendar',
    block: 'Block a number',
    until: /^Until/,
  },
  ar: {
    from: /^من/,
    typed: '٥/٣/٢٠٢٦',
    shown: '5 مارس 2026',
    month: 'مارس 2026',
    picked: '9 مارس 2026',
    time: '٥/٣/٢٠٢٦ ٨:٣٠',
    shownTime: '5 مارس 2026، 08:30',
    today: /^\d{1,2} \p{Script=Arabic}+ \d{4}$/u,
    calendar: 'فتح التقويم',
    block: 'حظر رقم',
    until: /^حتى/,
  },
};

describeWithPrograms(['chromium'], 'dates of the console in a browser of the United States', () => {
  let system: TestSystem;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
    system = await startSystem({ root: { role: 'administrator' } }, { consoleFolder: CONSOLE });
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  // A browser of another country: dates follow the console.
  const open = (language: UiLanguage, dark: boolean): Promise<Page> =>
    openConsole(browser, system, 'root', { language, dark, browserLocale: 'en-US', stepMs: STEP_MS });
  const dayField = (page: Page, name: RegExp) => page.getByRole('textbox', { name }).first();
  const calendarOf = (page: Page) => page.locator('[data-dates-dropdown]');

  it.each<[UiLanguage, boolean]>([
    ['en', true],
    ['ar', false],
  ])(
    'should be shown, typed and chosen with the day first in the language of the page (%s)',
    async (language, dark) => {
      const words = WORDS[language];
      const page = await open(language, dark);
      await page.goto(`${system.url}/reports`);
      const from = dayField(page, words.from);
      await from.and(page.locator(':enabled')).waitFor();
      expect(await from.inputValue()).toMatch(words.today);
      const asked = page.waitForRequest((request) => request.url().includes('from=2026-03-05'));
      await from.fill(words.typed);
      await asked;
      await from.press('Tab');
      expect(await from.inputValue()).toBe(words.shown);
      // The next control is the button of the calendar.
      await page.keyboard.press('Enter');
      const calendar = calendarOf(page);
      await calendar.getByText(words.month, { exact: true }).waitFor();
      await expectPresentable(page, `date-calendar-${language}`);
      await calendar.getByRole('button', { name: words.picked, exact: true }).click();
      await page.waitForFunction(
        (value) => [...document.querySelectorAll('input')].some((input) => input.value === value),
        words.picked,
      );
      await calendar.waitFor({ state: 'detached' });
      await from.fill('31/2/2026');
      await from.press('Tab');
      expect(await from.inputValue()).toBe(words.picked);
      await expectPresentable(page, `date-fields-${language}`);

      await page.goto(`${system.url}/admin/dry-run`);
      const moment = dayField(page, words.from);
      await moment.fill(words.time);
      await moment.press('Tab');
      expect(await moment.inputValue()).toBe(words.shownTime);
      await expectPresentable(page, `date-time-${language}`);
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it.each<[UiLanguage, boolean]>([
    ['en', false],
    ['ar', true],
  ])(
    'should leave the dialog open when Escape closes the calendar (%s)',
    async (language, dark) => {
      const words = WORDS[language];
      const page = await open(language, dark);
      await page.goto(`${system.url}/admin/blocked-callers`);
      await page.getByRole('button', { name: words.block }).click();
      const dialog = page.getByRole('dialog', { name: words.block });
      const until = dialog.getByRole('textbox', { name: words.until });
      await until.fill(words.typed);
      expect(await calendarOf(page).count()).toBe(0);
      await dialog.getByRole('button', { name: words.calendar }).click();
      await calendarOf(page).waitFor();
      await expectPresentable(page, `date-dialog-${language}`);
      await page.keyboard.press('Escape');
      await calendarOf(page).waitFor({ state: 'detached' });
      expect(await until.inputValue()).toBe(words.shown);
      await until.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await page.context().close();
    },
    PATIENCE_MS,
  );
});
