import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms } from '#wasl/testing';
import { launchBrowser } from '../support/browser.js';
import { fitsWidth, takeScreenshot, axeViolationsIn } from '../support/accessibility-checks.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../support/system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;
/** A busy machine is slow, not wrong. */
const STEP_MS = 120_000;

const WORDS = {
  en: {
    current: 'This one',
    endOthers: 'Sign out all others',
    unlock: /^Unlock the account of/,
    nobodyLocked: 'No account is locked',
    make: 'Make a token',
    name: 'What it is for',
    may: 'May',
    read: 'Read tickets',
    once: /shown this once/,
  },
  ar: {
    current: 'هذه الجلسة',
    endOthers: 'تسجيل الخروج من الأخرى جميعًا',
    unlock: /^فتح حساب/,
    nobodyLocked: 'لا توجد حسابات مقفلة',
    make: 'إنشاء رمز',
    name: 'الغرض منه',
    may: 'الصلاحيات',
    read: 'قراءة التذاكر',
    once: /لا يظهر إلا هذه المرة/,
  },
};

describeWithPrograms(['chromium'], 'the security of accounts in a browser', () => {
  let system: TestSystem;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
    system = await startSystem(
      { mona: {}, root: { role: 'administrator' } },
      { consoleFolder: CONSOLE, env: { TRUST_PROXY: '1' } },
    );
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const open = async (language: UiLanguage, dark: boolean): Promise<[BrowserContext, Page]> => {
    await system.database.query('UPDATE staff SET language = $1', [language]);
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: language,
      colorScheme: dark ? 'dark' : 'light',
      extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.5' },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(STEP_MS);
    const root = await system.signInAs('root');
    const [name, value] = root.cookie!.split('=');
    await context.addCookies([{ name: name!, value: value!, url: system.url }]);
    return [context, page];
  };
  /** Screenshots in both widths, and an accessibility check. */
  const look = async (page: Page, name: string) => {
    expect([name, await axeViolationsIn(page)]).toEqual([name, []]);
    await takeScreenshot(page, name);
    await page.setViewportSize({ width: 360, height: 800 });
    expect([name, await fitsWidth(page)]).toEqual([name, true]);
    await takeScreenshot(page, `${name}-narrow`);
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  it.each([
    ['en', false],
    ['ar', true],
  ] as const)(
    'should show sessions, locks and tokens, and end them (%s)',
    async (language, dark) => {
      const words = WORDS[language];
      const [context, page] = await open(language, dark);
      await page.goto(`${system.url}/account`);
      await page.getByText(words.current).waitFor();
      const endOthers = page.getByRole('button', { name: words.endOthers });
      await system.signInAs('root');
      await page.reload();
      await endOthers.waitFor();
      await look(page, `sessions-${language}`);
      await endOthers.click();
      await endOthers.waitFor({ state: 'detached' });
      expect(await page.getByText(words.current).count()).toBe(1);

      const body = { email: 'mona@test.example', password: 'wrong' };
      const headers = { 'x-forwarded-for': '198.51.100.66' };
      await Promise.all(
        Array.from({ length: 10 }, () => system.anonymous.post('/api/v1/session', body, headers)),
      );
      await page.goto(`${system.url}/admin/locks`);
      await page.getByRole('button', { name: words.unlock }).waitFor();
      await look(page, `locks-${language}`);
      await page.getByRole('button', { name: words.unlock }).click();
      await page.getByText(words.nobodyLocked).waitFor();
      const right = { ...body, password: PASSWORD };
      expect((await system.anonymous.post('/api/v1/session', right, headers)).status).toBe(200);
      await system.database.query('DELETE FROM staff_network');

      await page.goto(`${system.url}/admin/tokens`);
      await page.getByRole('textbox', { name: words.name }).fill('Open data');
      await page.getByRole('combobox', { name: words.may }).or(page.getByLabel(words.may)).first().click();
      await page.getByRole('option', { name: words.read, exact: true }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: words.make }).click();
      await page.getByText(words.once).waitFor();
      await look(page, `tokens-${language}`);
      await context.close();
    },
    PATIENCE_MS,
  );
});
