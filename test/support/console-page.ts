import type { Browser, Page } from 'playwright-core';
import { expect } from '@jest/globals';
import type { UiLanguage } from '#wasl/kernel';
import { axeViolationsIn, fitsWidth, takeScreenshot } from './accessibility-checks.js';
import type { TestSystem } from './system.js';

const WIDE = { width: 1366, height: 768 };
const NARROW = { width: 390, height: 844 };

export interface ConsoleView {
  language: UiLanguage;
  dark: boolean;
  /** of the browser, where it is not that of the console */
  browserLocale?: string;
  stepMs: number;
}

/** A page of a browser in which somebody has signed in to the console. Its context is the caller's to close. */
export async function openConsole(
  browser: Browser,
  system: TestSystem,
  who: string,
  { language, dark, browserLocale, stepMs }: ConsoleView,
): Promise<Page> {
  await system.database.query('UPDATE staff SET language = $1', [language]);
  const context = await browser.newContext({
    viewport: WIDE,
    locale: browserLocale ?? language,
    colorScheme: dark ? 'dark' : 'light',
  });
  if (browserLocale)
    await context.addInitScript((own) => localStorage.setItem('wasl.language', own), language);
  const page = await context.newPage();
  page.setDefaultTimeout(stepMs);
  const [name, value] = (await system.signInAs(who)).cookie!.split('=');
  await context.addCookies([{ name: name!, value: value!, url: system.url }]);
  return page;
}

/** Expects that what is shown is accessible and fits a narrow window, and takes its picture in both widths. */
export async function expectPresentable(page: Page, name: string): Promise<void> {
  expect([name, await axeViolationsIn(page)]).toEqual([name, []]);
  await takeScreenshot(page, name);
  await page.setViewportSize(NARROW);
  expect([name, await fitsWidth(page)]).toEqual([name, true]);
  await takeScreenshot(page, `${name}-narrow`);
  await page.setViewportSize(WIDE);
}
