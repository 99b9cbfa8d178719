import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms, waitFor } from '#wasl/testing';
import { axeViolationsIn, fitsWidth, takeScreenshot } from '../support/accessibility-checks.js';
import { launchBrowser } from '../support/browser.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { WebhookSystem } from '../support/webhook-system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 1_200_000;
const STEP_MS = 120_000;

const WORDS = {
  en: {
    signIn: 'Sign in',
    add: 'Add',
    url: 'Address',
    save: 'Save',
    close: 'Close',
    deliveries: /^Deliveries to/,
    test: 'Send a test',
    delivered: 'Delivered',
    retry: /^Send msg_/,
    edit: /^Edit http/,
    rotate: 'New secret',
    rotateNow: 'Make a new secret',
    enabled: 'Enabled',
    disabled: 'Disabled',
    since: 'Everything since',
    replay: 'Send again',
    replayed: /events? (is|are) sent again/,
  },
  ar: {
    signIn: 'دخول',
    add: 'إضافة',
    url: 'العنوان',
    save: 'حفظ',
    close: 'إغلاق',
    deliveries: /^عمليات التسليم إلى/,
    test: 'إرسال تجربة',
    delivered: 'سُلّم',
    retry: /^إعادة إرسال msg_/,
    edit: /^تعديل http/,
    rotate: 'سرّ جديد',
    rotateNow: 'إنشاء سرّ جديد',
    enabled: 'مفعّل',
    disabled: 'معطّل',
    since: 'كل شيء منذ',
    replay: 'إعادة الإرسال',
    replayed: /يُعاد إرسال/,
  },
} as const;

describeWithPrograms(['chromium'], 'administration of webhooks in the console', () => {
  let hooks: WebhookSystem;
  let browser: Browser;
  beforeAll(async () => {
    hooks = await WebhookSystem.start(CONSOLE);
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await hooks?.stop();
  });

  async function signIn(language: UiLanguage, colorScheme: 'light' | 'dark', width: number): Promise<Page> {
    const context = await browser.newContext({
      locale: language === 'ar' ? 'ar-BH' : 'en-GB',
      timezoneId: 'Asia/Bahrain',
      viewport: { width, height: 900 },
      colorScheme,
    });
    context.setDefaultTimeout(STEP_MS);
    const page = await context.newPage();
    await page.goto(`${hooks.system.url}/admin/webhooks`);
    await page.locator('input[type=email], input[name=email]').fill('root@test.example');
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.getByRole('button', { name: WORDS[language].signIn, exact: true }).click();
    await page.locator('nav a[href="/admin/webhooks"]').waitFor({ state: 'attached' });
    return page;
  }

  it.each([
    ['ar', 'light', 1280],
    ['en', 'dark', 1280],
    ['ar', 'dark', 390],
    ['en', 'light', 390],
  ] as const)(
    'should make one, test it, see its deliveries, rotate and disable it (%s, %s, %d)',
    async (language, scheme, width) => {
      const words = WORDS[language];
      const receiver = await hooks.receiver();
      const page = await signIn(language, scheme, width);
      const dialog = page.getByRole('dialog');
      const check = async (what: string) => {
        await takeScreenshot(page, `webhooks-${what}-${language}-${scheme}-${width}`);
        expect([what, await axeViolationsIn(page)]).toEqual([what, []]);
        expect([what, await fitsWidth(page)]).toEqual([what, true]);
      };
      const button = (name: string | RegExp) =>
        dialog.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });

      await page.getByRole('button', { name: words.add, exact: true }).click();
      await dialog.getByLabel(words.url).fill(receiver.url);
      await check('new');
      await button(words.save).click();
      const secret = (await dialog.locator('bdi', { hasText: 'whsec_' }).textContent())!;
      await check('secret');
      await dialog.getByRole('button', { name: words.close, exact: true }).last().click();
      await dialog.waitFor({ state: 'detached' });

      const row = page.getByRole('row', { name: receiver.url });
      await row.getByRole('button', { name: words.deliveries }).click();
      await button(words.test).click();
      await dialog.getByRole('cell', { name: words.delivered }).first().waitFor();
      const [test] = receiver.received;
      new Webhook(secret).verify(test!.body, test!.headers);
      receiver.answer = (response) => response.writeHead(500).end('<p>Out of order</p>');
      await hooks.ticket();
      await dialog.getByText('500', { exact: true }).waitFor();
      await check('deliveries');
      receiver.answer = (response) => response.writeHead(204).end();
      await button(words.retry).first().click();
      await dialog.getByText('500', { exact: true }).waitFor({ state: 'detached' });
      const before = receiver.received.length;
      await dialog.getByLabel(words.since).fill('2026-01-01T00:00');
      await dialog.locator('form').getByRole('button', { name: words.replay, exact: true }).click();
      await page.getByText(words.replayed).first().waitFor();
      await waitFor(() => receiver.received.length > before, { what: 'the replay' });
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });

      await row.getByRole('button', { name: words.edit }).click();
      await button(words.rotate).click();
      await button(words.rotateNow).click();
      const rotated = (await dialog.locator('bdi', { hasText: 'whsec_' }).textContent())!;
      expect(rotated).not.toBe(secret);
      await check('rotated');
      await dialog.getByLabel(words.enabled).uncheck({ force: true });
      await button(words.save).click();
      await dialog.waitFor({ state: 'detached' });
      await row.getByText(words.disabled).waitFor();
      await check('list');
      await page.context().close();
    },
    PATIENCE_MS,
  );
});
