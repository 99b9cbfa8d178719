import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms, waitFor } from '#wasl/testing';
import { launchBrowser } from '../support/browser.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { PASSWORD } from '../support/seed-contact-centre.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;

/** What the sign-in page may transfer, compressed and with its headers: the code, the texts and the fonts. */
const MOST_KILOBYTES = 250;

/** The texts on the screen by which the test finds controls. */
const WORDS = {
  en: {
    signIn: 'Sign in',
    notReady: 'Not ready',
    available: 'Available',
    accept: 'Accept',
    write: 'Write to the requester',
    send: 'Send reply',
    answer: 'We are on it.',
  },
  ar: {
    signIn: 'دخول',
    notReady: 'غير جاهز',
    available: 'متاح',
    accept: 'قبول',
    write: 'اكتب إلى مقدّم الطلب',
    send: 'إرسال الرد',
    answer: 'نعمل على الموضوع.',
  },
};

describeWithPrograms(['chromium'], 'an agent at the console', () => {
  let system: TestSystem;
  let browser: Browser;
  beforeAll(async () => {
    system = await startSystem(
      { mona: { skills: { ar: 5 } }, ali: { skills: { en: 5 } } },
      { worker: true, consoleFolder: CONSOLE },
    );
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it.each<[UiLanguage, string]>([
    ['ar', 'mona'],
    ['en', 'ali'],
  ])(
    'should be offered what a citizen filed, answer it, and the citizen should see the answer (%s)',
    async (language, agent) => {
      const words = WORDS[language];
      const page = await (
        await browser.newContext({
          locale: language === 'ar' ? 'ar-BH' : 'en-GB',
          viewport: { width: 1400, height: 900 },
        })
      ).newPage();
      await page.goto(system.url);
      await page.locator('input[type=email], input[name=email]').fill(system.people[agent]!.email);
      expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
      await page.locator('input[type=password]').fill(PASSWORD);
      await page.getByRole('button', { name: words.signIn, exact: true }).click();
      await page.getByRole('button', { name: words.notReady }).click();
      await page.getByRole('menuitem', { name: words.available }).first().click();

      const filed = await system.anonymous.post('/api/v1/public/tickets', {
        kind: 'complaint',
        subject: 'إنارة الشارع',
        description: 'المصباح لا يعمل',
        language,
        requester: { name: 'خالد', email: `khalid-${language}@example.com`, audience: 'citizen' },
      });
      await page.getByRole('button', { name: words.accept }).click();
      await page.getByPlaceholder(words.write).fill(words.answer);
      await page.getByRole('button', { name: words.send }).click();

      const { number, trackingCode } = filed.body;
      const seen = async () => {
        const { body } = await system.anonymous.post('/api/v1/public/track', { number, trackingCode });
        return (body.timeline as { text: string }[]).some((entry) => entry.text === words.answer);
      };
      // It is sent when it can no longer be undone; frequent polling is answered with "retry later".
      await waitFor(seen, { within: 60_000, every: 500, what: 'the answer on the tracking page' });
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it.each<[UiLanguage]>([['ar'], ['en']])(
    'should load no more than signing in needs (%s)',
    async (language) => {
      const context = await browser.newContext({ locale: language === 'ar' ? 'ar-BH' : 'en-GB' });
      const page = await context.newPage();
      const network = await context.newCDPSession(page);
      await network.send('Network.enable');
      let bytes = 0;
      network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
      await page.goto(system.url, { waitUntil: 'networkidle' });
      await page.locator('input[type=email]').waitFor();
      expect(bytes / 1_000).toBeGreaterThan(MOST_KILOBYTES / 2);
      expect(bytes / 1_000).toBeLessThan(MOST_KILOBYTES);
      await context.close();
    },
    PATIENCE_MS,
  );
});
