import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms } from '#wasl/testing';
import { createPortal } from '../../apps/portal/src/create-portal.js';
import { TEXTS } from '../../apps/portal/src/texts/index.js';
import { launchBrowser } from '../support/browser.js';
import { createCentre } from '../support/create-centre.js';
import {
  fitsWidth,
  takeScreenshot,
  axeViolationsIn,
  axeViolationsWithoutScripts,
} from '../support/accessibility-checks.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { modulesOf, readQr } from '../support/read-qr.js';
import { startSystem, type TestSystem } from '../support/system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;
/** The width of an 80 mm roll at 96 dpi. */
const ROLL_PX = 302;

type Words = { [key: string]: string | Words };
const words = (language: UiLanguage) => {
  const parts = [`start.${language}`, language].map((name) => {
    const file = join(import.meta.dirname, `../../apps/console/src/i18n/${name}.json`);
    return JSON.parse(readFileSync(file, 'utf8')) as Words;
  });
  const find = (key: string, texts: Words) =>
    key.split('.').reduce<string | Words | undefined>((at, part) => (at as Words | undefined)?.[part], texts);
  return (key: string) => parts.map((texts) => find(key, texts)).find((text) => text !== undefined) as string;
};
const MATTER = { ar: 'فاتورتي أعلى من المعتاد', en: 'My bill is higher than usual' };
const ANSWER = { ar: 'صُحّحت القراءة', en: 'The reading was put right' };

describeWithPrograms(['chromium'], 'a visit to a service centre', () => {
  let system: TestSystem;
  let portal: NestExpressApplication;
  let kioskUrl: string;
  let browser: Browser;
  beforeAll(async () => {
    system = await startSystem(
      { mona: {}, ali: {}, root: { role: 'administrator' } },
      { worker: true, consoleFolder: CONSOLE },
    );
    await createCentre(await system.signInAs('root'));
    portal = await createPortal({ ...system.settings, LOG_LEVEL: 'silent' });
    await portal.listen(0, '127.0.0.1');
    kioskUrl = (await portal.getUrl()).replace('127.0.0.1', 'localhost');
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
    await system?.stop();
  });

  /** Axe runs in the page, with its scripts. */
  const checked = async (page: Page) => {
    const violations = await axeViolationsIn(page);
    expect(violations).toEqual([]);
  };

  /** At the kiosk, without scripts. @returns the call-up number and the ticket number */
  async function draw(language: UiLanguage, width: number): Promise<{ call: string; number: string }> {
    const { kiosk } = TEXTS[language];
    const context = await browser.newContext({
      javaScriptEnabled: false,
      locale: language,
      viewport: { width, height: 900 },
      colorScheme: width === 320 ? 'dark' : 'light',
    });
    const page = await context.newPage();
    const other = language === 'ar' ? 'en' : 'ar';
    await page.goto(`${kioskUrl}/${other}/kiosk/main`);
    await page.click('.language');
    const whole = async () => {
      expect(await axeViolationsWithoutScripts(browser, page)).toEqual([]);
      expect(await fitsWidth(page)).toBe(true);
    };
    await whole();
    await takeScreenshot(page, `kiosk-${language}`);
    const send = page.getByRole('button', { name: kiosk.draw });
    await send.click();
    await whole();
    expect(await page.locator('#errors').count()).toBe(1);
    await page.fill('#message', MATTER[language]);
    await page.click('.language');
    expect(await page.inputValue('#message')).toBe(MATTER[language]);
    await page.click('.language');
    await send.click();
    const call = await page.locator('.call-number').innerText();
    const number = await page.locator('.take-away dd').first().innerText();
    await whole();
    await takeScreenshot(page, `kiosk-receipt-${language}`);
    expect((await context.cookies()).map(({ name }) => name)).toEqual([]);
    await page.getByRole('link', { name: kiosk.finish }).click();
    expect(await page.inputValue('#message')).toBe('');
    await context.close();
    return { call, number };
  }

  async function signIn(language: UiLanguage, who: string): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext({
      locale: language === 'ar' ? 'ar-BH' : 'en-GB',
      viewport: { width: 1280, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(`${system.url}/counter`);
    await page.locator('input[type=email]').fill(system.people[who]!.email);
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.getByRole('button', { name: words(language)('signIn.submit'), exact: true }).click();
    return { context, page };
  }

  /** The printed sheet, in the requester's language. */
  async function checkReceipt(page: Page, language: UiLanguage, number: string): Promise<string> {
    const texts = words(language);
    const sheet = page.locator('article');
    await sheet.waitFor();
    expect([await sheet.getAttribute('lang'), await sheet.getAttribute('dir')]).toEqual([
      language,
      language === 'ar' ? 'rtl' : 'ltr',
    ]);
    expect(await sheet.innerText()).toContain(number);
    expect(await sheet.innerText()).toContain(texts('counter.paper.title'));
    await checked(page);
    const [viewBox, path] = await Promise.all([
      sheet.locator('svg').getAttribute('viewBox'),
      sheet.locator('svg path').getAttribute('d'),
    ]);
    const link = new URL(readQr(modulesOf({ size: Number(viewBox!.split(' ')[2]), path: path! })));
    expect(link.pathname + link.search).toBe(`/${language}/track?number=${number}`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').count()).toBe(0);
    await page.setViewportSize({ width: ROLL_PX, height: 900 });
    expect(await fitsWidth(page)).toBe(true);
    await takeScreenshot(page, `receipt-80mm-${language}`);
    await page.setViewportSize({ width: 559, height: 794 });
    await takeScreenshot(page, `receipt-a5-${language}`);
    return link.pathname + link.search + link.hash;
  }

  /** Scans the code: number and tracking code are filled into the form and not visible in the URL. */
  async function follow(page: Page, path: string, number: string): Promise<void> {
    // The page for printing was viewed in print mode.
    await page.emulateMedia({ media: 'screen' });
    await page.goto(kioskUrl + path);
    expect(await page.inputValue('#number')).toBe(number);
    await page.waitForFunction(() => location.hash === '');
    expect(await page.inputValue('#code')).toBe(path.split('#code=')[1]);
    await page.press('#code', 'Enter');
    await page.waitForURL(new RegExp(`/track/${number}$`));
  }

  // The clerk uses the other language; the receipt uses the requester's.
  it.each([
    ['ar', 320, 'en', 'ali', '1'],
    ['en', 800, 'ar', 'mona', '2'],
  ] as [UiLanguage, number, UiLanguage, string, string][])(
    'begins at a kiosk in %s at %i pixels, is called to a desk and ends with paper',
    async (language, width, clerkLanguage, clerk, desk) => {
      const { call, number } = await draw(language, width);
      expect(call).toMatch(/^B-\d{3}$/);
      const t = words(clerkLanguage);
      const { context, page } = await signIn(clerkLanguage, clerk);
      await page.getByRole('heading', { name: t('counter.chooseDesk') }).waitFor();
      await page.locator(`input[type=radio][value="${desk}"]`).check();
      await checked(page);
      await takeScreenshot(page, `choose-desk-${clerkLanguage}`);
      await page.getByRole('button', { name: t('counter.sit'), exact: true }).click();

      await page.locator('li', { hasText: call }).waitFor();
      await page.getByRole('button', { name: t('counter.next'), exact: true }).click();
      await page.getByText(t('counter.calling')).waitFor();
      await checked(page);
      await takeScreenshot(page, `called-${clerkLanguage}`);
      await page.getByRole('button', { name: t('counter.take'), exact: true }).click();
      await page.getByRole('link', { name: number }).waitFor();
      await checked(page);
      await takeScreenshot(page, `serving-${clerkLanguage}`);

      const [paper] = await Promise.all([
        context.waitForEvent('page'),
        page.getByRole('link', { name: t('counter.receipt') }).click(),
      ]);
      await follow(paper, await checkReceipt(paper, language, number), number);
      await paper.close();

      await page.getByLabel(t('counter.answerNow')).fill(ANSWER[language]);
      await page.getByRole('button', { name: t('counter.resolveNow') }).click();
      await page.getByText(t('status.resolved')).first().waitFor();
      await page.getByRole('button', { name: t('counter.end'), exact: true }).click();
      await page.getByText(t('counter.nobody')).waitFor();
      const [row] = await system.database.query('SELECT status, channel FROM ticket WHERE number = $1', [
        number.replaceAll('-', ''),
      ]);
      expect(row).toEqual({ status: 'resolved', channel: 'counter' });
      await context.close();
    },
    PATIENCE_MS,
  );

  it.each([
    ['ar', 'mona'],
    ['en', 'ali'],
  ] as [UiLanguage, string][])(
    'begins at a desk in %s, and goes on there the next day under its number',
    async (language, clerk) => {
      const t = words(language);
      const { context, page } = await signIn(language, clerk);
      const [phone, identity] = language === 'ar' ? ['36001111', '123'] : ['36002222', '456'];
      const find = async () => {
        await page.getByRole('button', { name: t('counter.walkIn') }).click();
        await page.getByLabel(t('requester.phone')).fill(phone);
        await page.getByLabel(t('counter.identityNumber')).fill(identity);
        await page.getByRole('button', { name: t('counter.find'), exact: true }).click();
        await page.getByText(t('counter.doubt')).waitFor();
      };
      await find();
      await page.getByText(t('counter.unknown')).waitFor();
      await page.getByLabel(t('field.subject')).fill(MATTER[language]);
      await page.getByLabel(t('field.description')).fill(MATTER[language]);
      await checked(page);
      await takeScreenshot(page, `intake-${language}`);
      await page.getByRole('button', { name: t('newTicket.create') }).click();
      const ticket = page.locator('section a[href^="/tickets/"]').first();
      await ticket.waitFor();
      const number = await ticket.innerText();
      await page.getByRole('button', { name: t('counter.end'), exact: true }).click();

      await find();
      await page.getByText(t('counter.found')).waitFor();
      await page.getByText(t('counter.theirs')).waitFor();
      await checked(page);
      await takeScreenshot(page, `known-${language}`);
      await page
        .getByRole('button', { name: t('counter.goOnNamed').replace('{{number}}', `\u2066${number}\u2069`) })
        .click();
      await page.getByLabel(t('counter.said')).fill(ANSWER[language]);
      await page.getByRole('button', { name: t('counter.goOnNow') }).click();
      await page.getByRole('link', { name: number, exact: true }).waitFor();
      await page.getByRole('button', { name: t('counter.end'), exact: true }).click();
      await page.getByText(t('counter.nobody')).waitFor();
      const rows = await system.database.query(
        `SELECT i.channel FROM interaction i JOIN ticket t ON t.id = i.ticket_id WHERE t.number = $1`,
        [number.replaceAll('-', '')],
      );
      expect(rows).toEqual([{ channel: 'counter' }, { channel: 'counter' }]);
      await context.close();
    },
    PATIENCE_MS,
  );
});
