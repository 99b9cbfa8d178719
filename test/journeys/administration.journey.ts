import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type UiLanguage, uuidv7Floor } from '#wasl/kernel';
import { describeWithPrograms, waitFor } from '#wasl/testing';
import { launchBrowser } from '../support/browser.js';
import { takeScreenshot, axeViolationsIn } from '../support/accessibility-checks.js';
import type { Client } from '../support/client.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../support/system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 1_200_000;
/** A busy machine is slow, not wrong. */
const STEP_MS = 120_000;
const WIDTH = 1280;
const DAY = '2026-03-02';

/** The pages, and the parts of the rules, each of which has a form of its own. */
const PAGES = [
  'start',
  'users',
  'queues',
  'rules',
  'versions',
  'dry-run',
  'skills',
  'roster',
  'reasons',
  'services',
  'entities',
  'api-keys',
  'webhooks',
  'health',
  'audit',
];
const PARTS = ['order', 'units', 'profiles', 'queue:billing'];

const WORDS = {
  en: {
    signIn: 'Sign in',
    invite: 'Invite somebody',
    name: 'Name',
    email: 'Email',
    makeLink: 'Make the link',
    removeShift: 'Remove the shift',
    changedMeanwhile: /Somebody else has changed this day/,
    password: 'Password',
    again: 'The same once more',
    set: 'Set it and sign in',
    makeOwn: 'Give it rules of its own',
    perAgent: 'Most for one agent',
    addSkill: 'Add a skill',
    putInForce: 'Put in force',
    putNow: 'Put in force now',
    why: 'Why',
    from: /^From( |$)/,
    to: /^To( |$)/,
    run: 'Run',
    was: 'As it was',
    would: 'Under these rules',
    backTo: (version: number) => `Go back to version ${version}`,
    backNow: (version: number) => `Put version ${version} in force again`,
    level: 'Level of Tax',
    addShift: /^Add a shift: mona/,
    save: 'Save',
    history: 'History',
    whyThis: 'Why this agent',
    chosen: 'chosen',
    cannotServe: 'Nobody can serve these queues',
    nobodyHas: /Nobody has the skill/,
  },
  ar: {
    signIn: 'دخول',
    invite: 'دعوة مستخدم',
    name: 'الاسم',
    email: 'البريد الإلكتروني',
    makeLink: 'إنشاء الرابط',
    removeShift: 'إزالة المناوبة',
    changedMeanwhile: /غيّر شخص آخر هذا اليوم/,
    password: 'كلمة المرور',
    again: 'كلمة المرور مرة أخرى',
    set: 'تعيين والدخول',
    makeOwn: 'اجعل لها قواعد خاصة',
    perAgent: 'الأقصى للموظف الواحد',
    addSkill: 'إضافة مهارة',
    putInForce: 'اعتماد',
    putNow: 'اعتمد الآن',
    why: 'السبب',
    from: /^من( |$)/,
    to: /^إلى( |$)/,
    run: 'تشغيل',
    was: 'كما كان',
    would: 'وفق هذه القواعد',
    backTo: (version: number) => `العودة إلى النسخة ${version}`,
    backNow: (version: number) => `اعتماد النسخة ${version} من جديد`,
    level: 'الضرائب: المستوى',
    addShift: /^إضافة مناوبة: mona/,
    save: 'حفظ',
    history: 'السجل',
    whyThis: 'لماذا هذا الموظف',
    chosen: 'وقع عليه الاختيار',
    cannotServe: 'لا أحد يستطيع خدمة قوائم الانتظار هذه',
    nobodyHas: /لا أحد لديه المهارة/,
  },
};

interface Rules {
  version: number;
  rules: { queues: Record<string, { limits: { perAgent: number | null } }> };
}

describeWithPrograms(['chromium'], 'an administrator at the console', () => {
  let system: TestSystem;
  let browser: Browser;
  let root: Client;
  beforeAll(async () => {
    system = await startSystem(
      { mona: { queues: ['general'] }, root: { role: 'administrator', queues: [] } },
      { consoleFolder: CONSOLE, worker: true },
    );
    root = await system.signInAs('root');
    await root.post('/api/v1/admin/skills', {
      key: 'tax',
      kind: 'topic',
      name: { ar: 'الضرائب', en: 'Tax' },
    });
    await rememberDay();
    // So that there is an older version to restore.
    const { version, rules } = await current();
    await root.put('/api/v1/admin/routing', { rules, note: 'first' }, ifMatch(version));
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });
  const current = async () => (await root.get('/api/v1/admin/routing')).body as unknown as Rules;

  /** Mona's skills besides both languages. */
  async function rate(topics: Record<string, number>): Promise<void> {
    const path = `/api/v1/admin/users/${system.people.mona!.id}`;
    const { version } = (await root.get(path)).body as { version: number };
    const skills = Object.entries({ ar: 3, en: 3, ...topics }).map(([skill, level]) => ({ skill, level }));
    await root.patch(path, { skills }, ifMatch(version));
  }

  /** A morning on which mona handled two tickets of one queue. */
  async function rememberDay(): Promise<void> {
    const at = (time: string) => `${DAY}T${time}Z`;
    const made = await root.post('/api/v1/tickets', {
      subject: 'matter',
      description: 'words',
      language: 'ar',
      queue: 'billing',
      requester: { name: 'x' },
    });
    const number = String(made.body.number).replaceAll('-', '');
    for (const [n, arrived, answered, done] of [
      [1, '08:00:00', '09:00:00', '09:10:00'],
      [2, '08:30:00', '09:10:00', '09:20:00'],
    ] as const)
      await system.database.query(
        `INSERT INTO work (id, ticket_id, queue_id, pool, channel, units, priority, language, state, urgency_at,
                           waiting_since, arrived_at, answered_at, done_at, agent_id)
         SELECT $1, t.id, q.id, 'main', 'web', 20, 'normal', 'ar', 'done', $2, $2, $2, $3, $4, $5
           FROM ticket t, queue q WHERE t.number = $6 AND q.key = 'general'`,
        [
          uuidv7Floor(new Date(at(arrived))).replace(/.{12}$/, String(n).padStart(12, '0')),
          at(arrived),
          at(answered),
          at(done),
          system.people.mona!.id,
          number,
        ],
      );
    await system.database.query(
      `INSERT INTO presence_spell (staff_id, state, from_at, to_at) VALUES ($1, 'available', $2, $3)`,
      [system.people.mona!.id, at('09:00:00'), at('11:00:00')],
    );
  }

  async function newPage(language: UiLanguage, colorScheme: 'light' | 'dark'): Promise<Page> {
    const context = await browser.newContext({
      locale: language === 'ar' ? 'ar-BH' : 'en-GB',
      timezoneId: 'Asia/Bahrain',
      viewport: { width: WIDTH, height: 900 },
      colorScheme,
    });
    context.setDefaultTimeout(STEP_MS);
    return context.newPage();
  }

  async function signIn(language: UiLanguage, scheme: 'light' | 'dark'): Promise<Page> {
    const page = await newPage(language, scheme);
    await page.goto(`${system.url}/admin/start`);
    await page.locator('input[type=email], input[name=email]').fill(system.people.root!.email);
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.getByRole('button', { name: WORDS[language].signIn, exact: true }).click();
    // The sign-in page has a heading, too.
    await page.locator('nav a[href="/admin/users"]').waitFor();
    return page;
  }

  /** Opens a page by the menu and waits until loading is finished. */
  async function open(page: Page, path: string): Promise<void> {
    await page.locator(`nav a[href="/admin/${path}"]`).click();
    await page.waitForURL(`**/admin/${path}`);
    await isShown(page);
  }

  async function choosePart(page: Page, part: string): Promise<void> {
    await page.locator(`select:has(option[value="${part}"])`).selectOption(part);
    await isShown(page);
  }

  const isShown = async (page: Page) => {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
  };

  const picture = (page: Page, what: string, language: UiLanguage) =>
    takeScreenshot(page, `admin-${what.replace(/\W+/g, '-')}-${language}`);

  /** No axe violations, and no horizontal overflow. */
  async function expectFlawless(page: Page, what: string): Promise<void> {
    const violations = await axeViolationsIn(page);
    expect([what, violations]).toEqual([what, []]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([what, Math.max(0, wide)]).toEqual([what, 0]);
  }

  const CASES: [UiLanguage, 'light' | 'dark'][] = [
    ['ar', 'light'],
    ['en', 'dark'],
  ];

  it.each(CASES)(
    'should invite a colleague, who sets a password with the link (%s, %s)',
    async (language, scheme) => {
      const words = WORDS[language];
      const page = await signIn(language, scheme);
      await open(page, 'users');
      await page.getByRole('button', { name: words.invite }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(words.name).fill('Noura');
      await dialog.getByLabel(words.email).fill(`noura-${language}@test.example`);
      await dialog.getByRole('button', { name: words.makeLink }).click();
      const link = (await page.getByTestId('one-time-link').textContent())!.trim();
      await expectFlawless(page, 'the link');

      const hers = await newPage(language, scheme);
      await hers.goto(link.replace(/^https?:\/\/[^/]+/, system.url));
      await hers.getByLabel(words.password, { exact: false }).first().fill('a sentence of her own');
      await hers.getByLabel(words.again).fill('a sentence of her own');
      await hers.getByRole('button', { name: words.set }).click();
      await hers.waitForURL(/\/tickets/);
      await hers.context().close();
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it.each(CASES)(
    'should change a queue’s rules, simulate them on a day, and restore the older version (%s, %s)',
    async (language, scheme) => {
      const words = WORDS[language];
      await rate({});
      const before = await current();
      const page = await signIn(language, scheme);
      await open(page, 'rules');
      await choosePart(page, 'queue:billing');
      // No agent is assigned to it, which is shown at once.
      await page.getByText(words.cannotServe).waitFor();
      await page.getByRole('button', { name: words.makeOwn }).click();
      await page.getByLabel(words.perAgent).fill('2');
      await page.getByRole('button', { name: words.addSkill }).click();
      // Invalid values are reported at the field before anything is sent.
      await page.getByText(words.nobodyHas).first().waitFor();
      await page.getByLabel(words.level, { exact: true }).and(page.locator('[aria-invalid=true]')).waitFor();
      await picture(page, 'cannot be', language);
      await expectFlawless(page, 'a draft that cannot be');
      expect(await page.getByRole('button', { name: words.putInForce, exact: true }).isDisabled()).toBe(true);
      await rate({ tax: 2 });
      await page.getByLabel(words.level, { exact: true }).selectOption('2');
      await page.getByRole('button', { name: words.putInForce, exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(words.perAgent).waitFor();
      await picture(page, 'what will change', language);
      await expectFlawless(page, 'what will change');
      await dialog.getByLabel(words.why).fill('less at once');
      await dialog.getByRole('button', { name: words.putNow }).click();
      await dialog.waitFor({ state: 'detached' });
      const changed = await current();
      expect(changed.version).toBeGreaterThan(before.version);
      expect(changed.rules.queues['billing']!.limits.perAgent).toBe(2);

      await open(page, 'dry-run');
      await page.getByLabel(words.from).fill(`${DAY}T08:00`);
      await page.getByLabel(words.to).fill(`${DAY}T20:00`);
      await page.getByRole('button', { name: words.run, exact: true }).click();
      await page.getByRole('rowheader', { name: words.was }).first().waitFor();
      await page.getByRole('rowheader', { name: words.would }).first().waitFor();
      await picture(page, 'dry run figures', language);
      await expectFlawless(page, 'the figures of the dry run');

      await open(page, 'versions');
      await page.getByRole('button', { name: words.backTo(before.version), exact: true }).click();
      await page.getByRole('button', { name: words.backNow(before.version) }).click();
      await page.getByText(words.backNow(before.version)).waitFor({ state: 'detached' });
      const after = await current();
      expect(after.version).toBeGreaterThan(changed.version);
      expect(after.rules).toEqual(before.rules);
      await picture(page, 'went back', language);
      await expectFlawless(page, 'the versions');
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it.each(CASES)(
    'should put a colleague on the roster (%s, %s)',
    async (language, scheme) => {
      const words = WORDS[language];
      const page = await signIn(language, scheme);
      await open(page, 'roster');
      await page.getByRole('button', { name: words.addShift }).first().click();
      await expectFlawless(page, 'a shift');
      await page.getByRole('dialog').getByRole('button', { name: words.save }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const shift = (times: string) => page.getByRole('button', { name: times });
      const dialog = page.getByRole('dialog');
      await shift('08:00–15:00').click();
      // Another person shortens it by an hour, which is reported before it is overwritten.
      await endEarlier(root);
      await dialog.locator('input[inputmode=numeric]').nth(1).fill('16:00');
      await dialog.getByRole('button', { name: words.save }).click();
      await dialog.getByRole('alert').getByText(words.changedMeanwhile).waitFor();
      await dialog.getByRole('alert').getByText('08:00–14:00').waitFor();
      await expectFlawless(page, 'a shift that somebody has changed');
      await dialog.getByRole('button', { name: words.save }).click();
      await dialog.waitFor({ state: 'detached' });
      await shift('08:00–16:00').click();
      await dialog.getByRole('button', { name: words.removeShift }).click();
      await dialog.waitFor({ state: 'detached' });
      await shift('08:00–16:00').waitFor({ state: 'detached' });
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it.each(CASES)(
    'should see why a ticket was offered to an agent (%s, %s)',
    async (language, scheme) => {
      const words = WORDS[language];
      const mona = await system.signInAs('mona');
      await mona.put('/api/v1/me/presence', { state: 'available' });
      const { body } = await root.post('/api/v1/tickets', {
        subject: 'a lamp',
        description: 'it is dark',
        language,
        queue: 'general',
        requester: { name: `requester ${language}` },
      });
      const number = String(body.number);
      const offered = async () =>
        (
          (await mona.get('/api/v1/me/offers')).body.data as { id: string; ticket: { number: string } }[]
        ).find(({ ticket }) => ticket.number === number);
      const offer = await waitFor(offered, { within: 60_000, what: 'the offer' });
      await mona.post(`/api/v1/offers/${offer.id}/accept`);
      await mona.put('/api/v1/me/presence', { state: 'not_ready', reason: 'break' });
      const page = await signIn(language, scheme);
      await page.goto(`${system.url}/tickets/${number}`);
      await page.getByRole('tab', { name: words.history }).click();
      await page.getByRole('button', { name: words.whyThis }).click();
      const row = page.getByRole('dialog').getByRole('row', { name: /mona/ });
      await row.getByText(words.chosen).waitFor();
      await picture(page, 'decision', language);
      await expectFlawless(page, 'the decision');
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it.each(CASES)(
    'should find every page accessible and without overflow (%s, %s)',
    async (language, scheme) => {
      const page = await signIn(language, scheme);
      expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
      for (const path of PAGES) {
        await open(page, path);
        await picture(page, path, language);
        await expectFlawless(page, path);
      }
      await open(page, 'rules');
      for (const part of PARTS) {
        await choosePart(page, part);
        await picture(page, part, language);
        await expectFlawless(page, part);
      }
      await page.context().close();
    },
    PATIENCE_MS,
  );
});

/** Moves the end of every shift an hour earlier. */
async function endEarlier(client: Client): Promise<void> {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const [from, to] = [day(-14), day(14)];
  const { body } = await client.get(`/api/v1/admin/roster?from=${from}&to=${to}`);
  const shifts = (body.data as { agent: string; from: string; to: string }[]).map((shift) => ({
    agent: shift.agent,
    from: shift.from,
    to: new Date(Date.parse(shift.to) - 3_600_000).toISOString(),
  }));
  const { version } = body.meta as { version: string };
  const answer = await client.put(
    '/api/v1/admin/roster',
    { from, to, shifts },
    { 'if-match': `"${version}"` },
  );
  expect(answer.status).toBe(204);
}
