import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms, waitFor } from '#wasl/testing';
import { launchBrowser } from '../support/browser.js';
import { axeViolationsIn } from '../support/accessibility-checks.js';
import type { Client } from '../support/client.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { PASSWORD } from '../support/seed-contact-centre.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;
const SEEN = { timeout: 120_000 };

/** The texts on the screen by which the test finds controls. */
const WORDS = {
  en: {
    signIn: 'Sign in',
    join: 'Merge, split, link',
    merge: 'Merge with another ticket',
    mergeNow: 'Merge',
    undo: 'Undo',
    went: /was merged and goes on in/,
    undoMerge: 'Undo the merge',
    mergedHere: 'Merged into this ticket',
    palette: 'What do you want to do?',
    split: 'Split into two',
    splitNow: 'Make a ticket of them',
    subject: 'Subject of the new ticket',
    link: 'Link to another ticket',
    linkWhich: 'Which ticket?',
    linkAs: 'This ticket',
    partOf: 'is part of',
    linkNow: 'Link',
    unlink: /Remove the link/,
    email: 'Email',
    similar: 'Is it one of these?',
    same: 'same requester',
    write: 'Write to the requester',
    send: 'Send reply',
    sendNow: 'Send now',
    tabs: 'Open tickets',
    menu: 'With the selected',
    priority: 'Set priority',
    doIt: 'Do it to 2 tickets',
    done: 'Done to 2 tickets.',
    talking: 'Talking',
    details: 'Tickets and contacts',
  },
  ar: {
    signIn: 'دخول',
    join: 'دمج، فصل، ربط',
    merge: 'دمج مع تذكرة أخرى',
    mergeNow: 'دمج',
    undo: 'تراجع',
    went: /دُمجت هذه التذكرة وتستمر في/,
    undoMerge: 'التراجع عن الدمج',
    mergedHere: 'تذاكر دُمجت في هذه التذكرة',
    palette: 'ماذا تريد أن تفعل؟',
    split: 'فصل إلى',
    splitNow: 'إنشاء تذكرة منها',
    subject: 'موضوع التذكرة الجديدة',
    link: 'ربط بتذكرة أخرى',
    linkWhich: 'أي تذكرة؟',
    linkAs: 'هذه التذكرة',
    partOf: 'جزء من',
    linkNow: 'ربط',
    unlink: /إزالة الرابط/,
    email: 'البريد الإلكتروني',
    similar: 'هل هي إحدى هذه التذاكر؟',
    same: 'مقدّم الطلب نفسه',
    write: 'اكتب إلى مقدّم الطلب',
    send: 'إرسال الرد',
    sendNow: 'أرسل الآن',
    tabs: 'التذاكر المفتوحة أمامك',
    menu: 'إجراء على المحدد',
    priority: 'تعيين الأولوية',
    doIt: 'تنفيذ على تذكرتين',
    done: 'نُفِّذ على تذكرتين.',
    talking: 'في مكالمة',
    details: 'التذاكر والتواصل',
  },
};

describeWithPrograms(['chromium'], 'merging, splitting and linking in the console', () => {
  let system: TestSystem;
  let browser: Browser;
  let agent: Client;
  beforeAll(async () => {
    system = await startSystem(
      { mona: {}, sana: { role: 'supervisor' } },
      { worker: true, consoleFolder: CONSOLE },
    );
    agent = await system.signInAs('mona');
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const open = async (subject: string, email: string) =>
    (
      await agent.post('/api/v1/tickets', {
        subject,
        description: 'المصباح لا يعمل / The lamp is dark',
        language: 'ar',
        requester: { name: 'سلمى', email },
      })
    ).body['number'] as string;
  const statusOf = async (number: string) => (await agent.get(`/api/v1/tickets/${number}`)).body['status'];
  const bodiesOf = async (number: string) =>
    ((await agent.get(`/api/v1/tickets/${number}/messages`)).body['data'] as { body: string }[]).map(
      ({ body }) => body,
    );

  const signIn = async (language: UiLanguage, name = 'mona'): Promise<Page> => {
    const page = await (
      await browser.newContext({
        locale: language === 'ar' ? 'ar-BH' : 'en-GB',
        viewport: { width: 1440, height: 900 },
      })
    ).newPage();
    await page.goto(system.url);
    await page.locator('input[type=email], input[name=email]').fill(system.people[name]!.email);
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
    await page.locator('input[type=password]').fill(PASSWORD);
    const button = page.getByRole('button', { name: WORDS[language].signIn, exact: true });
    await button.click();
    await button.waitFor({ state: 'detached', ...SEEN });
    return page;
  };
  /** Axe runs in the page after animations have ended. */
  const expectAccessible = async (page: Page) => {
    const violations = await axeViolationsIn(page);
    expect(violations).toEqual([]);
  };
  const show = async (page: Page, number: string, subject: string) => {
    await page.goto(`${system.url}/tickets/${number}?view=unassigned`);
    await page.getByRole('heading', { level: 1, name: subject }).waitFor(SEEN);
  };
  /** With the command palette, by keyboard only. */
  const ask = async (page: Page, words: (typeof WORDS)['en'], typed: string) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: words.palette }).fill(typed);
    await page.getByRole('option', { name: typed }).first().waitFor(SEEN);
    await page.keyboard.press('Enter');
  };

  it.each<UiLanguage>(['ar', 'en'])(
    'should be merged after both were seen, undone, and merged again (%s)',
    async (language) => {
      const words = WORDS[language];
      const email = `merge-${language}@example.com`;
      const [one, two] = [await open(`one ${language}`, email), await open(`two ${language}`, email)];
      const page = await signIn(language);
      await show(page, one, `one ${language}`);
      const merge = async () => {
        await page.getByRole('button', { name: words.join }).click();
        await page.getByRole('menuitem', { name: words.merge }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('radio', { name: new RegExp(`two ${language}`) }).check();
        await dialog.getByRole('listitem').first().waitFor(SEEN);
        await expectAccessible(page);
        await dialog.getByRole('button', { name: words.mergeNow, exact: true }).click();
        // The notification stays while the pointer is on it.
        await page.getByRole('button', { name: words.undo, exact: true }).last().hover();
        await page.getByRole('heading', { level: 1, name: `two ${language}` }).waitFor(SEEN);
        await page.getByRole('heading', { name: words.mergedHere }).waitFor(SEEN);
        expect(await statusOf(one)).toBe('closed');
      };
      await merge();
      await page.getByRole('button', { name: words.undo, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: `one ${language}` }).waitFor(SEEN);
      await waitFor(async () => (await statusOf(one)) === 'open', { what: 'the ticket to be on its own' });

      await merge();
      await page.getByRole('complementary').getByRole('link', { name: one }).first().click();
      await page.getByRole('note').getByText(words.went).waitFor(SEEN);
      await expectAccessible(page);
      await page.getByRole('note').getByRole('button', { name: words.undoMerge }).click();
      await page.getByRole('note').waitFor({ state: 'detached', ...SEEN });
      expect((await agent.get(`/api/v1/tickets/${one}`)).body['mergedInto']).toBeUndefined();
      expect(await statusOf(two)).not.toBe('closed');
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it.each<UiLanguage>(['ar', 'en'])(
    'should be split and linked by the palette, and the link taken away and back (%s)',
    async (language) => {
      const words = WORDS[language];
      const number = await open(`split ${language}`, `split-${language}@example.com`);
      const whole = await open(`whole ${language}`, `whole-${language}@example.com`);
      const note = { kind: 'internal_note', body: `another matter ${language}` };
      await agent.post(`/api/v1/tickets/${number}/messages`, note);
      const page = await signIn(language);
      await show(page, number, `split ${language}`);
      await page.keyboard.press('Control+k');
      await page.getByRole('option').first().waitFor(SEEN);
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached', ...SEEN });
      await ask(page, words, words.split);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('checkbox', { name: new RegExp(note.body) }).check();
      await dialog.getByRole('textbox', { name: words.subject }).fill(`new ${language}`);
      await expectAccessible(page);
      await dialog.getByRole('button', { name: words.splitNow }).click();
      await page.getByRole('heading', { level: 1, name: `new ${language}` }).waitFor(SEEN);
      expect(await bodiesOf(number)).toEqual([]);

      await ask(page, words, words.link);
      await dialog.getByRole('searchbox', { name: words.linkWhich }).fill(whole);
      await dialog.getByRole('radio', { name: new RegExp(whole) }).check();
      await dialog.getByRole('combobox', { name: words.linkAs }).click();
      await page.getByRole('option', { name: words.partOf }).click();
      await expectAccessible(page);
      await dialog.getByRole('button', { name: words.linkNow, exact: true }).click();
      const side = page.getByRole('complementary');
      await side.getByText(words.partOf).waitFor(SEEN);
      const unlink = side.getByRole('button', { name: words.unlink }).last();
      await unlink.click();
      // The notification stays while the pointer is on it.
      await page.getByRole('button', { name: words.undo, exact: true }).last().hover();
      await side.getByText(words.partOf).waitFor({ state: 'detached', ...SEEN });
      await page.getByRole('button', { name: words.undo, exact: true }).last().click();
      await side.getByText(words.partOf).waitFor(SEEN);
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it.each<UiLanguage>(['ar', 'en'])(
    'should be shown, where they are alike, before one more is made; and what is sent can be taken back (%s)',
    async (language) => {
      const words = WORDS[language];
      const email = `similar-${language}@example.com`;
      const number = await open(`known ${language}`, email);
      const page = await signIn(language);
      // As a user may choose: the usual five seconds may pass before a busy machine has found the button.
      await page.evaluate(() => {
        localStorage.setItem('wasl.preferences', JSON.stringify({ state: { undoSeconds: 30 }, version: 0 }));
      });
      await show(page, number, `known ${language}`);
      await page.getByPlaceholder(words.write).fill('first thought');
      await page.getByRole('button', { name: words.send }).click();
      await page.getByRole('button', { name: words.undo, exact: true }).click();
      await expectAccessible(page);
      expect(await page.getByPlaceholder(words.write).inputValue()).toBe('first thought');
      await page.getByPlaceholder(words.write).fill('second thought');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('button', { name: words.sendNow }).click();
      await page.getByRole('article').filter({ hasText: 'second thought' }).waitFor(SEEN);
      await waitFor(async () => (await bodiesOf(number)).length > 0, { what: 'the reply to be stored' });
      expect(await bodiesOf(number)).toEqual(['second thought']);

      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('c');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: words.email }).fill(email);
      const similar = dialog.getByRole('region', { name: words.similar });
      await similar.getByRole('link', { name: number }).waitFor(SEEN);
      await similar.getByText(words.same).waitFor(SEEN);
      await expectAccessible(page);
      await similar.getByRole('link', { name: number }).click();
      await dialog.waitFor({ state: 'detached', ...SEEN });
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it.each<UiLanguage>(['ar', 'en'])(
    'should stand in tabs with marks of news, and be dealt with together (%s)',
    async (language) => {
      const words = WORDS[language];
      const email = `tabs-${language}@example.com`;
      const numbers = [await open(`first ${language}`, email), await open(`second ${language}`, email)];
      const page = await signIn(language);
      // the draft stays in its tab after a short look at another
      await show(page, numbers[0]!, `first ${language}`);
      await page.getByPlaceholder(words.write).fill('later');
      await page.keyboard.press('Escape');
      await page
        .getByRole('link', { name: new RegExp(numbers[1]!) })
        .first()
        .click();
      await page.getByRole('heading', { level: 1, name: `second ${language}` }).waitFor(SEEN);
      const tabs = page.getByRole('navigation', { name: words.tabs });
      await tabs.getByRole('link', { name: `first ${language}` }).waitFor(SEEN);
      const supervisor = await system.signInAs('sana');
      await supervisor.post(`/api/v1/tickets/${numbers[0]}/messages`, {
        kind: 'internal_note',
        body: 'news',
      });
      await tabs
        .getByRole('link', { name: `first ${language}` })
        .getByText('◆')
        .waitFor(SEEN);
      await expectAccessible(page);
      await tabs.getByRole('link', { name: `first ${language}` }).click();
      await page.getByRole('heading', { level: 1, name: `first ${language}` }).waitFor(SEEN);
      expect(await page.getByPlaceholder(words.write).inputValue()).toBe('later');

      for (const number of numbers) await page.getByRole('checkbox', { name: new RegExp(number) }).check();
      await page.getByRole('button', { name: words.menu }).click();
      await page.getByRole('menuitem', { name: words.priority }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: words.doIt }).click();
      await dialog.getByText(words.done).waitFor(SEEN);
      await expectAccessible(page);
      for (const number of numbers)
        expect((await agent.get(`/api/v1/tickets/${number}`)).body['priority']).toBe('high');
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it('should show the call controls and the caller when the console is opened during a call', async () => {
    const number = await open('callers own', 'caller@example.com');
    await system.database.query(
      `INSERT INTO requester_address (kind, value, requester_id, created_at, state, proved_by)
       SELECT 'phone', '+97333777888', requester_id, now(), 'verified', 'confirmed_by_staff' FROM ticket WHERE number = $1`,
      [number.replaceAll('-', '')],
    );
    await system.database.query(`UPDATE staff SET extension = '411' WHERE id = $1`, [system.people.mona!.id]);
    const tell = (event: object) =>
      system.anonymous.post('/api/v1/cti/cti-token-for-tests', { callId: 'opened-late', ...event });
    await tell({ event: 'newCall', direction: 'in', from: '+97333777888', to: '+97317555555', user: '411' });
    await tell({ event: 'answer', answeringNumber: '411' });
    const page = await signIn('en');
    const card = page.getByRole('article').filter({ hasText: WORDS.en.talking });
    const showDetails = () => card.getByRole('button', { name: WORDS.en.details }).click(SEEN);
    await showDetails();
    await card.getByRole('link', { name: number }).waitFor(SEEN);
    await page.reload();
    await showDetails();
    await card.getByRole('link', { name: number }).waitFor(SEEN);
    await expectAccessible(page);
    await tell({ event: 'hangup', cause: 'normalClearing' });
    await card.waitFor({ state: 'detached', ...SEEN });
    await page.context().close();
  });
});
