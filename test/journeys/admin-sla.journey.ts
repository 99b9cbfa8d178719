import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms, waitFor } from '#wasl/testing';
import { launchBrowser } from '../support/browser.js';
import { takeScreenshot, axeViolationsIn } from '../support/accessibility-checks.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../support/system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;
const SEEN = { timeout: 120_000 };
const DAY = 86_400_000;

/** The texts on the screen by which the test finds controls. */
const WORDS = {
  en: {
    signIn: 'Sign in',
    save: 'Save',
    key: 'Key',
    arabic: 'Name (العربية)',
    english: 'Name (English)',
    pages: { calendars: 'Calendars', announcements: 'Announcements', promises: 'Promises', duty: 'On duty' },
    newCalendar: 'New calendar',
    own: 'Hours of its own',
    closes: 'Sunday: closes, span 1',
    removeSpan: /^Remove span 1 of/,
    never: 'With these hours it would never open.',
    show: 'Show the year of',
    ask: 'Ask',
    open: 'Open',
    announce: 'Announce',
    days: 'Days',
    why: ['Why, as it is shown (العربية)', 'Why, as it is shown (English)'],
    first: 'First day',
    last: 'Last day',
    preview: 'See what it would touch',
    later: 'Open tickets that count by it: 1. Due later: 1, due earlier: 0.',
    followed: /followed; checked once more|done/,
    newPolicy: 'New policy',
    calendar: 'Calendar',
    minutes: 'First response: minutes',
    small: 'This number is too small.',
    clash: /is in force for the same tickets/,
    required: 'This field is required.',
    kind: 'Kind',
    report: 'Report',
    wins: 'Which policy wins?',
    won: /wins; it counts by/,
    who: 'Who',
    add: 'Add',
  },
  ar: {
    signIn: 'دخول',
    save: 'حفظ',
    key: 'المفتاح',
    arabic: 'الاسم (العربية)',
    english: 'الاسم (English)',
    pages: { calendars: 'التقاويم', announcements: 'الإعلانات', promises: 'الوعود', duty: 'المناوبون' },
    newCalendar: 'تقويم جديد',
    own: 'ساعات خاصة به',
    closes: 'الأحد: نهاية الفترة 1',
    removeSpan: /^حذف الفترة 1 من/,
    never: 'بهذه الساعات لن يفتح أبدًا.',
    show: 'عرض سنة',
    ask: 'تحقّق',
    open: 'مفتوح',
    announce: 'إعلان جديد',
    days: 'أيام',
    why: ['السبب كما يُعرض (العربية)', 'السبب كما يُعرض (English)'],
    first: 'أول يوم',
    last: 'آخر يوم',
    preview: 'اعرض أثره أولًا',
    later: 'التذاكر المفتوحة المحسوبة به: 1. يتأخر موعد 1 منها ويتقدّم موعد 0.',
    followed: /اكتملت، وتُراجع مرة أخرى|تمت/,
    newPolicy: 'سياسة جديدة',
    calendar: 'التقويم',
    minutes: 'الرد الأول: الدقائق',
    small: 'العدد أصغر من المسموح.',
    clash: /سارية على التذاكر نفسها/,
    required: 'هذا الحقل مطلوب.',
    kind: 'النوع',
    report: 'بلاغ',
    wins: 'أي سياسة تنطبق؟',
    won: /تنطبق «/,
    who: 'المناوب',
    add: 'إضافة',
  },
};

/** Administration of calendars and SLA policies, including rejected input. */
describeWithPrograms(['chromium'], 'an administrator of calendars and SLA policies', () => {
  let system: TestSystem;
  let browser: Browser;
  beforeAll(async () => {
    system = await startSystem(
      { mona: {}, root: { role: 'administrator', queues: [] } },
      { worker: true, consoleFolder: CONSOLE },
    );
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  async function signIn(language: UiLanguage, colorScheme: 'light' | 'dark'): Promise<Page> {
    const context = await browser.newContext({
      locale: language === 'ar' ? 'ar-BH' : 'en-GB',
      viewport: { width: 1400, height: 1000 },
      colorScheme,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(SEEN.timeout);
    await page.goto(system.url);
    await page.locator('input[type=email], input[name=email]').fill(system.people.root!.email);
    await page.locator('input[type=password]').fill(PASSWORD);
    // In Arabic the presence control then shows that the user has just signed in.
    const button = page.getByRole('button', { name: WORDS[language].signIn, exact: true });
    await button.click();
    await button.waitFor({ state: 'detached', ...SEEN });
    return page;
  }
  const go = async (page: Page, language: UiLanguage, to: keyof (typeof WORDS)['en']['pages']) => {
    await page.goto(`${system.url}/admin/${to}`);
    await page.getByRole('heading', { level: 1, name: WORDS[language].pages[to] }).waitFor(SEEN);
  };
  const field = (scope: Page | Locator, name: string) => scope.getByRole('textbox', { name, exact: true });
  const choose = async (page: Page, scope: Page | Locator, name: string, option: string) => {
    await scope.getByRole('combobox', { name, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  const check = async (page: Page, what: string, language: UiLanguage) => {
    const violations = await axeViolationsIn(page);
    expect([what, violations]).toEqual([what, []]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([what, wide]).toEqual([what, 0]);
    await takeScreenshot(page, `admin-${what}-${language}`);
  };
  const dayFrom = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

  describe.each<[UiLanguage, 'light' | 'dark']>([
    ['ar', 'dark'],
    ['en', 'light'],
  ])('in %s', (language, scheme) => {
    const words = WORDS[language];
    const key = `night-${language}`;
    const name = { ar: `ليلي ${language}`, en: `Nightly ${language}` };
    let page: Page;
    beforeAll(async () => {
      page = await signIn(language, scheme);
    }, PATIENCE_MS);
    afterAll(() => page?.context().close());

    it(
      'should get errors for a calendar that never opens; then create one, and check opening hours',
      async () => {
        await go(page, language, 'calendars');
        expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
        await check(page, 'calendars', language);
        await page.getByRole('button', { name: words.newCalendar }).click();
        const dialog = page.getByRole('dialog');
        await field(dialog, words.key).fill(key);
        await field(dialog, words.arabic).fill(name.ar);
        await field(dialog, words.english).fill(name.en);
        const hours = dialog.getByRole('group').first();
        await hours.getByText(words.own, { exact: true }).click();
        const removals = hours.getByRole('button', { name: words.removeSpan });
        for (let left = 5; left > 0; left--) await removals.first().click();
        await dialog.getByRole('button', { name: words.save }).click();
        await hours.getByRole('alert').filter({ hasText: words.never }).waitFor(SEEN);
        await check(page, 'calendar-refused', language);
        // Sunday is the first day; a new row opens at eight.
        await hours.getByRole('listitem').first().getByRole('button').last().click();
        await field(hours, words.closes).fill('20:30');
        await dialog.getByRole('button', { name: words.save }).click();
        await dialog.waitFor({ state: 'detached', ...SEEN });

        await page.getByRole('button', { name: `${words.show} ${name[language]}` }).click();
        const tester = page.getByRole('region', { name: new RegExp(`^${name[language]}: .*[?؟]$`) });
        await tester.getByRole('textbox').fill('2026-03-29T20:15');
        await tester.getByRole('button', { name: words.ask }).click();
        await tester.getByRole('status').getByText(words.open, { exact: true }).waitFor(SEEN);
        await check(page, 'calendar-tried', language);
      },
      PATIENCE_MS,
    );

    it(
      'should get errors at the field for a policy without calendar, with negative time, or duplicate conditions',
      async () => {
        await go(page, language, 'promises');
        await page.getByRole('button', { name: words.newPolicy }).click();
        const dialog = page.getByRole('dialog');
        await field(dialog, words.key).fill(`reports-${language}`);
        await field(dialog, words.arabic).fill(`بلاغات ${language}`);
        await field(dialog, words.english).fill(`Reports ${language}`);
        await field(dialog, words.minutes).fill('-30');
        const save = dialog.getByRole('button', { name: words.save });
        const faultOf = async (name: string, role: 'textbox' | 'combobox') => {
          const id = await dialog.getByRole(role, { name, exact: true }).getAttribute('aria-describedby');
          const texts = (id ?? '').split(/ +/).map((one) => page.locator(`[id="${one}"]`).innerText());
          return (await Promise.all(texts)).join(' ');
        };
        await save.click();
        await dialog.getByRole('alert').first().waitFor(SEEN);
        expect(await faultOf(words.calendar, 'combobox')).toContain(words.required);
        expect(await faultOf(words.minutes, 'textbox')).toContain(words.small);
        await check(page, 'policy-refused', language);

        await field(dialog, words.minutes).fill('240');
        await choose(page, dialog, words.calendar, name[language]);
        await save.click();
        const conditions = dialog.getByRole('group').first();
        await conditions.getByRole('alert').filter({ hasText: words.clash }).waitFor(SEEN);
        await choose(page, conditions, words.kind, words.report);
        if (language === 'en') await retireTheOther();
        await save.click();
        await dialog.waitFor({ state: 'detached', ...SEEN });

        const trial = page.locator('form').filter({ has: page.getByRole('button', { name: words.wins }) });
        await choose(page, trial, words.kind, words.report);
        await trial.getByRole('button', { name: words.wins }).click();
        await page.getByRole('status').filter({ hasText: words.won }).waitFor(SEEN);
        await check(page, 'promises', language);
      },
      PATIENCE_MS,
    );

    /** The run in the first language already made a policy for the same tickets. */
    async function retireTheOther() {
      const root = await system.signInAs('root');
      const done = await root.patch(
        '/api/v1/admin/sla-policies/reports-ar',
        { active: false },
        { 'if-match': '"1"' },
      );
      expect(done.status).toBe(200);
    }

    it(
      'should preview a holiday before announcing it, and see the SLA targets follow',
      async () => {
        const agent = await system.signInAs('mona');
        const opened = await agent.post('/api/v1/tickets', {
          subject: 'م',
          description: 'و',
          kind: 'report',
          requester: { email: `r-${language}@example.com` },
        });
        await go(page, language, 'announcements');
        await page.getByRole('button', { name: words.announce }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText(words.days, { exact: true }).click();
        await field(dialog, words.why[0]!).fill('عطلة');
        await field(dialog, words.why[1]!).fill('Holiday');
        await dialog.getByLabel(words.first).fill(dayFrom(0));
        // Each language finds the other's holiday already announced.
        await dialog.getByLabel(words.last).fill(dayFrom(language === 'ar' ? 40 : 80));
        await dialog.getByRole('button', { name: words.preview }).click();
        await dialog.getByText(words.later).waitFor(SEEN);
        await check(page, 'announcement-preview', language);
        const due = async () =>
          (await agent.get(`/api/v1/tickets/${String(opened.body.number)}`)).body
            .firstResponseDueAt as string;
        const before = await due();
        await dialog.getByRole('button').last().click();
        await dialog.waitFor({ state: 'detached', ...SEEN });
        await waitFor(async () => (await due()) > before, {
          within: SEEN.timeout,
          what: 'the promise to follow',
        });
        // The newest change is the one just announced.
        await go(page, language, 'announcements');
        const progress = page.getByRole('table').last();
        await progress.getByRole('row').nth(1).getByText(words.followed).waitFor(SEEN);
        await check(page, 'announcements', language);
        await agent.post(`/api/v1/tickets/${String(opened.body.number)}/close`);
      },
      PATIENCE_MS,
    );

    it(
      'should add and remove a duty officer',
      async () => {
        await go(page, language, 'duty');
        await choose(page, page, words.who, 'mona');
        await page.locator('input[data-date]').first().fill('2026-01-01T08:00');
        await page.getByRole('button', { name: words.add, exact: true }).click();
        const row = page.getByRole('row').filter({ hasText: 'mona' });
        await row.waitFor(SEEN);
        await check(page, 'duty', language);
        await row.getByRole('button').click();
        await row.waitFor({ state: 'detached', ...SEEN });
      },
      PATIENCE_MS,
    );
  });
});
