import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms, waitFor } from '#wasl/testing';
import { launchBrowser } from '../support/browser.js';
import { axeViolationsIn } from '../support/accessibility-checks.js';
import { type ExternalMailServer, startExternalMailServer } from '../support/mail-server.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../support/system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;
const CANNED = {
  key: 'crew',
  title: { ar: 'الفريق في الطريق', en: 'Crew on the way' },
  texts: [
    { language: 'ar', text: 'الفريق في الطريق إليكم يا {{requesterName}}.\n{{agentName}}' },
    { language: 'en', text: 'The crew is on its way, {{requesterName}}.\n{{agentName}}' },
  ],
};

/** The texts on the screen by which the test finds controls. */
const WORDS = {
  en: {
    signIn: 'Sign in',
    notice: /^Received · mail, English:/,
    text: 'Text',
    insert: 'Insert requesterName',
    preview: 'Preview',
    greeting: 'Welcome, ',
    example: 'Welcome, Khalid Al Ali',
    save: 'Save',
    own: 'Own words',
    write: 'Write to the requester',
    send: 'Send reply',
    list: 'Canned replies',
    search: '//crew',
    answer: 'The crew is on its way, Khalid.\nali',
    acknowledged: 'Welcome, Khalid',
  },
  ar: {
    signIn: 'دخول',
    notice: /^إشعار الاستلام · بريد، العربية:/,
    text: 'النص',
    insert: 'إدراج requesterName',
    preview: 'معاينة',
    greeting: 'أهلًا ',
    example: 'أهلًا \u2068خالد العلي\u2069',
    save: 'حفظ',
    own: 'نص معدَّل',
    write: 'اكتب إلى مقدّم الطلب',
    send: 'إرسال الرد',
    list: 'الردود الجاهزة',
    search: '//الطريق',
    answer: 'الفريق في الطريق إليكم يا \u2068Khalid\u2069.\n\u2068mona\u2069',
    acknowledged: 'أهلًا \u2068Khalid\u2069',
  },
};

describeWithPrograms(['chromium'], 'message templates and canned replies', () => {
  let mail: ExternalMailServer;
  let system: TestSystem;
  let browser: Browser;
  beforeAll(async () => {
    mail = await startExternalMailServer();
    system = await startSystem(
      { root: { role: 'administrator', queues: [] }, mona: {}, ali: {} },
      { worker: true, consoleFolder: CONSOLE, env: { SMTP_OUT_URL: mail.url } },
    );
    expect((await (await system.signInAs('root')).post('/api/v1/admin/canned-replies', CANNED)).status).toBe(
      201,
    );
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    await mail?.stop();
  });

  async function open(language: UiLanguage, who: string, path: string): Promise<Page> {
    const context = await browser.newContext({
      locale: language === 'ar' ? 'ar-BH' : 'en-GB',
      viewport: { width: 1400, height: 900 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(system.url + path);
    await page.locator('input[type=email], input[name=email]').fill(system.people[who]!.email);
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.getByRole('button', { name: WORDS[language].signIn, exact: true }).click();
    return page;
  }
  const arrived = (email: string, words: string) =>
    waitFor(() => mail.received.find((one) => one.to[0] === email && one.mail.text?.includes(words)), {
      within: 60_000,
      what: `“${words}” at ${email}`,
    });

  async function changeAcknowledgement(language: UiLanguage): Promise<void> {
    const words = WORDS[language];
    const page = await open(language, 'root', '/admin/templates');
    await page.getByRole('button', { name: words.notice }).click();
    const dialog = page.getByRole('dialog');
    const field = dialog.getByRole('textbox', { name: words.text });
    await field.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type(words.greeting);
    await dialog.getByRole('button', { name: words.insert }).click();
    await page.keyboard.type('\n\n');
    await dialog.getByRole('region', { name: words.preview }).getByText(words.example).waitFor();
    expect(await axeViolationsIn(page)).toEqual([]);
    await dialog.getByRole('button', { name: words.save }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: words.notice }).filter({ hasText: words.own }).waitFor();
    await page.context().close();
  }

  async function answerByCanned(language: UiLanguage, agent: string, number: string): Promise<void> {
    const words = WORDS[language];
    const page = await open(language, agent, `/tickets/${number}`);
    const field = page.getByPlaceholder(words.write);
    await field.click();
    await page.keyboard.type('//');
    const list = page.getByRole('listbox', { name: words.list });
    await list.getByRole('option').first().waitFor();
    expect(await axeViolationsIn(page)).toEqual([]);
    const chosen = list.getByRole('option', { selected: true });
    expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    // Escape closes the list and keeps the text; typing the trigger again reopens it.
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    expect(await field.inputValue()).toBe('//');
    await field.fill('');
    await page.keyboard.type(words.search);
    await list.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await list.waitFor({ state: 'hidden' });
    expect(await field.inputValue()).toBe(words.answer);
    await page.getByRole('button', { name: words.send }).click();
    await page.getByPlaceholder(words.write).and(page.locator(':placeholder-shown')).waitFor();
    await page.context().close();
  }

  it.each<[UiLanguage, string]>([
    ['ar', 'mona'],
    ['en', 'ali'],
  ])(
    'should be written by an administrator, be in the mail, and be at an agent’s hand (%s)',
    async (language, agent) => {
      await changeAcknowledgement(language);
      const email = `khalid-${language}@home.example`;
      // An address that staff confirmed: one that a form named is asked to confirm first, in fixed words.
      const filed = await (
        await system.signInAs(agent)
      ).post('/api/v1/tickets', {
        kind: 'complaint',
        subject: 'Lamp',
        description: 'Dark',
        language,
        requester: { name: 'Khalid', email, audience: 'citizen' },
      });
      expect(filed.status).toBe(201);
      const { mail: acknowledged } = await arrived(email, WORDS[language].acknowledged);
      expect(acknowledged.text!.startsWith(WORDS[language].acknowledged)).toBe(true);
      await answerByCanned(language, agent, filed.body.number as string);
      await arrived(email, WORDS[language].answer);
    },
    PATIENCE_MS,
  );
});
