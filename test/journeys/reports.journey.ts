import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms } from '#wasl/testing';
import { launchBrowser } from '../support/browser.js';
import { takeScreenshot, axeViolationsIn, fitsWidth } from '../support/accessibility-checks.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../support/system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;

const WORDS = {
  en: {
    signIn: 'Sign in',
    reports: 'Reports',
    offered: 'Offered',
    ask: 'Work it out',
    answer: /agents at their desks/,
    breakdown: 'By agent, service, entity, channel or queue',
    noService: 'Of no service',
    queue: 'Queue',
    plan: 'Forecast and staffing',
    noForecast: 'No forecast yet',
  },
  ar: {
    signIn: 'دخول',
    reports: 'التقارير',
    offered: 'الوارد',
    ask: 'احسب',
    answer: /من الموظفين على مكاتبهم/,
    breakdown: 'حسب الموظف أو الخدمة أو الجهة أو القناة أو قائمة الانتظار',
    noService: 'بلا خدمة',
    queue: 'قائمة الانتظار',
    plan: 'التوقع واحتياج الموظفين',
    noForecast: 'لا توقع بعد',
  },
};

describeWithPrograms(['chromium'], 'a supervisor using reports', () => {
  let system: TestSystem;
  let browser: Browser;
  beforeAll(async () => {
    system = await startSystem(
      { sana: { role: 'supervisor', queues: [] }, mona: {} },
      { consoleFolder: CONSOLE },
    );
    // Ten weeks of mornings including today's; inserted as sums, as the dispatcher would have stored them.
    await system.database.query(
      `INSERT INTO contact_quarter
       SELECT t AT TIME ZONE 'Asia/Bahrain', 'general', 'phone', true, n, n - 1, (n - 1) * 8 / 10, 1, 0, 0,
              9000 * (n - 1), n - 1, n - 1, 170000 * (n - 1), 5000 * (n - 1), 30000 * (n - 1), 0, 0, 0, 0, 0
         FROM generate_series(date_trunc('day', now() AT TIME ZONE 'Asia/Bahrain') - interval '70 days',
                              date_trunc('day', now() AT TIME ZONE 'Asia/Bahrain'), interval '1 day') AS day
        CROSS JOIN LATERAL generate_series(day + interval '7 hours', day + interval '18 hours', interval '15 minutes') AS t
        CROSS JOIN LATERAL (SELECT 8 + (18 * exp(-(((extract(hour FROM t) - 10) / 3) ^ 2)))::int AS n) counted`,
    );
    // The tickets that mona handled; none had a service.
    await system.database.query(
      `INSERT INTO contact_breakdown
       SELECT d.dimension, starts_at, d.value, live, d.came * offered, answered, answered_in_threshold, 0, 0, 0, wait_ms,
              handled, timed, talk_ms, hold_ms, wrap_up_ms, 0, 0, 0, 0, 0
         FROM contact_quarter
        CROSS JOIN (VALUES ('agent', $1, 0), ('entity', '', 1)) AS d (dimension, value, came)`,
      [system.people.mona!.id],
    );
    await system.database.query(
      `INSERT INTO roster_shift (id, staff_id, from_at, to_at, state)
       SELECT gen_random_uuid(), $1, d + interval '8 hours', d + interval '15 hours', 'available'
         FROM (SELECT date_trunc('day', now() AT TIME ZONE 'Asia/Bahrain') AT TIME ZONE 'Asia/Bahrain' AS d) today`,
      [system.people.mona!.id],
    );
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  async function open(language: UiLanguage, colorScheme: 'light' | 'dark'): Promise<Page> {
    const context = await browser.newContext({
      locale: language === 'ar' ? 'ar-BH' : 'en-GB',
      viewport: { width: 1400, height: 1000 },
      colorScheme,
      acceptDownloads: true,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(system.url);
    await page.locator('input[type=email], input[name=email]').fill(system.people.sana!.email);
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.getByRole('button', { name: WORDS[language].signIn, exact: true }).click();
    await page.getByRole('link', { name: WORDS[language].reports }).click();
    return page;
  }

  it.each<[UiLanguage, 'light' | 'dark']>([
    ['ar', 'light'],
    ['en', 'dark'],
  ])(
    'should see what is expected, whom it takes and how it went, and take it away (%s, %s)',
    async (language, scheme) => {
      const words = WORDS[language];
      const page = await open(language, scheme);
      await page.locator('[role=img] svg').waitFor({ timeout: 60_000 });
      await page.getByRole('columnheader', { name: words.offered }).first().waitFor({ timeout: 60_000 });
      expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
      await page.getByRole('button', { name: words.ask }).click();
      await page.getByText(words.answer).waitFor({ timeout: 60_000 });

      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /CSV/ }).first().click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^wasl-.*\.csv$/);

      const parts = page.getByRole('region', { name: words.breakdown });
      await parts.getByRole('rowheader', { name: 'mona' }).waitFor({ timeout: 60_000 });
      await parts.getByRole('combobox').selectOption('entity');
      await parts.getByRole('rowheader', { name: words.noService }).waitFor({ timeout: 60_000 });
      const [ofEntities] = await Promise.all([
        page.waitForEvent('download'),
        parts.getByRole('button', { name: /Excel/ }).click(),
      ]);
      expect(ofEntities.suggestedFilename()).toMatch(/^wasl-entity-.*\.xlsx$/);

      expect(await axeViolationsIn(page)).toEqual([]);
      await takeScreenshot(page, `reports-${language}-${scheme}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it.each<[UiLanguage, 'light' | 'dark']>([
    ['ar', 'dark'],
    ['en', 'light'],
  ])(
    'should be told that there is no forecast, and see nothing in its place (%s, %s)',
    async (language, scheme) => {
      const words = WORDS[language];
      const page = await open(language, scheme);
      const plan = page.getByRole('region', { name: words.plan });
      await plan.locator('[role=img] svg').waitFor();
      // Nothing ever arrived there, but its agents are on the roster.
      await page.getByLabel(words.queue, { exact: true }).first().selectOption('billing');
      await plan.getByText(words.noForecast).waitFor();
      await plan.locator('[role=img] svg').waitFor({ state: 'detached' });
      expect(await plan.locator('details, [role=status], [aria-busy]').count()).toBe(0);
      expect(await axeViolationsIn(page)).toEqual([]);
      await takeScreenshot(page, `reports-no-forecast-${language}`);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await fitsWidth(page)).toBe(true);
      await takeScreenshot(page, `reports-no-forecast-${language}-narrow`);
      await page.context().close();
    },
    PATIENCE_MS,
  );
});
