import { type Browser, chromium } from 'playwright-core';
import { programPath } from '#wasl/testing';

/** How long one step may take, such as a click or waiting for a text. A busy machine is slow, not wrong. */
const STEP_MS = 120_000;

/** Debian's Chromium, without background services. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: programPath('chromium')!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    timeout: STEP_MS,
  });
  browser.on('context', (context) => context.setDefaultTimeout(STEP_MS));
  return browser;
}
