import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms } from '#wasl/testing';
import { launchBrowser } from '../support/browser.js';
import { expectPresentable, openConsole } from '../support/console-page.js';
import { startSystem, type TestSystem } from '../support/system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;
const STEP_MS = 60_000;
/** A PNG of one pixel. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const WORDS = {
  en: {
    send: 'Refer',
    entity: 'Entity',
    note: 'What is asked',
    sections: 'Referrals',
    state: { sent: 'Sent', accepted: 'Accepted', completed: 'Completed' },
    asked: 'Waits for an answer from the centre',
    outcome: 'Fixed',
    answer: 'Answer',
    attach: 'Attach files',
    complete: 'Complete',
    return: 'Return',
    reason: 'Reason',
    inbox: 'Nothing waits',
    toDecide: 'To decide',
    decide: 'Decide',
    binding: 'Binding by decision',
    sendMessage: 'Send',
    subject: 'A hole in the road',
    asks: 'Please fill the hole',
    question: 'In which lane?',
    reply: 'In the left one',
    fixed: 'The hole is filled',
    notOurs: 'This road belongs to another body',
  },
  ar: {
    send: 'إحالة إلى جهة',
    entity: 'الجهة',
    note: 'المطلوب',
    sections: 'الإحالات',
    state: { sent: 'مرسلة', accepted: 'مقبولة', completed: 'منجزة' },
    asked: 'بانتظار جواب المركز',
    outcome: 'تم الإصلاح',
    answer: 'الرد',
    attach: 'إرفاق ملفات',
    complete: 'إنجاز',
    return: 'إعادة',
    reason: 'السبب',
    inbox: 'لا شيء ينتظر',
    toDecide: 'بانتظار القرار',
    decide: 'اتخاذ القرار',
    binding: 'ملزمة بقرار',
    sendMessage: 'إرسال',
    subject: 'حفرة في الطريق',
    asks: 'يرجى ردم الحفرة',
    question: 'في أي مسار؟',
    reply: 'في المسار الأيسر',
    fixed: 'تم ردم الحفرة',
    notOurs: 'هذا الطريق يتبع جهة أخرى',
  },
};

describeWithPrograms(['chromium'], 'referrals in the console', () => {
  let system: TestSystem;
  let browser: Browser;
  const pages: Page[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
    system = await startSystem(
      {
        mona: {},
        chief: { role: 'supervisor' },
        officer: { role: 'entity_officer', entity: 'works', queues: [] },
        other: { role: 'entity_officer', entity: 'water', queues: [] },
      },
      { worker: true, consoleFolder: CONSOLE },
    );
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  afterEach(async () => closeAll());

  const open = async (who: string, path: string, language: UiLanguage, dark: boolean): Promise<Page> => {
    const page = await openConsole(browser, system, who, { language, dark, stepMs: STEP_MS });
    pages.push(page);
    await page.goto(system.url + path);
    return page;
  };
  const closeAll = async () => {
    for (const page of pages.splice(0)) await page.context().close();
  };
  const file = async (subject: string): Promise<string> => {
    const mona = await system.signInAs('mona');
    const { body, status } = await mona.post('/api/v1/tickets', {
      subject,
      description: subject,
      kind: 'report',
      channel: 'phone',
      requester: { name: 'خالد Khalid', phone: '+97317300999' },
    });
    expect(status).toBe(201);
    return body.number as string;
  };
  const refer = async (page: Page, language: UiLanguage, entity: string) => {
    const words = WORDS[language];
    await page.getByRole('button', { name: words.send, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: words.entity }).fill(entity);
    await page.getByRole('option', { name: entity }).click();
    await dialog.getByRole('textbox', { name: words.note }).fill(words.asks);
    return dialog;
  };

  it.each<[UiLanguage, boolean]>([
    ['en', false],
    ['ar', true],
  ])(
    'should go to the entity, be asked about, and come back with a proof (%s)',
    async (language, dark) => {
      const words = WORDS[language];
      const number = await file(words.subject);
      const agent = await open('mona', `/tickets/${number}`, language, dark);
      const dialog = await refer(agent, language, 'works');
      await expectPresentable(agent, `referral-new-${language}`);
      await dialog.getByRole('button', { name: words.send, exact: true }).click();
      const onTicket = agent.getByRole('region', { name: words.sections });
      await onTicket.getByText(words.state.sent).waitFor();

      // The desk of the entity is where its officers arrive; keys do what is due.
      const officer = await open('officer', '/', language, dark);
      await officer.waitForURL(/\/referrals/);
      await officer.getByRole('link', { name: new RegExp(words.subject) }).click();
      await officer.getByRole('heading', { level: 1, name: words.subject }).waitFor();
      await officer.getByText(words.asks).waitFor();
      await expectPresentable(officer, `referral-desk-${language}`);
      await officer.keyboard.press('a');
      await officer.locator('main header').getByText(words.state.accepted).waitFor();
      await onTicket.getByText(words.state.accepted).waitFor();
      await officer.keyboard.press('r');
      await officer.locator('form textarea').fill(words.question);
      await officer.keyboard.press('Control+Enter');
      await officer.getByText(words.question).waitFor();

      await onTicket.getByText(words.asked).waitFor();
      await onTicket.getByRole('link', { name: 'works' }).click();
      await agent.getByText(words.question).waitFor();
      await agent.locator('form textarea').fill(words.reply);
      await agent.getByRole('button', { name: words.sendMessage, exact: true }).click();
      await officer.getByText(words.reply).waitFor();
      await expectPresentable(agent, `referral-centre-${language}`);

      await officer.keyboard.press('Escape');
      await officer.getByRole('button', { name: words.complete, exact: true }).click();
      const answer = officer.getByRole('dialog');
      await answer.getByRole('radio', { name: words.outcome }).check();
      await answer.getByRole('textbox', { name: words.answer }).fill(words.fixed);
      await answer
        .locator('input[type=file]')
        .setInputFiles({ name: 'صورة photo.png', mimeType: 'image/png', buffer: PHOTO });
      await answer.getByText('صورة photo.png').waitFor();
      await expectPresentable(officer, `referral-complete-${language}`);
      await answer.getByRole('button', { name: words.complete, exact: true }).click();
      await officer.locator('main header').getByText(words.state.completed).waitFor();

      await agent.goto(`${system.url}/tickets/${number}`);
      await onTicket.getByText(words.outcome).waitFor();
      await onTicket.getByText(words.fixed).waitFor();
      await expectPresentable(agent, `referral-ticket-${language}`);
      await onTicket.getByRole('link', { name: 'works' }).click();
      const proof = agent.getByRole('link', { name: 'صورة photo.png' });
      await proof.waitFor();
      const href = (await proof.getAttribute('href'))!;
      expect((await agent.request.get(system.url + href)).status()).toBe(200);

      // Another entity finds nothing, by no door.
      const other = await open('other', new URL(agent.url()).pathname, language, dark);
      await other.getByRole('alert').waitFor();
      expect(await other.getByText(words.subject).count()).toBe(0);
      await other.goto(`${system.url}/referrals`);
      await other.getByText(words.inbox).waitFor();
      expect((await other.request.get(system.url + href)).status()).toBe(404);
    },
    PATIENCE_MS,
  );

  it.each<[UiLanguage, boolean]>([
    ['en', true],
    ['ar', false],
  ])(
    'should come before the arbiter when it was returned twice, and bind the entity decided on (%s)',
    async (language, dark) => {
      const words = WORDS[language];
      const number = await file(words.subject);
      for (const [who, entity] of [
        ['officer', 'works'],
        ['other', 'water'],
      ] as const) {
        const agent = await open('mona', `/tickets/${number}`, language, dark);
        const dialog = await refer(agent, language, entity);
        await dialog.getByRole('button', { name: words.send, exact: true }).click();
        await agent.getByRole('region', { name: words.sections }).getByText(words.state.sent).waitFor();
        const officer = await open(who, '/referrals', language, dark);
        await officer.getByRole('link', { name: new RegExp(words.subject) }).click();
        await officer.getByRole('button', { name: words.return, exact: true }).click();
        const reasons = officer.getByRole('dialog');
        await reasons.getByRole('textbox', { name: words.reason }).fill(words.notOurs);
        if (entity === 'water') await expectPresentable(officer, `referral-return-${language}`);
        await reasons.getByRole('button', { name: words.return, exact: true }).click();
        await reasons.waitFor({ state: 'hidden' });
        // What was shared is shown no longer.
        await officer.getByText(words.asks).waitFor({ state: 'detached' });
        await closeAll();
      }

      const chief = await open('chief', '/referrals?box=arbiter', language, dark);
      await chief.getByRole('link', { name: words.toDecide }).waitFor();
      await chief.getByRole('link', { name: new RegExp(words.subject) }).click();
      await chief.getByText(words.notOurs).first().waitFor();
      await expectPresentable(chief, `referral-arbiter-${language}`);
      await chief.getByRole('button', { name: words.decide, exact: true }).click();
      const decision = chief.getByRole('dialog');
      await decision.getByRole('combobox', { name: words.entity }).fill('works');
      await chief.getByRole('option', { name: 'works' }).click();
      await decision.getByRole('textbox', { name: words.reason }).fill(words.asks);
      await decision.getByRole('button', { name: words.decide, exact: true }).click();
      await decision.waitFor({ state: 'hidden' });

      const officer = await open('officer', '/referrals', language, dark);
      await officer.getByRole('link', { name: new RegExp(words.subject) }).click();
      await officer.getByText(words.binding).waitFor();
      expect(await officer.getByRole('button', { name: words.return, exact: true }).count()).toBe(0);
      await expectPresentable(officer, `referral-binding-${language}`);
    },
    PATIENCE_MS,
  );
});
