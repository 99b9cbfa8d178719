import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms } from '#wasl/testing';
import { TEXTS } from '../../apps/portal/src/texts/index.js';
import { axeViolationsWithoutScripts, fitsWidth, takeScreenshot } from '../support/accessibility-checks.js';
import { launchBrowser } from '../support/browser.js';
import { type MeSystem, startMeSystem } from '../support/me-system.js';

const PATIENCE_MS = 600_000;
const SEEN = { timeout: 60_000 };
const SUBJECTS = {
  ar: ['فاتورة المياه أعلى من المعتاد', 'عمود إنارة معطّل في شارع الملك فيصل', 'استفسار عن رخصة البناء'],
  en: [
    'My water bill is higher than usual',
    'Street light out on King Faisal Road',
    'About a building permit',
  ],
} as const;

describeWithPrograms(['chromium'], '"My requests" on the portal, without JavaScript', () => {
  let system: MeSystem;
  let browser: Browser;
  beforeAll(async () => {
    system = await startMeSystem({ provider: true });
    system.idp.showsPage = true;
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  /** Fits narrow and wide, and axe finds nothing; one language in light, one in dark, and for screenshots both in both. */
  const look = async (page: Page, name: string) => {
    const one = name.endsWith('-ar') ? ('dark' as const) : ('light' as const);
    for (const scheme of process.env.SHOTS ? (['light', 'dark'] as const) : [one]) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect([name, scheme, width, await fitsWidth(page)]).toEqual([name, scheme, width, true]);
        await takeScreenshot(page, `${name}-${scheme}-${width}`);
      }
      expect(await axeViolationsWithoutScripts(browser, page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  };

  const open = async (language: UiLanguage) => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: language });
    const page = await context.newPage();
    page.setDefaultTimeout(SEEN.timeout);
    return page;
  };

  async function fileMatters(language: UiLanguage, email: string): Promise<string[]> {
    const requester = {
      email,
      name: language === 'ar' ? 'مريم أحمد' : 'Maryam Ahmed',
      phone: phoneOf(language),
    };
    const filed = [
      await system.file(SUBJECTS[language][0], { requester, language }),
      await system.file(SUBJECTS[language][1], { requester, language, channel: 'phone' }),
      await system.file(SUBJECTS[language][2], { requester, language, channel: 'counter' }),
    ];
    await system.database.query(
      `UPDATE ticket SET status = 'pending', pending_on = 'requester' WHERE number = $1`,
      [filed[1]!.digits],
    );
    return filed.map(({ number }) => number);
  }

  it.each<[UiLanguage]>([['ar'], ['en']])(
    'should be opened by the code of a mail, and closed again (%s)',
    async (language) => {
      const { me, confirm } = TEXTS[language];
      const email = `maryam.${language}@home.example`;
      const [number] = await fileMatters(language, email);
      const typed = await system.file('typed', { requester: { email }, language, provenance: 'given' });
      const page = await open(language);
      await page.goto(`${system.url}/${language}`);
      await page.getByRole('link', { name: me.open }).click();
      await look(page, `me-sign-in-${language}`);
      await page.locator('input[name=contact]').fill('nobody');
      await page.getByRole('button', { name: me.sendCode }).click();
      await page.locator('.summary').waitFor();
      await page.locator('input[name=contact]').fill(email);
      await page.getByRole('button', { name: me.sendCode }).click();
      await page.getByRole('heading', { name: me.codeTitle }).waitFor();
      await look(page, `me-code-${language}`);
      await page.locator('input[name=code]').fill('0');
      await page.getByRole('button', { name: me.signIn }).click();
      await page.locator('.summary').getByText(me.codeWrong).waitFor();
      await look(page, `me-code-wrong-${language}`);
      const code = await system.nextCode(email, 0);
      const digits = language === 'ar' ? code.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!) : code;
      await page.locator('input[name=code]').fill(digits);
      await page.getByRole('button', { name: me.signIn }).click();
      await page.getByText(me.awaits.requester).waitFor();
      await look(page, `me-list-${language}`);
      await page.getByRole('button', { name: confirm.yes }).click();
      await page.getByText(me.outcomes.listed).waitFor();
      await page.getByRole('link', { name: 'typed' }).waitFor();
      expect(await page.getByText(typed.number).count()).toBe(1);

      await page.getByRole('link', { name: SUBJECTS[language][0] }).click();
      await page.getByRole('heading', { name: SUBJECTS[language][0] }).waitFor();
      expect(page.url()).toBe(`${system.url}/${language}/track/${number}`);
      await look(page, `me-ticket-${language}`);
      await page.getByRole('link', { name: me.back }).click();
      await page.getByRole('button', { name: me.signOut }).click();
      await page.getByText(me.signedOut).waitFor();
      await look(page, `me-signed-out-${language}`);
      await page.goto(`${system.url}/${language}/track/${number}`);
      await page.locator('input[name=code]').waitFor();
      expect(await page.getByText(SUBJECTS[language][0]).count()).toBe(0);
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it.each<[UiLanguage]>([['ar'], ['en']])(
    'should be opened through the provider, and say so when that fails (%s)',
    async (language) => {
      const { me, site } = TEXTS[language];
      const email = `yusuf.${language}@home.example`;
      const page = await open(language);
      const begin = async () => {
        await page.goto(`${system.url}/${language}/me`);
        await page.getByRole('link', { name: me.provider }).click();
      };
      system.idp.person = {
        sub: `yusuf ${language}`,
        name: language === 'ar' ? 'يوسف' : 'Yusuf',
        email,
        email_verified: true,
      };
      await begin();
      system.idp.refusesTokens = true;
      await page.locator('#continue').click();
      await page.getByRole('alert').getByText(me.problems.unavailable).waitFor();
      system.idp.refusesTokens = false;
      await look(page, `me-provider-down-${language}`);
      // The provider knows the person by now and asks nothing.
      await begin();
      await page.getByRole('heading', { name: me.emptyTitle }).waitFor();
      await look(page, `me-empty-${language}`);
      await page.getByRole('main').getByRole('link', { name: site.file }).waitFor();
      await page.locator('a.language').click();
      await page.getByText(TEXTS[language === 'ar' ? 'en' : 'ar'].me.emptyTitle).waitFor();
      await page.context().close();
    },
    PATIENCE_MS,
  );
});

const phoneOf = (language: UiLanguage) => (language === 'ar' ? '33000201' : '33000202');
