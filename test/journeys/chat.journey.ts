import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms, waitFor } from '#wasl/testing';
import { createPortal } from '../../apps/portal/src/create-portal.js';
import { TEXTS } from '../../apps/portal/src/texts/index.js';
import { launchBrowser } from '../support/browser.js';
import {
  fitsWidth,
  takeScreenshot,
  axeViolationsIn,
  axeViolationsWithoutScripts,
} from '../support/accessibility-checks.js';
import type { Client } from '../support/client.js';
import { startSystem, type TestSystem } from '../support/system.js';

const WORDS = {
  ar: {
    question: 'أين أجدد رخصتي؟',
    more: 'تنتهي يوم الأحد',
    answer: 'في أي مركز خدمة',
    missed: 'أحضر بطاقتك معك',
  },
  en: {
    question: 'Where do I renew my permit?',
    more: 'It ends on Sunday',
    answer: 'At any service centre',
    missed: 'Bring your card',
  },
};
const PATIENCE_MS = 600_000;

describeWithPrograms(['chromium'], 'a live chat in the browser', () => {
  let system: TestSystem;
  let portal: NestExpressApplication;
  let url: string;
  let browser: Browser;
  let agent: Client;
  beforeAll(async () => {
    system = await startSystem({ agent: {} }, { worker: true });
    portal = await createPortal({ ...system.settings, LOG_LEVEL: 'silent' });
    await portal.listen(0, '127.0.0.1');
    url = (await portal.getUrl()).replace('127.0.0.1', 'localhost');
    browser = await launchBrowser();
    agent = await system.signInAs('agent');
    await agent.connect();
    await agent.subscribe('me');
  });
  afterAll(async () => {
    agent?.close();
    await browser?.close();
    await portal?.close();
    await system?.stop();
  });

  /** Axe runs in the page, with its scripts. */
  async function checked(page: Page): Promise<void> {
    const violations = await axeViolationsIn(page);
    expect(violations).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
  }
  const reply = (number: string, body: string) =>
    agent.post(`/api/v1/tickets/${number}/messages`, { kind: 'public_reply', body });

  it.each([
    ['ar', 320],
    ['en', 1280],
  ] as [UiLanguage, number][])(
    'is begun, answered and kept through a cut line in %s at %i pixels',
    async (language, width) => {
      const words = WORDS[language];
      const { chat } = TEXTS[language];
      await agent.put('/api/v1/me/presence', { state: 'available' });
      const context = await browser.newContext({ locale: language, viewport: { width, height: 800 } });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(`${url}/${language}/chat`);
      await checked(page);
      await takeScreenshot(page, `chat-start-${language}`);
      await page.fill('#message', words.question);
      await page.fill('#name', 'Sara');
      await page.getByRole('button', { name: chat.start }).click();
      await page.waitForURL(/\/chat\/\d{4}-\d{4}-\d{4}$/);
      const number = page.url().split('/').at(-1)!;

      const { data } = await agent.waitForEvent('offer.made', (event) => event.data.ticket.number === number);
      await agent.post(`/api/v1/offers/${data.id}/accept`);
      await page.getByText(chat.answered).waitFor();
      await page.fill('#message', words.more);
      await page.press('#message', 'Enter');
      await page.locator('.lines .visitor:not(.pending)').nth(1).waitFor();
      await reply(number, words.answer);
      await page.locator('.lines .staff', { hasText: words.answer }).waitFor();
      await checked(page);
      await takeScreenshot(page, `chat-${language}`);

      await context.setOffline(true);
      // An open socket survives the browser's offline mode; the server closes it like a lost connection.
      await waitFor(async () => (await agent.get(`/api/v1/tickets/${number}`)).status === 200, {
        what: 'the ticket',
      });
      await page.fill('#message', `${words.more}!`);
      await page.press('#message', 'Enter');
      await reply(number, words.missed);
      await context.setOffline(false);
      await page.locator('.lines .staff', { hasText: words.missed }).waitFor();
      await page.locator('.lines .visitor:not(.pending)', { hasText: `${words.more}!` }).waitFor();
      await page.reload();
      expect(await page.locator('.lines .words').allInnerTexts()).toHaveLength(5);

      await page.getByRole('button', { name: chat.leave }).click();
      await page.waitForURL(/\/track\//);
      await page.getByText(words.missed).waitFor();
      expect(faults).toEqual([]);
      await agent.post(`/api/v1/tickets/${number}/close`);
      await context.close();
    },
    PATIENCE_MS,
  );

  it.each([
    ['ar', 320],
    ['en', 1280],
  ] as [UiLanguage, number][])(
    'is a form that files a ticket without JavaScript, in %s at %i pixels',
    async (language, width) => {
      const words = WORDS[language];
      await agent.put('/api/v1/me/presence', { state: 'available' });
      const context = await browser.newContext({
        javaScriptEnabled: false,
        locale: language,
        viewport: { width, height: 800 },
        colorScheme: 'dark',
      });
      const page = await context.newPage();
      await page.goto(`${url}/${language}/chat`);
      await page.locator('#main-form .buttons button').first().click();
      expect(await axeViolationsWithoutScripts(browser, page)).toEqual([]);
      await page.fill('#message', words.question);
      await page.click('button.language');
      expect(await page.inputValue('#message')).toBe(words.question);
      await page.click('button.language');
      expect(await axeViolationsWithoutScripts(browser, page)).toEqual([]);
      expect(await fitsWidth(page)).toBe(true);
      await takeScreenshot(page, `chat-noscript-${language}`);
      await page.locator('#main-form .buttons button').first().click();
      await page.waitForURL(/\/receipt\//);
      expect(await page.locator('.key').first().innerText()).toMatch(/^\d{4}-\d{4}-\d{4}$/);
      await context.close();
    },
    PATIENCE_MS,
  );
});
