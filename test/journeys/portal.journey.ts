import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type FollowerLinkPurpose, ReportLinks } from '#wasl/channels';
import { uuidv7, type UiLanguage } from '#wasl/kernel';
import { describeWithPrograms } from '#wasl/testing';
import { Messages, parseTicketNumber, staffActor } from '#wasl/tickets';
import { TEXTS } from '../../apps/portal/src/texts/index.js';
import { launchBrowser } from '../support/browser.js';
import { fitsWidth, takeScreenshot, axeViolationsWithoutScripts } from '../support/accessibility-checks.js';
import { type Portal, startPortal } from '../support/portal-app.js';
import { insertPublicReport, PNG } from '../support/public-fixtures.js';

const WORDS = {
  ar: {
    search: 'الفاتوره',
    subject: 'فاتورة أعلى من المعتاد',
    more: 'تضاعفت\nهذا الشهر',
    reply: 'أرفقت القراءة',
    answer: 'سنراجع العداد',
  },
  en: {
    search: 'bill',
    subject: 'My bill is too high',
    more: 'Twice as much\nthis month',
    reply: 'Here is the reading',
    answer: 'We will check the meter',
  },
};

/** Twenty pages in a browser, half of them checked by axe, on a machine that may be busy. */
const PATIENCE_MS = 600_000;

describeWithPrograms(['chromium'], 'the portal without JavaScript', () => {
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

  /** An agent replies. */
  async function answer(number: string, body: string): Promise<void> {
    const id = uuidv7();
    await portal.database.query(
      `INSERT INTO staff (id, email, name, role) VALUES ($1, $2, 'Agent', 'agent')`,
      [id, `${id}@demo.example`],
    );
    await portal.app
      .get(Messages)
      .byStaff(parseTicketNumber(number)!, { kind: 'public_reply', body }, staffActor(id));
  }

  const next = (page: Page) => page.locator('#main-form .buttons button').first().click();
  const checked = async (page: Page) => {
    expect(await axeViolationsWithoutScripts(browser, page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
  };

  it.each([
    ['ar', 320],
    ['en', 1200],
  ] as [UiLanguage, number][])(
    'files a matter in %s at %i pixels, follows it and sees the answer',
    async (language, width) => {
      const words = WORDS[language];
      const texts = TEXTS[language];
      const context = await browser.newContext({
        javaScriptEnabled: false,
        locale: language,
        viewport: { width, height: 800 },
        colorScheme: width === 320 ? 'dark' : 'light',
      });
      const page = await context.newPage();
      await page.goto(portal.url);
      await checked(page);
      await page.click(`a[href="/${language}"]`);
      await checked(page);
      await page.fill('#q', words.search);
      await page.press('#q', 'Enter');
      await page.click('a[href$="/services/water-bill"]');
      await checked(page);
      await page.click(`main a.button`);

      await next(page);
      await checked(page);
      expect(await page.locator('#errors').evaluate((element) => element === document.activeElement)).toBe(
        true,
      );
      await page.fill('#subject', words.subject);
      await page.fill('#description', words.more);
      await page.click('button.language');
      expect(await page.locator('html').getAttribute('lang')).not.toBe(language);
      expect(await page.inputValue('#description')).toBe(words.more);
      await page.click('button.language');
      await page.press('#subject', 'Enter');

      await page.setInputFiles('#files', { name: 'meter.png', mimeType: 'image/png', buffer: PNG });
      await next(page);
      await page.check('input[value=resident]');
      await page.fill('#phone', '٣٦٠٠١٢٣٤');
      await next(page);
      await checked(page);
      expect(await page.locator('main').innerText()).toContain('meter.png');
      await next(page);
      await checked(page);
      await takeScreenshot(page, `receipt-${language}`);
      const [number, code] = await page.locator('.key').allInnerTexts();
      expect(number).toMatch(/^\d{4}-\d{4}-\d{4}$/);

      await page.goto(`${portal.url}/${language}`);
      await page.click(`header a[href="/${language}/track"]`);
      await checked(page);
      await page.click('a[href$="/track/code"]');
      await checked(page);
      await takeScreenshot(page, `lost-code-${language}`);
      await page.goBack();
      await page.fill('#number', number!.replaceAll('-', ' '));
      await page.fill('#code', code!.toLowerCase());
      await page.press('#code', 'Enter');
      expect(await page.locator('h1').innerText()).toBe(words.subject);
      await page.fill('#message', words.reply);
      await next(page);
      expect(await page.locator('[role=status]').innerText()).toBe(texts.ticket.sent);
      await answer(number!, words.answer);
      await page.reload();
      expect(await page.locator('.timeline .your_message').innerText()).toContain(words.reply);
      expect(await page.locator('.timeline .reply').innerText()).toContain(words.answer);
      expect(await page.locator('.status').innerText()).toContain(texts.ticket.statuses.open);
      await checked(page);
      // It shows the requester's first message and photograph; the photograph can be downloaded.
      expect(await page.locator('.timeline .opened .words').innerText()).toBe(words.more);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'meter.png' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('meter.png');
      await takeScreenshot(page, `track-${language}`);
      await context.close();
    },
    PATIENCE_MS,
  );

  it.each([
    ['ar', 320],
    ['en', 1200],
  ] as [UiLanguage, number][])(
    'offers a report of the same place to follow in %s at %i pixels, and leads back to what was typed',
    async (language, width) => {
      const { report, errors } = TEXTS[language];
      await portal.database.query(`UPDATE service SET open311 = 'realtime' WHERE code = 'water-leak'`);
      const address = language === 'ar' ? 'شارع ١٢، المنامة' : 'Road 12, Riffa';
      const number = await insertPublicReport(portal.app, { service: 'water-leak', address });
      const context = await browser.newContext({
        javaScriptEnabled: false,
        viewport: { width, height: 800 },
        colorScheme: width === 320 ? 'dark' : 'light',
      });
      const page = await context.newPage();
      await page.goto(`${portal.url}/${language}/new?service=water-leak`);
      await page.fill('#subject', WORDS[language].subject);
      await page.fill('#description', WORDS[language].more);
      await next(page);
      await page.fill('#address', address);
      await next(page);
      expect(await page.locator('h1').innerText()).toBe(report.nearbyTitle);
      await checked(page);
      await takeScreenshot(page, `nearby-${language}`);
      await page.click('button.language');
      await page.click('button.language');
      await page.getByRole('button', { name: report.followThis }).click();
      expect(await page.locator('.number').innerText()).toContain(number);
      await checked(page);
      await takeScreenshot(page, `report-${language}`);
      await page.getByRole('button', { name: report.follow, exact: true }).click();
      expect(await page.locator('#errors').innerText()).toContain(errors.followContact);
      await page.getByRole('button', { name: report.own }).click();
      await page.check('input[value=anonymous]');
      await next(page);
      expect(await page.locator('main').innerText()).toContain(WORDS[language].subject);
      await page.goto(`${portal.url}/${language}/reports/${number}`);
      await page.fill('#email', 'follower@home.example');
      await page.getByRole('button', { name: report.follow, exact: true }).click();
      expect(await page.locator('[role=status]').innerText()).toBe(report.asked);
      // The links in the mails to followers.
      const [follower] = await portal.database.query<{ id: string }>(
        `SELECT f.id FROM report_follower f JOIN ticket t ON t.id = f.ticket_id WHERE t.number = $1`,
        [parseTicketNumber(number)],
      );
      const links = portal.app.get(ReportLinks);
      const open = (use: FollowerLinkPurpose) =>
        page.goto(portal.url + new URL(links.follower(use, follower!.id, language)).pathname);
      await open('confirm');
      await checked(page);
      await takeScreenshot(page, `confirm-${language}`);
      await page.getByRole('button', { name: report.confirm }).click();
      expect(await page.locator('[role=status]').innerText()).toBe(report.confirmed);
      expect(await page.locator('.status').innerText()).toContain(report.followers(1));
      await takeScreenshot(page, `confirmed-${language}`);
      await open('stop');
      await page.getByRole('button', { name: report.stop }).click();
      expect(await page.locator('h1').innerText()).toBe(report.stoppedTitle);
      await takeScreenshot(page, `stopped-${language}`);
      await context.close();
    },
    PATIENCE_MS,
  );
});
