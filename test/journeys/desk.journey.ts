import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms, waitFor } from '#wasl/testing';
import { axeViolationsIn, takeScreenshot } from '../support/accessibility-checks.js';
import { launchBrowser } from '../support/browser.js';
import type { Client } from '../support/client.js';
import { whenAtRest } from '../support/page-at-rest.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../support/system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;
/** A busy machine is slow, not wrong. */
const STEP_MS = 60_000;
const FROM = '+97333444555';

const WORDS = {
  en: {
    send: 'Send reply',
    calls: 'Calls',
    offers: 'Offers',
    calling: '☎ \u2068Salma\u2069 is calling · ',
    offered: '(1) New offer · ',
    lost: 'The connection is lost',
    notReady: 'you are not ready',
    ready: 'Ready again',
    tabs: 'Open tickets',
    failed: 'Your presence was not changed',
    presence: /^Not ready/,
    available: 'Available',
  },
  ar: {
    send: 'إرسال الرد',
    calls: 'المكالمات',
    offers: 'العروض',
    calling: '☎ \u2068Salma\u2069 يتصل · ',
    offered: '(1) عرض جديد · ',
    lost: 'انقطع الاتصال',
    notReady: 'لكنك غير جاهز',
    ready: 'جاهز من جديد',
    tabs: 'التذاكر المفتوحة أمامك',
    failed: 'لم تتغيّر حالة تواجدك',
    presence: /^غير جاهز/,
    available: 'متاح',
  },
};
const CASES: [UiLanguage, 'light' | 'dark'][] = [
  ['ar', 'light'],
  ['en', 'dark'],
];

describeWithPrograms(['chromium'], 'the desk of an agent', () => {
  let system: TestSystem;
  let browser: Browser;
  let context: BrowserContext;
  let atRest: () => Promise<void>;
  let mona: Client;
  const numbers: string[] = [];
  let calls = 0;

  beforeAll(async () => {
    system = await startSystem({ mona: {} }, { worker: true, consoleFolder: CONSOLE });
    mona = await system.signInAs('mona');
    await system.database.query(`UPDATE staff SET extension = '401'`);
    for (const subject of ['Lamp', 'Road']) numbers.push(await file(subject));
    // Nothing waits, so that only what a test files is offered.
    for (const number of numbers)
      await mona.post(`/api/v1/tickets/${number}/assign`, { assignee: system.people.mona!.id });
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });
  beforeEach(() => mona.put('/api/v1/me/presence', { state: 'not_ready', reason: 'break' }));
  afterEach(async () => {
    // The call of a test that failed must not keep the agent busy in the next one.
    if (calls > 0) await hangUp();
    await context?.close();
  });

  async function file(subject: string): Promise<string> {
    const { body } = await mona.post('/api/v1/tickets', {
      subject,
      description: 'It is dark',
      language: 'en',
      requester: { name: 'Salma', phone: FROM },
    });
    return String(body['number']);
  }
  async function openConsole(
    language: UiLanguage,
    colorScheme: 'light' | 'dark',
    viewport = { width: 1366, height: 768 },
  ): Promise<Page> {
    context = await browser.newContext({
      locale: language === 'ar' ? 'ar-BH' : 'en-GB',
      viewport,
      colorScheme,
    });
    context.setDefaultTimeout(STEP_MS);
    const page = await context.newPage();
    atRest = whenAtRest(page);
    await page.addInitScript(() => {
      const heard = Object.assign(window, { tones: 0 });
      const { createOscillator } = AudioContext.prototype;
      AudioContext.prototype.createOscillator = function () {
        heard.tones += 1;
        return createOscillator.call(this);
      };
    });
    await page.goto(system.url);
    await page.locator('input[type=email]').fill(system.people.mona!.email);
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.locator('form button[type=submit]').click();
    await page.locator('header nav').waitFor();
    return page;
  }
  /** Goes to a path without loading the page anew, so that tabs and sounds stay. */
  const go = (page: Page, path: string) =>
    page.evaluate((next) => {
      history.pushState(null, '', next);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
  /** Both tickets in tabs, the second one shown. */
  async function openTwoTickets(page: Page, send: string): Promise<void> {
    for (const [at, number] of numbers.entries()) {
      await go(page, `/tickets/${number}`);
      await page.getByRole('heading', { name: ['Lamp', 'Road'][at]! }).waitFor();
      // A draft keeps the tab of a ticket that was only glanced at.
      await page.locator('main form textarea:not([aria-hidden=true])').fill('draft');
    }
    await page.getByRole('button', { name: send }).waitFor();
  }
  const tell = async (event: object) => {
    const answer = await system.anonymous.post('/api/v1/cti/cti-token-for-tests', {
      callId: `desk-${calls}`,
      ...event,
    });
    expect(answer.status).toBe(200);
  };
  const ring = () => {
    calls += 1;
    return tell({ event: 'newCall', direction: 'in', from: FROM, to: '+97317555555', user: '401' });
  };
  const hangUp = () => tell({ event: 'hangup', cause: 'normalClearing' });
  const tones = (page: Page) => page.evaluate(() => (window as unknown as { tones: number }).tones);

  /** Where everything is that an agent may be about to click, below the bar. */
  const boxes = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('main, main nav, main section, main textarea, main form button')].map(
        (element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return `${element.tagName} ${element.textContent?.slice(0, 20) ?? ''}: ${[x, y, width, height].map(Math.round).join(' ')}`;
        },
      ),
    );
  /** Once everything that is still loading has found its place. */
  const boxesAtRest = async (page: Page) => {
    await atRest();
    return boxes(page);
  };
  const titled = (page: Page, title: string) =>
    waitFor(async () => (await page.title()) === title, { within: STEP_MS, what: `the title ${title}` });
  /** Whether a click at its middle would hit it. */
  const isInReach = (page: Page, name: string) =>
    page.getByRole('button', { name }).evaluate((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      const hit = document.elementFromPoint(x + width / 2, y + height / 2);
      return button.contains(hit) && y >= 0 && y + height <= innerHeight;
    });

  it.each(CASES)(
    'should keep everything in its place when an offer and a call arrive (%s, %s)',
    async (language, scheme) => {
      const words = WORDS[language];
      const page = await openConsole(language, scheme);
      await openTwoTickets(page, words.send);
      expect(await isInReach(page, words.send)).toBe(true);
      await mona.put('/api/v1/me/presence', { state: 'available' });
      await page.getByRole('button', { name: words.available }).first().waitFor();
      const before = await boxesAtRest(page);
      const title = await page.title();

      const offered = await file(`Offer ${language}`);
      await page.getByRole('region', { name: words.offers }).getByRole('article').waitFor();
      expect(await boxes(page)).toEqual(before);
      expect(await isInReach(page, words.send)).toBe(true);
      await titled(page, words.offered + title);
      await takeScreenshot(page, `desk-offer-${language}`);
      const { body } = await mona.get('/api/v1/me/offers');
      const [offer] = body['data'] as { id: string }[];
      await mona.post(`/api/v1/offers/${offer!.id}/decline`, { reason: 'busy' });
      await mona.put('/api/v1/me/presence', { state: 'not_ready', reason: 'break' });
      await page
        .getByRole('region', { name: words.offers })
        .getByRole('article')
        .waitFor({ state: 'detached' });
      await mona.post(`/api/v1/tickets/${offered}/resolve`, { note: 'done' });
      await page.getByRole('button', { name: words.presence }).waitFor();

      const heard = await tones(page);
      await ring();
      const card = page.getByRole('region', { name: words.calls }).getByRole('article');
      await card.waitFor();
      expect(await boxes(page)).toEqual(before);
      expect(await isInReach(page, words.send)).toBe(true);
      await titled(page, words.calling + title);
      await waitFor(async () => (await tones(page)) > heard, { within: STEP_MS, what: 'the ringing' });
      await takeScreenshot(page, `desk-ringing-${language}`);
      expect(await axeViolationsIn(page)).toEqual([]);
      await tell({ event: 'answer', answeringNumber: '401' });
      await titled(page, title);
      expect(await boxes(page)).toEqual(before);
      expect(await isInReach(page, words.send)).toBe(true);
      await takeScreenshot(page, `desk-talking-${language}`);
      await hangUp();
      await waitFor(async () => (await card.getAttribute('data-state')) === 'ended', {
        within: STEP_MS,
        what: 'the end of the call',
      });
      expect(await isInReach(page, words.send)).toBe(true);
      await page.setViewportSize({ width: 390, height: 844 });
      await takeScreenshot(page, `desk-narrow-${language}`);
      await page.setViewportSize({ width: 1920, height: 1080 });
      await takeScreenshot(page, `desk-wide-${language}`);
    },
    PATIENCE_MS,
  );

  it(
    'should not ring when the sound is off',
    async () => {
      const page = await openConsole('en', 'light');
      await page.evaluate(() => {
        localStorage.setItem('wasl.preferences', JSON.stringify({ state: { sound: false }, version: 0 }));
      });
      await page.reload();
      await page.locator('header nav').click();
      await ring();
      await page.getByRole('region', { name: 'Calls' }).getByRole('article').waitFor();
      await waitFor(async () => (await page.title()).startsWith('☎'), { within: STEP_MS, what: 'the title' });
      expect(await tones(page)).toBe(0);
      await hangUp();
    },
    PATIENCE_MS,
  );

  it.each(CASES)(
    'should keep the tabs when a view is chosen (%s, %s)',
    async (language, scheme) => {
      const words = WORDS[language];
      const page = await openConsole(language, scheme);
      await openTwoTickets(page, words.send);
      const tabs = page.getByRole('navigation', { name: words.tabs }).getByRole('link');
      expect(await tabs.count()).toBe(2);
      await page.locator('main nav a[href="/tickets?view=unassigned"]').click();
      await page.waitForURL('**/tickets?view=unassigned');
      expect(await tabs.count()).toBe(2);
      await tabs.first().click();
      await page.getByRole('heading', { name: 'Lamp' }).waitFor();
    },
    PATIENCE_MS,
  );

  it.each(CASES)(
    'should say after a lost connection that the agent is not ready, and make them ready (%s, %s)',
    async (language, scheme) => {
      const words = WORDS[language];
      const page = await openConsole(language, scheme);
      let isCut = false;
      const lines: { close(): Promise<void> }[] = [];
      await page.routeWebSocket(/socket\.io/, (line) => {
        if (isCut) return void line.close();
        line.connectToServer();
        lines.push(line);
      });
      await page.route(/socket\.io/, (route) => (isCut ? route.abort() : route.continue()));
      await page.reload();
      // What changes after the page has loaded comes by the connection: it is open then, and can be lost.
      await page.getByRole('button', { name: words.presence }).first().waitFor();
      await mona.put('/api/v1/me/presence', { state: 'available' });
      await page.getByRole('button', { name: words.available }).first().waitFor();
      const before = await boxesAtRest(page);
      isCut = true;
      for (const line of lines) await line.close();
      await page.getByText(words.lost).waitFor();
      expect(await boxes(page)).toEqual(before);
      await takeScreenshot(page, `desk-lost-${language}`);
      // What the server does with agents whose connection stays lost.
      await mona.put('/api/v1/me/presence', { state: 'not_ready', reason: 'break' });
      isCut = false;
      const ready = page.getByRole('button', { name: words.ready });
      await ready.waitFor();
      await page.getByText(words.notReady).waitFor();
      await takeScreenshot(page, `desk-not-ready-${language}`);
      await ready.click();
      await ready.waitFor({ state: 'detached' });
      const { body } = await mona.get('/api/v1/me/presence');
      expect(body['state']).toBe('available');
    },
    PATIENCE_MS,
  );

  it.each(CASES)(
    'should close an error that no longer holds (%s, %s)',
    async (language, scheme) => {
      const words = WORDS[language];
      const page = await openConsole(language, scheme);
      const path = '**/api/v1/me/presence';
      await page.route(path, (route) =>
        route.request().method() === 'PUT' ? route.abort() : route.continue(),
      );
      const choose = async () => {
        await page.getByRole('button', { name: words.presence }).click();
        await page.getByRole('menuitem', { name: words.available }).first().click();
      };
      await choose();
      const toast = page.getByText(words.failed);
      await toast.waitFor();
      await page.unroute(path);
      await choose();
      await toast.waitFor({ state: 'detached' });
    },
    PATIENCE_MS,
  );
});
