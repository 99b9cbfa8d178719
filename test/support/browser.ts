import { type Browser, chromium } from 'playwright-core';
import { programPath } from '#wasl/testing';

/** Debian's Chromium, without background services. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: programPath('chromium')!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}
