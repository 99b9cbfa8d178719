import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms } from '#wasl/testing';
import { launchBrowser } from '../support/browser.js';
import { fitsWidth, takeScreenshot, axeViolationsIn } from '../support/accessibility-checks.js';
import { freePort } from '../support/free-port.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { appCode } from '../support/totp-app.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;
const SEEN = { timeout: 60_000 };

const WORDS = {
  en: {
    signIn: 'Sign in',
    byPasskey: 'Sign in with a passkey',
    enrol: 'Set up a second step',
    name: 'Name',
    add: 'Add a passkey',
    codes: 'Your recovery codes',
    kept: 'I have kept them',
    account: 'My account',
    setUp: 'Set up',
    first: 'The code that the app shows',
    confirm: 'Confirm',
    isSetUp: 'A code of the app is asked for when you sign in by password.',
    second: 'One more step',
    code: 'One-time code',
    recovery: 'Use a recovery code instead',
    recoveryCode: 'Recovery code',
    usePasskey: 'Use a passkey',
    policy: 'Require a second step…',
    policyTitle: 'Who must use a second step',
    agents: 'Agent',
    save: 'Save',
    whoIsIt: 'Confirm that it is you',
    current: 'Present password',
    renew: 'Make new ones',
  },
  ar: {
    signIn: 'دخول',
    byPasskey: 'الدخول بمفتاح مرور',
    enrol: 'إعداد التحقق بخطوتين',
    name: 'الاسم',
    add: 'إضافة مفتاح مرور',
    codes: 'رموز الاسترداد الخاصة بك',
    kept: 'حفظتُها',
    account: 'حسابي',
    setUp: 'تفعيل',
    first: 'الرمز الذي يعرضه التطبيق',
    confirm: 'تأكيد',
    isSetUp: 'يُطلب رمز من التطبيق عند الدخول بكلمة المرور.',
    second: 'خطوة أخرى',
    code: 'رمز التحقق لمرة واحدة',
    recovery: 'استخدام رمز استرداد بدلًا منه',
    recoveryCode: 'رمز الاسترداد',
    usePasskey: 'استخدام مفتاح مرور',
    policy: 'اشتراط التحقق بخطوتين…',
    policyTitle: 'من يُشترط عليه التحقق بخطوتين',
    agents: 'موظف خدمة',
    save: 'حفظ',
    whoIsIt: 'تأكيد هويتك',
    current: 'كلمة المرور الحالية',
    renew: 'إنشاء رموز جديدة',
  },
};

describeWithPrograms(['chromium'], 'second factors at the console', () => {
  let system: TestSystem;
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    const port = await freePort();
    address = `http://localhost:${port}`;
    system = await startSystem(
      { boss: { role: 'supervisor' }, chief: { role: 'supervisor' }, root: { role: 'administrator' } },
      { consoleFolder: CONSOLE, env: { PORT: String(port), PUBLIC_URL: address } },
    );
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const openPage = async (language: UiLanguage): Promise<Page> => {
    const context = await browser.newContext({
      locale: language === 'ar' ? 'ar-BH' : 'en-GB',
      viewport: { width: 1280, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(address);
    return page;
  };
  /** A virtual fingerprint reader. */
  const plugIn = async (page: Page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable');
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
  };
  const typePassword = async (page: Page, name: string, words: (typeof WORDS)['en']) => {
    await page.locator('input[name=email]').fill(system.people[name]!.email);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.getByRole('button', { name: words.signIn, exact: true }).click();
  };
  const leave = async (page: Page) => {
    await page.context().clearCookies();
    await page.goto(address);
    await page.locator('input[name=email]').waitFor(SEEN);
  };
  const atWork = (page: Page) => page.locator('main#main').waitFor(SEEN);
  /** Takes screenshots of a page in light and dark, wide and narrow. */
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
    ['ar', 'boss'],
    ['en', 'chief'],
  ])(
    'should be enrolled where the role requires one, and then sign in by it (%s)',
    async (language, name) => {
      await system.database.query(
        `INSERT INTO second_factor_role (role) VALUES ('supervisor') ON CONFLICT DO NOTHING`,
      );
      const words = WORDS[language];
      const page = await openPage(language);
      await plugIn(page);
      await page.locator('input[name=email]').waitFor(SEEN);
      await look(page, `sign-in-${language}`);
      await typePassword(page, name, words);
      await page.getByRole('heading', { name: words.enrol }).waitFor(SEEN);
      await look(page, `enrol-${language}`);
      await page.getByLabel(words.name).fill('laptop');
      await page.getByRole('button', { name: words.add }).click();
      await page.getByText(words.codes).waitFor(SEEN);
      const codes = (await page.getByTestId('recovery-codes').innerText()).split(/\s+/);
      expect(codes).toHaveLength(10);
      await look(page, `recovery-${language}`);
      await page.getByRole('button', { name: words.kept }).click();
      await atWork(page);

      await leave(page);
      await page.getByRole('button', { name: words.byPasskey }).click();
      await atWork(page);

      await page.goto(`${address}/account`);
      await page.getByRole('button', { name: words.setUp, exact: true }).click();
      const secret = await page.getByTestId('totp-secret').innerText();
      await look(page, `account-${language}`);
      await page.getByLabel(words.first).fill(appCode(secret));
      await page.getByRole('button', { name: words.confirm, exact: true }).click();
      await page.getByText(words.isSetUp).waitFor(SEEN);

      await leave(page);
      await typePassword(page, name, words);
      await page.getByRole('heading', { name: words.second }).waitFor(SEEN);
      await look(page, `second-step-${language}`);
      await page.getByLabel(words.code).fill(appCode(secret, 1));
      await page.getByRole('button', { name: words.signIn, exact: true }).click();
      await atWork(page);

      await leave(page);
      await typePassword(page, name, words);
      await page.getByRole('button', { name: words.usePasskey, exact: true }).click();
      await atWork(page);

      await leave(page);
      await typePassword(page, name, words);
      await page.getByRole('button', { name: words.recovery }).click();
      await page.getByLabel(words.recoveryCode).fill(codes[0]!);
      await page.getByRole('button', { name: words.signIn, exact: true }).click();
      await atWork(page);

      // Ten minutes later, identity confirmation is required again.
      await system.database.query(`UPDATE staff_session SET confirmed_at = now() - interval '11 minutes'`);
      await page.goto(`${address}/account`);
      await page.getByRole('button', { name: words.renew }).click();
      await page.getByRole('dialog', { name: words.whoIsIt }).waitFor(SEEN);
      await look(page, `confirm-${language}`);
      await page.getByRole('dialog').getByLabel(words.current).fill(PASSWORD);
      await page.getByRole('dialog').getByRole('button', { name: words.confirm, exact: true }).click();
      await page.getByText(words.codes).waitFor(SEEN);
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it.each<UiLanguage>(['ar', 'en'])(
    'should be required of roles by an administrator (%s)',
    async (language) => {
      const words = WORDS[language];
      const page = await openPage(language);
      await page.locator('input[name=email]').waitFor(SEEN);
      await typePassword(page, 'root', words);
      await atWork(page);
      await page.goto(`${address}/admin/users`);
      await page.getByRole('button', { name: words.policy }).click();
      const dialog = page.getByRole('dialog', { name: words.policyTitle });
      await dialog.getByRole('checkbox').first().waitFor(SEEN);
      await look(page, `policy-${language}`);
      const agents = dialog.getByRole('checkbox', { name: words.agents, exact: true });
      await agents.setChecked(language === 'ar');
      await dialog.getByRole('button', { name: words.save }).click();
      await dialog.waitFor({ state: 'detached', ...SEEN });
      const rows = await system.database.query(`SELECT 1 FROM second_factor_role WHERE role = 'agent'`);
      expect(rows).toHaveLength(language === 'ar' ? 1 : 0);
      await page.context().close();
    },
    PATIENCE_MS,
  );
});
