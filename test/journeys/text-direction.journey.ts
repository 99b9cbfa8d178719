import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms } from '#wasl/testing';
import { launchBrowser } from '../support/browser.js';
import type { Client } from '../support/client.js';
import { createCentre } from '../support/create-centre.js';
import { whenAtRest } from '../support/page-at-rest.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { typeInto, type TypedControl } from '../support/text-controls.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 1_200_000;
const ADMIN_PAGES =
  'start users locks queues rules versions dry-run skills roster templates canned-replies calendars announcements promises duty reasons services entities api-keys tokens health audit';
/** Buttons on a page that are pressed to see which forms they open: one of each kind is enough. */
const MOST_BUTTONS = 40;
/** Fewer were found in a console that did not open. */
const FEWEST_CONTROLS = 100;
/** In this time a dialog that Escape closes has gone. */
const CLOSING_MS = 3_000;
/** A click on what a dialog covers waits; without one it takes a moment. */
const COVERED_MS = 5_000;
/** Without a desk there is no form at the counter. */
const LEAVE_DESK = /^(Leave the desk|مغادرة)/;

/** Every other control takes the direction of what is typed. */
const LEFT_TO_RIGHT = [
  'Code',
  'Email',
  'Extension',
  'Its id',
  'Key',
  'Network address',
  'New password',
  'Numbers dialled',
  'Password',
  'Present password',
  'Telephone',
  'The code that the app shows',
  'Time zone',
];

/** Shown while somebody is served, which depends on who waits. */
const AT_COUNTER = 'Identity number';

describeWithPrograms(['chromium'], 'text that is typed at the console', () => {
  let system: TestSystem;
  let browser: Browser;
  let root: Client;
  let ticket: string;
  let atRest: () => Promise<void>;
  beforeAll(async () => {
    system = await startSystem(
      { root: { role: 'administrator' }, mona: {} },
      { consoleFolder: CONSOLE, worker: true },
    );
    root = await system.signInAs('root');
    await createCentre(root);
    for (const subject of ['a lamp', 'another lamp']) {
      const { body } = await root.post('/api/v1/tickets', {
        subject,
        description: 'it is dark',
        language: 'ar',
        queue: 'general',
        requester: { name: 'Khalid', phone: '+97317000001' },
      });
      ticket = String(body.number);
    }
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it.each<[UiLanguage]>([['ar'], ['en']])(
    'should run in its own direction in every form (%s)',
    async (language) => {
      const page = await (
        await browser.newContext({
          locale: language === 'ar' ? 'ar-BH' : 'en-GB',
          viewport: { width: 1366, height: 768 },
        })
      ).newPage();
      atRest = whenAtRest(page);
      const typed: TypedControl[] = [];
      const forms = new Map<string, Set<string>>();
      const look = async (form: string, part: Locator) => {
        if (!forms.has(form)) forms.set(form, new Set());
        typed.push(...(await typeInto(part, page, forms.get(form)!)));
      };
      await page.goto(`${system.url}/account`);
      await page.locator('input[type=email]').waitFor();
      await look('sign in', page.locator('body'));
      await page
        .getByRole('button')
        .filter({ hasText: /forgot|نسيت/i })
        .click();
      await page.locator('input[type=password]').waitFor({ state: 'detached' });
      await look('forgotten password', page.locator('body'));
      await page.goto(system.url);
      await page.locator('input[type=email]').fill(system.people.root!.email);
      await page.locator('input[type=password]').fill(PASSWORD);
      await page.locator('form button[type=submit]').click();
      await page.locator('header nav').waitFor();

      const paths = [
        '/account',
        `/tickets/${ticket}`,
        '/board',
        '/reports',
        ...ADMIN_PAGES.split(' ').map((name) => `/admin/${name}`),
      ];
      for (const path of paths) await lookAtPage(page, path, look);
      await root.put('/api/v1/me/desk', { centre: 'main', desk: '1' });
      await root.post('/api/v1/counter/visits');
      await lookAtPage(page, '/counter', look);
      for (const [form, key] of [
        ['palette', 'Control+k'],
        ['new ticket', 'c'],
      ] as const) {
        await page.goto(`${system.url}/tickets`);
        await page.getByRole('searchbox').waitFor();
        await page.keyboard.press(key);
        await page.getByRole('dialog').first().waitFor();
        await look(form, page.getByRole('dialog').first());
      }

      expect(typed.flatMap(({ faults }) => faults)).toEqual([]);
      const fixed = typed.filter(({ fixed, kind }) => fixed === 'ltr' && kind === 'text');
      const names = new Set(fixed.map(({ name }) => name));
      names.delete(AT_COUNTER);
      if (language === 'en') expect([...names].sort()).toEqual(LEFT_TO_RIGHT);
      // each of the forms that agents write in was among them
      expect(typed.length).toBeGreaterThan(FEWEST_CONTROLS);
      await page.context().close();
    },
    PATIENCE_MS,
  );

  /** The controls of a page, and of every dialog that its buttons and menus open. */
  async function lookAtPage(
    page: Page,
    path: string,
    look: (name: string, part: Locator) => Promise<void>,
  ): Promise<void> {
    const open = async () => {
      await page.goto(system.url + path);
      await loaded();
    };
    const loaded = async () => {
      await page.locator('main').waitFor();
      await page.locator('main .mantine-Loader-root').first().waitFor({ state: 'detached' });
      await atRest();
    };
    // Within the app: loading it for each page takes most of the time.
    const before = await page.title();
    await page.evaluate((next) => {
      history.pushState(null, '', next);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    await page.waitForFunction((title) => document.title !== title, before);
    await loaded();
    const main = page.locator('main');
    const dialog = page.getByRole('dialog');
    const menu = page.getByRole('menu');
    const pressed = new Set<string>();
    /** What the last click has opened; then it is closed again. */
    const follow = async (name: string) => {
      await page.locator('[role=dialog] .mantine-Loader-root').first().waitFor({ state: 'detached' });
      const opened = dialog.first();
      if (!(await opened.isVisible())) return look(path, main);
      await look(`${path}: ${name}`, opened);
      await page.keyboard.press('Escape');
      await opened.waitFor({ state: 'hidden', timeout: CLOSING_MS }).catch(open);
    };
    /** A dialog whose code was still being loaded may have opened since, and covers the page. */
    const press = async (button: Locator, name: string) => {
      try {
        await button.click({ timeout: COVERED_MS });
      } catch {
        await follow(`${name} (opened late)`);
        await button.click();
      }
      await atRest();
    };
    await look(path, main);
    for (let count = 0; count < MOST_BUTTONS; count++) {
      const name = await nextButton(main, pressed);
      if (name === null) return;
      if (LEAVE_DESK.test(name)) continue;
      const button = main
        .locator('button[data-next]')
        .or(main.getByRole('button', { name, exact: true }))
        .first();
      await press(button, name);
      const items = (await menu.isVisible()) ? await menu.getByRole('menuitem').count() : 0;
      if (items === 0) await follow(name);
      for (let item = 0; item < items; item++) {
        if (item > 0) {
          // A menu that is closing still counts as visible.
          await page.keyboard.press('Escape');
          await menu.waitFor({ state: 'hidden' });
          if (!(await button.isVisible())) break;
          await press(button, name);
          await menu.waitFor();
        }
        // What was chosen may have left fewer choices.
        if (item >= (await menu.getByRole('menuitem').count())) break;
        await menu.getByRole('menuitem').nth(item).click();
        await atRest();
        await follow(`${name} ${item}`);
        // what was chosen may have removed the menu
        if (!(await button.isVisible())) break;
      }
      if (new URL(page.url()).pathname !== path) await open();
    }
  }
});

/** Marks a button that has not been pressed yet. Of buttons that do the same to several rows it takes the first. */
function nextButton(main: Locator, pressed: Set<string>): Promise<string | null> {
  return main
    .evaluate(
      (element, before) => {
        element.querySelector('[data-next]')?.removeAttribute('data-next');
        for (const button of element.querySelectorAll<HTMLButtonElement>(
          'button:not([type=submit], [disabled])',
        )) {
          const name =
            button.textContent?.trim() || button.getAttribute('aria-label')?.split(/[\s:]/)[0] || '';
          if (!button.checkVisibility() || name === '' || before.includes(name)) continue;
          button.setAttribute('data-next', '');
          return name;
        }
        return null;
      },
      [...pressed],
    )
    .then((name) => {
      if (name !== null) pressed.add(name);
      return name;
    });
}
