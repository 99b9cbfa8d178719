import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { MailAddresses, ReceiveMail } from '#wasl/channels';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms } from '#wasl/testing';
import { ContactProofs } from '#wasl/tickets';
import { createPortal } from '../../apps/portal/src/create-portal.js';
import { launchBrowser } from '../support/browser.js';
import {
  fitsWidth,
  takeScreenshot,
  axeViolationsIn,
  axeViolationsWithoutScripts,
} from '../support/accessibility-checks.js';
import type { Client } from '../support/client.js';
import { mailText } from '../support/inbound-mail.js';
import { startSystem, type TestSystem } from '../support/system.js';

const ROOT = join(import.meta.dirname, '../..');
const CONSOLE = join(ROOT, 'dist/apps/console/');
const PATIENCE_MS = 600_000;
const STEP_MS = 60_000;

interface Texts {
  list: { region: string };
  view: { review: string };
  held: { reason: { not_participant: string }; accept: string; dismiss: string };
  contacts: {
    state: { verified: string; claimed: string };
    confirm: string;
    replyTo: string;
    replyToConfirmed: string;
  };
}
const textsOf = (language: UiLanguage) =>
  JSON.parse(readFileSync(join(ROOT, `apps/console/src/i18n/${language}.json`), 'utf8')) as Texts;

describeWithPrograms(['chromium'], 'held messages in the console', () => {
  let system: TestSystem;
  let browser: Browser;
  let mona: Client;
  let portal: NestExpressApplication;
  beforeAll(async () => {
    browser = await launchBrowser();
    system = await startSystem({ mona: { queues: ['general'] } }, { consoleFolder: CONSOLE });
    mona = await system.signInAs('mona');
    portal = await createPortal({ ...system.settings, LOG_LEVEL: 'error' });
    await portal.listen(0, '127.0.0.1');
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
    await system?.stop();
  });

  const open = async (language: UiLanguage, dark: boolean): Promise<Page> => {
    await system.database.query('UPDATE staff SET language = $1', [language]);
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: language,
      colorScheme: dark ? 'dark' : 'light',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(STEP_MS);
    const [name, value] = (await system.signInAs('mona')).cookie!.split('=');
    await context.addCookies([{ name: name!, value: value!, url: system.url }]);
    return page;
  };
  /** Screenshots in both widths, and an accessibility check. */
  const look = async (page: Page, name: string) => {
    expect([name, await axeViolationsIn(page)]).toEqual([name, []]);
    await takeScreenshot(page, name);
    await page.setViewportSize({ width: 360, height: 800 });
    expect([name, await fitsWidth(page)]).toEqual([name, true]);
    await takeScreenshot(page, `${name}-narrow`);
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  const receive = (from: string, to: string, body: string) =>
    system.api
      .get(ReceiveMail, { strict: false })
      .receive({ from, recipients: [to] }, Buffer.from(mailText({ from, body })));

  /** A ticket by mail, to whose reply address another person writes. @returns its number */
  const writtenTo = async (language: UiLanguage): Promise<string> => {
    const { ticketId } = await receive(
      `sara-${language}@home.example`,
      'general@contact.example',
      'مصباح مكسور',
    );
    const [row] = await system.database.query<{ number: string }>('SELECT number FROM ticket WHERE id = $1', [
      ticketId,
    ]);
    const to = system.api.get(MailAddresses, { strict: false }).replyAddress('general', row!.number);
    await receive('neighbour@street.example', to, 'أنا جارتها، والعمود أمام بيتي. I live next door.');
    return row!.number;
  };

  it.each([
    ['en', false],
    ['ar', true],
  ] as const)(
    'should be listed, read and accepted: a message of somebody who is not part of the ticket (%s)',
    async (language, dark) => {
      const texts = textsOf(language);
      const number = await writtenTo(language);
      const page = await open(language, dark);
      await page.goto(`${system.url}/tickets`);
      await page.getByRole('link', { name: texts.view.review }).click();
      const row = page
        .getByRole('region', { name: texts.list.region, exact: true })
        .locator(`a[href*="${number.replace(/(.{4})(?=.)/g, '$1-')}"]`)
        .first();
      await row.waitFor();
      await look(page, `review-${language}`);
      await row.click();
      await page.getByText(texts.held.reason.not_participant).waitFor();
      await look(page, `held-${language}`);
      await page.getByRole('button', { name: texts.held.accept, exact: true }).click();
      await page
        .getByRole('button', { name: texts.held.dismiss, exact: true })
        .waitFor({ state: 'detached' });
      await page.getByRole('link', { name: texts.view.review }).click();
      await row.waitFor({ state: 'detached' });
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it.each([
    ['en', true],
    ['ar', false],
  ] as const)(
    'should be confirmed with the person: an address that somebody typed and that is known (%s)',
    async (language, dark) => {
      const texts = textsOf(language);
      const email = `fatima-${language}@home.example`;
      const known = await mona.post('/api/v1/tickets', {
        subject: 'إنارة',
        description: 'مصباح',
        channel: 'phone',
        requester: { name: 'فاطمة حسن', email },
      });
      expect(known.status).toBe(201);
      const filed = await system.anonymous.post('/api/v1/public/tickets', {
        kind: 'complaint',
        subject: 'Pothole',
        description: 'A deep one',
        language,
        requester: { name: 'Fatima', email, phone: '36001234', audience: 'citizen' },
      });
      // As if a mail had named it.
      await system.database.query('UPDATE ticket_contact SET reply_to = true WHERE value = $1', [email]);
      const page = await open(language, dark);
      await page.goto(`${system.url}/tickets/${filed.body.number as string}`);
      await page.getByText(/فاطمة حسن/).waitFor();
      await page.getByText(texts.contacts.replyTo, { exact: true }).waitFor();
      const claimed = page.locator('[data-state=claimed]', { hasText: texts.contacts.state.claimed });
      await claimed.first().waitFor();
      expect(await claimed.count()).toBe(2);
      await look(page, `contacts-${language}`);
      await page
        .getByRole('listitem')
        .filter({ hasText: email })
        .getByRole('button', { name: texts.contacts.confirm })
        .click();
      await page.locator('[data-state=verified]', { hasText: texts.contacts.state.verified }).waitFor();
      await page.getByText(texts.contacts.replyToConfirmed, { exact: true }).waitFor();
      const { body } = await mona.get(`/api/v1/tickets/${filed.body.number as string}`);
      expect((body.requester as { name: string }).name).toBe('فاطمة حسن');
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it.each([
    ['en', 'confirm', false],
    ['ar', 'confirm', true],
    ['ar', 'refuse', false],
  ] as const)(
    'should be asked of its owner on the portal, without scripts (%s, %s)',
    async (language, go, dark) => {
      const filed = await system.anonymous.post('/api/v1/public/tickets', {
        kind: 'complaint',
        subject: 'A stranger’s words',
        description: 'Nothing of this is shown',
        language,
        requester: { email: `owner-${language}-${go}@home.example`, audience: 'citizen' },
      });
      const [contact] = await system.database.query<{ id: string }>(
        'SELECT c.id FROM ticket_contact c JOIN ticket t ON t.id = c.ticket_id WHERE t.number = $1',
        [(filed.body.number as string).replaceAll('-', '')],
      );
      const link = new URL(system.api.get(ContactProofs, { strict: false }).link(contact!.id, language));
      const context = await browser.newContext({
        viewport: { width: 360, height: 800 },
        colorScheme: dark ? 'dark' : 'light',
        javaScriptEnabled: false,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(STEP_MS);
      await page.goto((await portal.getUrl()) + link.pathname);
      expect(await page.locator('body').innerText()).not.toContain('stranger');
      for (const step of ['asked', go]) {
        expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
        expect([step, await axeViolationsWithoutScripts(browser, page)]).toEqual([step, []]);
        await takeScreenshot(page, `owner-${language}-${go}-${step}`);
        const button = page.locator(`button[value=${go}]`);
        if (step === 'asked') await Promise.all([page.waitForLoadState(), button.click()]);
        await button.waitFor({ state: 'detached' });
      }
      const [now] = await system.database.query<{ state: string }>(
        'SELECT state FROM ticket_contact WHERE id = $1',
        [contact!.id],
      );
      expect(now!.state).toBe(go === 'confirm' ? 'verified' : 'refused');
      await context.close();
    },
    PATIENCE_MS,
  );
});
