import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { uuidv7, type UiLanguage } from '#wasl/kernel';
import { SubmitTicket } from '#wasl/selfservice';
import { describeWithPrograms } from '#wasl/testing';
import { Messages, parseTicketNumber, staffActor } from '#wasl/tickets';
import { TEXTS } from '../../apps/portal/src/texts/index.js';
import { launchBrowser } from '../support/browser.js';
import { axeViolationsWithoutScripts, fitsWidth, takeScreenshot } from '../support/accessibility-checks.js';
import { type Portal, startPortal } from '../support/portal-app.js';
import { PNG } from '../support/public-fixtures.js';

const QUESTION = { ar: 'ما رقم المبنى الذي ينقطع عنه الماء؟', en: 'Which building has no water?' };
const ANSWER = { ar: 'المبنى ١٢\nالطابق الثالث', en: 'Building 12\nthird floor' };

const PATIENCE_MS = 300_000;

describeWithPrograms(['chromium'], 'a question of staff on the page of a ticket', () => {
  let portal: Portal;
  let browser: Browser;
  const staff = uuidv7();
  beforeAll(async () => {
    portal = await startPortal();
    browser = await launchBrowser();
    await portal.database.query(
      `INSERT INTO staff (id, email, name, role) VALUES ($1, 'asks@demo.example', 'Agent', 'agent')`,
      [staff],
    );
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  /** A ticket whose requester has to answer. */
  async function asked(language: UiLanguage) {
    const ticket = await portal.app.get(SubmitTicket).submit({
      kind: 'report',
      subject: language === 'ar' ? 'انقطاع الماء' : 'No water',
      description: language === 'ar' ? 'منذ الصباح' : 'Since the morning',
      service: 'water-leak',
      language,
      requester: { audience: 'citizen' },
    });
    const number = parseTicketNumber(ticket.number)!;
    const question = { kind: 'public_reply', body: QUESTION[language] } as const;
    await portal.app.get(Messages).byStaff(number, question, staffActor(staff));
    await portal.database.query(
      `UPDATE ticket SET status = 'pending', pending_on = 'requester' WHERE number = $1`,
      [number],
    );
    return ticket;
  }

  const checked = async (page: Page) => {
    expect(await axeViolationsWithoutScripts(browser, page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
  };

  it.each([
    ['ar', 'dark'],
    ['en', 'light'],
    ['ar', 'light'],
    ['en', 'dark'],
  ] as [UiLanguage, 'dark' | 'light'][])(
    'is answered in %s (%s), also when the session has ended while the answer was typed',
    async (language, colorScheme) => {
      const texts = TEXTS[language];
      const { number, trackingCode } = await asked(language);
      const context = await browser.newContext({
        javaScriptEnabled: false,
        locale: language,
        viewport: { width: 360, height: 780 },
        colorScheme,
      });
      const page = await context.newPage();
      const open = async () => {
        await page.fill('#code', trackingCode);
        await page.locator('#main-form .buttons button').first().click();
      };
      await page.goto(`${portal.url}/${language}/track/${number}`);
      await open();
      expect(await page.locator('.question .words').innerText()).toBe(QUESTION[language]);
      await checked(page);
      await takeScreenshot(page, `ticket-your-turn-${language}-${colorScheme}`);
      await page.fill('#message', ANSWER[language]);
      await page.setInputFiles('#files', { name: 'door.png', mimeType: 'image/png', buffer: PNG });

      await context.clearCookies({ name: 'wasl_track' });
      await page.locator('#main-form .buttons button').first().click();
      expect(await page.locator('#kept-title').innerText()).toBe(texts.track.keptTitle);
      expect(await page.inputValue('#number')).toBe(number);
      await checked(page);
      await takeScreenshot(page, `ticket-session-ended-${language}-${colorScheme}`);
      await page.click('button.language');
      await page.click('button.language');
      await page.getByRole('button', { name: texts.track.lost }).click();
      await checked(page);
      await page.fill('#contact', 'nobody@example.com');
      await page.locator('#main-form .buttons button').first().click();
      await page.getByRole('button', { name: texts.track.title }).click();
      await open();
      expect(await page.inputValue('#message')).toBe(ANSWER[language]);
      await checked(page);
      await takeScreenshot(page, `ticket-kept-${language}-${colorScheme}`);
      await page.locator('#main-form .buttons button').first().click();
      expect(await page.locator('[role=status]').innerText()).toBe(texts.ticket.sent);
      expect(await page.locator('.timeline .your_message').last().innerText()).toContain('door.png');
      expect(await page.locator('.question').count()).toBe(0);
      await takeScreenshot(page, `ticket-answered-${language}-${colorScheme}`);
      await context.close();
    },
    PATIENCE_MS,
  );
});
