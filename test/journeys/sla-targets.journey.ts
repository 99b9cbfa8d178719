import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms } from '#wasl/testing';
import { launchBrowser } from '../support/browser.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { PASSWORD } from '../support/seed-contact-centre.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;
const SEEN = { timeout: 120_000 };

/** The texts on the screen that show the state of an SLA target. */
const WORDS = {
  en: {
    signIn: 'Sign in',
    risk: /at risk, due in \d+ minutes/,
    broken: /overdue, was due/,
    paused: 'paused, waiting for the requester',
    clocks: ['First response:', 'Resolution:'],
  },
  ar: {
    signIn: 'دخول',
    risk: /مهدّدة بالتأخر، الموعد خلال/,
    broken: /متأخرة، كان الموعد/,
    paused: 'متوقفة، بانتظار مقدّم الطلب',
    clocks: ['الرد الأول:', 'التسوية:'],
  },
};

describeWithPrograms(['chromium'], 'SLA targets in the console', () => {
  let system: TestSystem;
  let browser: Browser;
  beforeAll(async () => {
    system = await startSystem(
      { mona: {}, root: { role: 'administrator' } },
      { worker: true, consoleFolder: CONSOLE },
    );
    browser = await launchBrowser();
    const made = await (
      await system.signInAs('root')
    ).post('/api/v1/admin/sla-policies', {
      key: 'all',
      name: { ar: 'الكل', en: 'All' },
      calendar: 'always',
      kind: 'request',
      targets: { first_response: { minutes: 120 }, resolution: { minutes: 600 } },
      pauses: { requester: ['first_response', 'resolution'] },
    });
    expect(made.status).toBe(201);
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const open = async (subject: string, ago = 0) => {
    const agent = await system.signInAs('mona');
    const { body } = await agent.post('/api/v1/tickets', {
      subject,
      description: 'و',
      kind: 'request',
      requester: { name: 'خالد', email: 'khalid@example.com' },
    });
    await age(body.number as string, ago);
    return body.number as string;
  };
  /** Moves the ticket's opening time into the past. */
  const age = (number: string, minutes: number) =>
    system.database.query(
      `WITH t AS (UPDATE ticket SET created_at = created_at - $2 * interval '1 minute',
                         first_response_due_at = first_response_due_at - $2 * interval '1 minute',
                         resolution_due_at = resolution_due_at - $2 * interval '1 minute'
                   WHERE number = $1 RETURNING id)
       UPDATE clock SET started_at = started_at - $2 * interval '1 minute', due_at = due_at - $2 * interval '1 minute',
              at_risk_at = at_risk_at - $2 * interval '1 minute', next_at = next_at - $2 * interval '1 minute'
        WHERE ticket_id = (SELECT id FROM t)`,
      [number.replaceAll('-', ''), minutes],
    );
  const signIn = async (language: UiLanguage): Promise<Page> => {
    const page = await (
      await browser.newContext({
        locale: language === 'ar' ? 'ar-BH' : 'en-GB',
        viewport: { width: 1400, height: 900 },
      })
    ).newPage();
    await page.goto(system.url);
    await page.locator('input[type=email], input[name=email]').fill(system.people.mona!.email);
    await page.locator('input[type=password]').fill(PASSWORD);
    const button = page.getByRole('button', { name: WORDS[language].signIn, exact: true });
    await button.click();
    await button.waitFor({ state: 'detached', ...SEEN });
    return page;
  };

  it.each<UiLanguage>(['ar', 'en'])(
    'should say how each stands, why one stands still, and change by themselves (%s)',
    async (language) => {
      const words = WORDS[language];
      const agent = await system.signInAs('mona');
      const risk = await open(`at risk ${language}`, 100);
      const paused = await open(`paused ${language}`);
      await agent.patch(
        `/api/v1/tickets/${paused}`,
        { status: 'pending', pendingOn: 'requester' },
        { 'if-match': '"1"' },
      );
      const page = await signIn(language);
      await page.goto(`${system.url}/tickets/${risk}?status=any&view=unassigned`);
      const head = page.locator('header').filter({ hasText: words.clocks[0]! });
      await head.getByText(words.risk).waitFor(SEEN);
      for (const clock of words.clocks) await head.getByText(clock).waitFor(SEEN);
      await age(risk, 30);
      await head.getByText(words.broken).waitFor(SEEN);
      await page.goto(`${system.url}/tickets/${paused}?status=any&view=unassigned`);
      await page.locator('header').getByText(words.paused).first().waitFor(SEEN);
      await page.context().close();
    },
    PATIENCE_MS,
  );
});
