import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms, waitFor } from '#wasl/testing';
import { launchBrowser } from '../support/browser.js';
import { expectPresentable, openConsole } from '../support/console-page.js';
import { startSystem, type TestSystem } from '../support/system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;
const STEP_MS = 60_000;

const WORDS = {
  en: {
    alarms: 'Alarms',
    unserved: 'Nobody can serve this queue',
    breached: 'SLA target breached',
    atRisk: 'SLA target at risk',
    none: 'No alarms',
    acknowledge: /^Acknowledge: Nobody/,
    restore: /^Show 1 acknowledged/,
    yours: /at risk\. It is your ticket/,
    notice: /^.?Your ticket is at risk of being late: Resolution, due in/,
  },
  ar: {
    alarms: 'تنبيهات تستدعي التدخل',
    unserved: 'لا أحد يستطيع خدمة هذه القائمة',
    breached: 'موعد مستوى الخدمة فات',
    atRisk: 'موعد مستوى الخدمة مهدّد',
    none: 'لا تنبيهات',
    acknowledge: /^اطّلعت عليه: لا أحد/,
    restore: /^إظهار تنبيه اطّلعت/,
    yours: /مهدّد بالتأخر\. التذكرة لديك/,
    notice: /^.?تذكرتك مهدّدة بالتأخر: التسوية، والموعد/,
  },
};

describeWithPrograms(['chromium'], 'alarms in a browser', () => {
  let system: TestSystem;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
    system = await startSystem(
      { mona: {}, sana: { role: 'supervisor' }, root: { role: 'administrator' } },
      { worker: true, consoleFolder: CONSOLE },
    );
    const root = await system.signInAs('root');
    const made = await root.post('/api/v1/admin/sla-policies', {
      key: 'all',
      name: { ar: 'الكل', en: 'All' },
      calendar: 'always',
      kind: 'request',
      targets: { resolution: { minutes: 100 } },
    });
    expect(made.status).toBe(201);
    const name = { ar: 'الضرائب', en: 'Taxes' };
    expect((await root.post('/api/v1/admin/queues', { key: 'tax', name })).status).toBe(201);
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const file = async (subject: string, minutesAgo: number, more: object = {}) => {
    const mona = await system.signInAs('mona');
    const { body } = await mona.post('/api/v1/tickets', {
      subject,
      description: 'd',
      kind: 'request',
      requester: { name: 'Khalid', email: 'khalid@example.com' },
      ...more,
    });
    const number = body.number as string;
    await age(number, minutesAgo);
    return number;
  };
  const age = (number: string, minutes: number) =>
    system.database.query(
      `WITH t AS (UPDATE ticket SET created_at = created_at - $2 * interval '1 minute',
                         resolution_due_at = resolution_due_at - $2 * interval '1 minute'
                   WHERE number = $1 RETURNING id)
       UPDATE clock SET started_at = started_at - $2 * interval '1 minute', due_at = due_at - $2 * interval '1 minute',
              at_risk_at = at_risk_at - $2 * interval '1 minute', next_at = next_at - $2 * interval '1 minute'
        WHERE ticket_id = (SELECT id FROM t)`,
      [number.replaceAll('-', ''), minutes],
    );
  const serveTax = (isServed: boolean) =>
    system.database.query(
      isServed
        ? `INSERT INTO agent_queue (staff_id, queue_id) SELECT $1, id FROM queue WHERE key = 'tax'`
        : `DELETE FROM agent_queue WHERE staff_id = $1 AND queue_id = (SELECT id FROM queue WHERE key = 'tax')`,
      [system.people.mona!.id],
    );

  const open = async (who: string, path: string, language: UiLanguage, dark: boolean): Promise<Page> => {
    const page = await openConsole(browser, system, who, { language, dark, stepMs: STEP_MS });
    await page.goto(system.url + path);
    return page;
  };

  it.each<[UiLanguage, boolean]>([
    ['en', false],
    ['ar', true],
  ])(
    'should tell supervisors what to see to, most urgent first, until its cause ends (%s)',
    async (language, dark) => {
      const words = WORDS[language];
      const atRisk = await file('s', 90);
      const breached = await file('s', 130);
      const page = await open('sana', '/board', language, dark);
      const list = page.getByRole('region', { name: words.alarms });
      const kinds = () => list.locator('li strong').allInnerTexts();
      const expectKinds = async (expected: string[]) => {
        await waitFor(async () => (await kinds()).join() === expected.join(), {
          within: STEP_MS,
          what: `the alarms ${expected.join()} instead of ${(await kinds()).join()}`,
        });
      };
      const { unserved, breached: late, atRisk: risky } = words;
      await expectKinds([unserved, late, risky]);
      await list.getByRole('link', { name: breached }).waitFor();
      await expectPresentable(page, `alarms-${language}`);
      await page.reload();
      await expectKinds([unserved, late, risky]);

      // Acknowledged: gone for this supervisor, also after a reload, and back when it occurs again.
      await list.getByRole('button', { name: words.acknowledge }).click();
      await expectKinds([late, risky]);
      await page.reload();
      await expectKinds([late, risky]);
      await list.getByRole('button', { name: words.restore }).waitFor();
      await serveTax(true);
      await list.getByRole('button', { name: words.restore }).waitFor({ state: 'detached' });
      await serveTax(false);
      await expectKinds([unserved, late, risky]);

      await age(atRisk, 20);
      await expectKinds([unserved, late, late]);
      const mona = await system.signInAs('mona');
      for (const number of [breached, atRisk])
        await mona.post(`/api/v1/tickets/${number}/resolve`, { note: 'n', resolution: 'fixed' });
      await expectKinds([unserved]);
      await serveTax(true);
      await list.getByText(words.none, { exact: true }).waitFor();
      await expectPresentable(page, `alarms-none-${language}`);
      await serveTax(false);
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it.each<[UiLanguage, boolean]>([
    ['en', true],
    ['ar', false],
  ])(
    'should tell the agent who has the ticket (%s)',
    async (language, dark) => {
      const words = WORDS[language];
      const number = await file('s', 0, { takeIt: true });
      const page = await open('mona', '/tickets', language, dark);
      await page.getByRole('link', { name: number }).first().waitFor();
      await age(number, 90);
      const told = page.getByRole('status').filter({ hasText: words.yours });
      await told.getByText(number).waitFor();
      await expectPresentable(page, `alarm-told-${language}`);
      await page.getByRole('link', { name: number }).first().click();
      await page.locator('header').getByText(words.notice).waitFor();
      await told.waitFor({ state: 'detached' });
      await expectPresentable(page, `alarm-ticket-${language}`);
      const mona = await system.signInAs('mona');
      await mona.post(`/api/v1/tickets/${number}/resolve`, { note: 'n', resolution: 'fixed' });
      await page.locator('header').getByText(words.notice).waitFor({ state: 'detached' });
      await page.context().close();
    },
    PATIENCE_MS,
  );
});
