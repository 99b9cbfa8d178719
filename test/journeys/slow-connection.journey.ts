import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms } from '#wasl/testing';
import { launchBrowser } from '../support/browser.js';
import { fitsWidth, takeScreenshot, axeViolationsIn } from '../support/accessibility-checks.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../support/system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;
const LATE_MS = 4_000;

const WORDS = {
  en: {
    signIn: 'Sign in',
    notReady: 'Not ready',
    slow: 'The connection is slow',
    quick: 'The connection is fast again',
    lost: 'The connection is lost; reconnecting',
    back: 'Connected again',
  },
  ar: {
    signIn: 'دخول',
    notReady: 'غير جاهز',
    slow: 'الاتصال بطيء',
    quick: 'عاد الاتصال إلى سرعته المعتادة',
    lost: 'انقطع الاتصال وتجري إعادة المحاولة',
    back: 'عاد الاتصال، وجميع البيانات محدّثة',
  },
};

/** A proxy between page and server that forwards messages at once, late, or not at all. */
class Line {
  lateMs = 0;
  isCut = false;
  private readonly open = new Set<WebSocketRoute>();

  async watch(page: Page): Promise<void> {
    await page.routeWebSocket(/\/socket\.io\//, (route) => {
      if (this.isCut) return void route.close();
      this.open.add(route);
      const server = route.connectToServer();
      server.onMessage((message) => void setTimeout(() => route.send(message), this.lateMs));
    });
    await page.route(/\/socket\.io\/.*polling/, (route) => (this.isCut ? route.abort() : route.continue()));
  }

  async cut(): Promise<void> {
    this.isCut = true;
    for (const route of this.open) await route.close();
    this.open.clear();
  }
}

describeWithPrograms(['chromium'], 'the console with a slow server', () => {
  let system: TestSystem;
  let browser: Browser;
  beforeAll(async () => {
    system = await startSystem({ mona: {}, ali: {} }, { consoleFolder: CONSOLE });
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it.each<[UiLanguage, string, number, 'light' | 'dark']>([
    ['ar', 'mona', 360, 'light'],
    ['en', 'ali', 1280, 'dark'],
  ])(
    'says so in %s, and says that the connection is lost only when it is (%s, %i pixels, %s)',
    async (language, person, width, colorScheme) => {
      const words = WORDS[language];
      const locale = language === 'ar' ? 'ar-BH' : 'en-GB';
      const context = await browser.newContext({ locale, colorScheme, viewport: { width, height: 800 } });
      const page = await context.newPage();
      const line = new Line();
      await line.watch(page);
      await page.goto(system.url);
      await page.locator('input[type=email], input[name=email]').fill(system.people[person]!.email);
      await page.locator('input[type=password]').fill(PASSWORD);
      await page.getByRole('button', { name: words.signIn, exact: true }).click();
      await page.getByRole('button', { name: words.notReady }).waitFor();
      const says = (text: string) => page.getByRole('status').filter({ hasText: text }).first().waitFor();
      const isQuiet = async (text: string) => expect(await page.getByText(text).count()).toBe(0);

      line.lateMs = LATE_MS;
      await says(words.slow);
      await isQuiet(words.lost);
      expect(await axeViolationsIn(page)).toEqual([]);
      expect(await fitsWidth(page)).toBe(true);
      await takeScreenshot(page, `line-slow-${language}-${width}-${colorScheme}`);

      line.lateMs = 0;
      await says(words.quick);

      await line.cut();
      await says(words.lost);
      await isQuiet(words.slow);
      await takeScreenshot(page, `line-lost-${language}-${width}-${colorScheme}`);

      line.isCut = false;
      await says(words.back);
      await context.close();
    },
    PATIENCE_MS,
  );
});
