import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms, waitFor } from '#wasl/testing';
import { launchBrowser } from '../support/browser.js';
import { expectPresentable, openConsole } from '../support/console-page.js';
import { startSystem, type TestSystem } from '../support/system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;
const STEP_MS = 120_000;

const WORDS = {
  en: {
    title: 'Live board',
    behind: /figures \d+ s behind/,
    live: /^Live$/,
    longest: 'Longest wait',
    dayOf: /The day of .*mona/,
    dayBefore: 'Day before',
    dayAfter: 'Day after',
    noPresence: 'No presence was recorded on this day',
  },
  ar: {
    title: 'اللوحة الحية',
    behind: /الأرقام متأخرة/,
    live: /^بث حي$/,
    longest: 'أطول انتظار',
    dayOf: /يوم .*mona/,
    dayBefore: 'اليوم السابق',
    dayAfter: 'اليوم التالي',
    noPresence: 'لم تُسجَّل أي حالة تواجد في هذا اليوم',
  },
};

describeWithPrograms(['chromium'], 'the board in a browser', () => {
  let system: TestSystem;
  let browser: Browser;
  let worker: INestApplicationContext;
  beforeAll(async () => {
    browser = await launchBrowser();
    system = await startSystem(
      { mona: {}, sana: { role: 'supervisor' }, nadia: { role: 'administrator', queues: [] } },
      { consoleFolder: CONSOLE },
    );
    worker = await system.startWorker();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const open = async (language: UiLanguage, dark: boolean): Promise<[BrowserContext, Page]> => {
    const page = await openConsole(browser, system, 'sana', { language, dark, stepMs: STEP_MS });
    await page.goto(`${system.url}/board`);
    await page.getByRole('heading', { name: WORDS[language].title }).waitFor();
    return [page.context(), page];
  };

  it.each<[UiLanguage, boolean]>([
    ['en', false],
    ['ar', true],
  ])(
    'should say how old its figures are while the worker is stopped, and only then (%s)',
    async (language, dark) => {
      const words = WORDS[language];
      await system.anonymous.post('/api/v1/public/tickets', {
        kind: 'enquiry',
        subject: 's',
        description: 'd',
        language,
        requester: { name: 'x', audience: 'citizen' },
      });
      const [context, page] = await open(language, dark);
      const status = page.getByRole('status').filter({ hasText: words.live });
      const ticking = page.locator('dt', { hasText: words.longest }).first().locator('xpath=../dd');
      await status.waitFor();
      // Longer without an event than the figures may be old.
      await page.waitForTimeout(7_000);
      // On a busy machine they may be behind for a moment; without an event they would stay behind.
      const isLive = async () =>
        (await status.count()) === 1 && (await page.getByText(words.behind).count()) === 0;
      await waitFor(isLive, { within: PATIENCE_MS / 10, what: 'figures that are not behind' });

      await worker.close();
      // What the worker told before may still arrive.
      const isBehind = async () =>
        (await page.getByText(words.behind).count()) === 1 && (await status.count()) === 0;
      await waitFor(isBehind, { within: STEP_MS, what: 'figures that are behind, and not live' });
      const stopped = await ticking.innerText();
      const said = await page.getByText(words.behind).innerText();
      await expectPresentable(page, `board-stale-${language}`);
      // The age grows, and the tickers stand still.
      await page.waitForFunction((text) => !document.body.innerText.includes(text), said);
      expect(await ticking.innerText()).toBe(stopped);

      worker = await system.startWorker();
      await waitFor(isLive, { within: STEP_MS, what: 'figures that are live again' });
      await expectPresentable(page, `board-live-${language}`);
      await context.close();
    },
    PATIENCE_MS,
  );

  it.each<[UiLanguage, boolean]>([
    ['en', true],
    ['ar', false],
  ])(
    'should show how an agent spent the day (%s)',
    async (language, dark) => {
      const words = WORDS[language];
      const mona = await system.signInAs('mona');
      await mona.put('/api/v1/me/presence', { state: 'available' });
      const sana = await system.signInAs('sana');
      const why = 'اجتماع الفريق';
      const { id } = system.people.mona!;
      await sana.put(`/api/v1/staff/${id}/presence`, { state: 'not_ready', reason: why });
      const [context, page] = await open(language, dark);
      await page.getByRole('button', { name: words.dayOf }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(why).first().waitFor();
      await expectPresentable(page, `board-day-${language}`);
      await dialog.getByRole('button', { name: words.dayBefore }).click();
      await dialog.getByText(words.noPresence).waitFor();
      await dialog.getByRole('button', { name: words.dayAfter }).click();
      await dialog.getByText(why).first().waitFor();
      await context.close();
    },
    PATIENCE_MS,
  );

  it.each<[UiLanguage, boolean]>([
    ['en', false],
    ['ar', true],
  ])(
    'should show a queue that is added, renamed and retired without being loaded again (%s)',
    async (language, dark) => {
      const admin = await system.signInAs('nadia');
      const [context, page] = await open(language, dark);
      const row = (name: string) => page.getByRole('rowheader', { name, exact: true });
      const key = `permits-${language}`;
      const path = `/api/v1/admin/queues/${key}`;
      const change = async (patch: object) => {
        const { version } = (await admin.get(path)).body;
        expect((await admin.patch(path, patch, { 'if-match': `"${version}"` })).status).toBe(200);
      };
      const added = { key, name: { ar: 'التصاريح', en: 'Permits' } };
      expect((await admin.post('/api/v1/admin/queues', added)).status).toBe(201);
      await row(added.name[language]).waitFor();
      const renamed = { ar: 'الرخص والتصاريح', en: 'Licences and permits' };
      await change({ name: renamed });
      await row(renamed[language]).waitFor();
      await expectPresentable(page, `board-queue-${language}`);
      await change({ active: false });
      await row(renamed[language]).waitFor({ state: 'detached' });
      await context.close();
    },
    PATIENCE_MS,
  );
});
