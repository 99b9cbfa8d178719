import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { SetupLinks } from '#wasl/identity';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms } from '#wasl/testing';
import { axeViolationsIn, fitsWidth, takeScreenshot } from '../support/accessibility-checks.js';
import { launchBrowser } from '../support/browser.js';
import { startSystem, type TestSystem } from '../support/system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;
const STEP_MS = 120_000;

const WORDS = {
  en: {
    title: 'Set up Wasl',
    submit: 'Make the account and sign in',
    checklist: 'First steps',
    gone: 'This link opens nothing',
  },
  ar: {
    title: 'إعداد وصل',
    submit: 'إنشاء الحساب والدخول',
    checklist: 'الخطوات الأولى',
    gone: 'هذا الرابط لا يفتح شيئًا',
  },
};

describeWithPrograms(['chromium'], 'the first administrator in a browser', () => {
  let system: TestSystem;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
    system = await startSystem({}, { consoleFolder: CONSOLE });
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it.each<[UiLanguage, boolean]>([
    ['en', false],
    ['ar', true],
  ])(
    'should come in by the link that the machine printed, and find the checklist (%s)',
    async (language, dark) => {
      const words = WORDS[language];
      await system.database.query('DELETE FROM staff_session');
      await system.database.query('DELETE FROM staff');
      const { url } = (await system.api.get(SetupLinks).make())!;
      const link = `${system.url}/setup${new URL(url).hash}`;
      const context = await browser.newContext({
        viewport: { width: 1366, height: 768 },
        locale: language,
        colorScheme: dark ? 'dark' : 'light',
      });
      const page = await context.newPage();
      page.setDefaultTimeout(STEP_MS);
      await page.goto(link);
      await page.getByRole('heading', { name: words.title }).waitFor();
      await page.locator('input[name=name]').fill('نورة الخليفة');
      expect(page.url()).not.toContain('#');
      const look = async (name: string) => {
        expect([name, await axeViolationsIn(page)]).toEqual([name, []]);
        await takeScreenshot(page, `${name}-${language}`);
        await page.setViewportSize({ width: 390, height: 844 });
        expect([name, await fitsWidth(page)]).toEqual([name, true]);
        await takeScreenshot(page, `${name}-${language}-narrow`);
        await page.setViewportSize({ width: 1366, height: 768 });
      };
      await look('setup');
      await page.locator('input[name=email]').fill(`first-${language}@test.example`);
      const type = async (password: string) => {
        await page.locator('input[name=password]').fill(password);
        await page.locator('input[name=again]').fill(password);
        await page.getByRole('button', { name: words.submit }).click();
      };
      await type('password1234');
      await page.getByRole('alert').waitFor();
      await look('setup-refused');
      await type('nine lives of a cat');
      await page.getByRole('heading', { name: words.checklist }).waitFor();
      await look('first-steps');

      const other = await context.newPage();
      await other.goto(link);
      await other.getByText(words.gone).waitFor();
      await context.close();
    },
    PATIENCE_MS,
  );
});
