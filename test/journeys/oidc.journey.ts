import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms } from '#wasl/testing';
import { axeViolationsIn, fitsWidth, takeScreenshot } from '../support/accessibility-checks.js';
import { launchBrowser } from '../support/browser.js';
import { freePort } from '../support/free-port.js';
import { IdentityProvider } from '../support/identity-provider.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../support/system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;
const SEEN = { timeout: 60_000 };

const WORDS = {
  ar: {
    byProvider: 'الدخول بحساب جهتك',
    emergency: 'دخول الطوارئ',
    emergencyHint: 'لحساب الطوارئ وحده.',
    unknown: 'لا يوجد لك حساب نشط هنا.',
    unavailable: 'تعذّر الوصول إلى خدمة الدخول',
    signIn: 'دخول',
    signOut: 'تسجيل الخروج',
    endAtProvider: 'إنهاء الجلسة لدى خدمة الدخول أيضًا',
    linked: 'خدمة الدخول',
    edit: 'تعديل',
    unlink: 'إلغاء الربط بخدمة الدخول',
  },
  en: {
    byProvider: 'Sign in with your organisation’s account',
    emergency: 'Emergency access',
    emergencyHint: 'For the emergency account alone.',
    unknown: 'There is no active account for you here.',
    unavailable: 'The sign-in service of your organisation cannot be reached.',
    signIn: 'Sign in',
    signOut: 'Sign out',
    endAtProvider: 'End the session at the sign-in service as well',
    linked: 'Sign-in service',
    edit: 'Edit',
    unlink: 'Unlink from the sign-in service',
  },
};

describeWithPrograms(['chromium'], 'signing in at the console through an identity provider', () => {
  let system: TestSystem;
  let idp: IdentityProvider;
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    idp = await IdentityProvider.start(address);
    idp.showsPage = true;
    system = await startSystem(
      { mona: {}, ali: {}, glass: { role: 'administrator' } },
      {
        consoleFolder: CONSOLE,
        env: {
          ...idp.settings,
          PORT: String(port),
          PUBLIC_URL: address,
          PASSWORD_SIGN_IN: '0',
          BREAK_GLASS_EMAIL: 'glass@test.example',
        },
      },
    );
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    await idp?.stop();
  });

  const look = async (page: Page, name: string) => {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect([name, scheme, width, await fitsWidth(page)]).toEqual([name, scheme, width, true]);
        await takeScreenshot(page, `${name}-${scheme}-${width}`);
      }
      expect(await axeViolationsIn(page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  };

  it.each<[UiLanguage, string]>([
    ['ar', 'mona'],
    ['en', 'ali'],
  ])(
    'should lead there and back, show refusals, and keep a way in for emergencies (%s)',
    async (language, name) => {
      const words = WORDS[language];
      const context = await browser.newContext({
        locale: language === 'ar' ? 'ar-BH' : 'en-GB',
        viewport: { width: 1280, height: 900 },
      });
      const page = await context.newPage();
      const begin = () => page.getByRole('link', { name: words.byProvider }).click(SEEN);
      await page.goto(`${address}/account?from=journey`);
      await page.getByRole('link', { name: words.byProvider }).waitFor(SEEN);
      expect(await page.locator('input[name=password]').count()).toBe(0);
      await look(page, `oidc-sign-in-${language}`);

      idp.person = { sub: `stranger ${language}`, email: 'stranger@nowhere.example', email_verified: true };
      await begin();
      await page.locator('#continue').click(SEEN);
      await page.getByRole('alert').getByText(words.unknown).waitFor(SEEN);
      await page.waitForURL(`${address}/account?from=journey`, SEEN);
      await look(page, `oidc-refused-${language}`);
      await context.clearCookies();

      idp.person = { sub: name, email: `${name}@test.example`, email_verified: true };
      await begin();
      await page.locator('#continue').click(SEEN);
      await page.locator('main#main').waitFor(SEEN);
      await page.waitForURL(`${address}/account?from=journey`, SEEN);

      await page.getByRole('button', { name }).click(SEEN);
      await page.getByRole('menuitem', { name: words.signOut }).click(SEEN);
      await page.getByRole('link', { name: words.endAtProvider }).waitFor(SEEN);
      await look(page, `oidc-signed-out-${language}`);

      await page.goto(address);
      await page.getByRole('button', { name: words.emergency }).click(SEEN);
      await page.getByText(words.emergencyHint).waitFor(SEEN);
      await look(page, `oidc-emergency-${language}`);
      await page.locator('input[name=email]').fill('glass@test.example');
      await page.locator('input[name=password]').fill(PASSWORD);
      await page.getByRole('button', { name: words.signIn, exact: true }).click();
      await page.locator('main#main').waitFor(SEEN);
      await page.goto(`${address}/admin/users`);
      const row = page.getByRole('row').filter({ hasText: `${name}@test.example` });
      await row.getByText(words.linked).waitFor(SEEN);
      await look(page, `oidc-users-${language}`);
      await row.getByRole('button', { name: words.edit }).click();
      await page.getByRole('button', { name: words.unlink }).waitFor(SEEN);
      await look(page, `oidc-user-${language}`);
      await page.getByRole('button', { name: words.unlink }).click();
      await row.getByText(words.linked).waitFor({ state: 'detached', ...SEEN });
      await context.close();
    },
    PATIENCE_MS,
  );

  it('should say in the language of the page that the provider cannot be reached', async () => {
    const context = await browser.newContext({ locale: 'ar-BH' });
    const page = await context.newPage();
    await page.goto(address);
    idp.person = { sub: 'mona', email: 'mona@test.example', email_verified: true };
    await page.getByRole('link', { name: WORDS.ar.byProvider }).click(SEEN);
    const link = page.locator('#continue');
    await link.waitFor(SEEN);
    // The provider answers the browser, but not us.
    idp.refusesTokens = true;
    await link.click();
    await page.getByRole('alert').getByText(WORDS.ar.unavailable).waitFor(SEEN);
    idp.refusesTokens = false;
    await context.close();
  });
});
