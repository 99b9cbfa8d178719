import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { UiLanguage } from '#wasl/kernel';
import { describeWithPrograms, waitFor } from '#wasl/testing';
import { axeViolationsIn, takeScreenshot } from '../support/accessibility-checks.js';
import { launchBrowser } from '../support/browser.js';
import { RecordingServer, wavFile } from '../support/recording-server.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../support/system.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;

const WORDS = {
  en: { signIn: 'Sign in', calls: 'Calls', again: 'Fetch it again', why: 'status 404', expired: 'expired' },
  ar: {
    signIn: 'دخول',
    calls: 'المكالمات',
    again: 'إعادة الجلب',
    why: 'الرمز 404',
    expired: 'انتهت مدة حفظ',
  },
};

describeWithPrograms(['chromium'], 'recordings in the console', () => {
  let system: TestSystem;
  let browser: Browser;
  let exchange: RecordingServer;
  let calls = 0;
  beforeAll(async () => {
    exchange = await RecordingServer.start();
    system = await startSystem(
      { root: { role: 'administrator' } },
      {
        consoleFolder: CONSOLE,
        worker: true,
        env: { RECORDING_ALLOW: '127.0.0.1/32', RECORDING_ANNOUNCED: '1' },
      },
    );
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    await exchange?.stop();
  });

  async function signIn(language: UiLanguage): Promise<Page> {
    const context = await browser.newContext({
      locale: language === 'ar' ? 'ar-BH' : 'en-GB',
      viewport: { width: 1400, height: 900 },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(system.url);
    await page.locator('input[type=email], input[name=email]').fill(system.people.root!.email);
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.getByRole('button', { name: WORDS[language].signIn, exact: true }).click();
    await page.getByRole('link', { name: WORDS[language].calls }).waitFor();
    return page;
  }

  /** @returns a missed call with a message of the caller, and its ticket */
  async function recordedCall(): Promise<{ callId: string; ticket: string }> {
    const callId = `recorded-${++calls}`;
    const tell = async (fields: Record<string, string>) =>
      expect((await system.anonymous.post('/api/v1/cti/cti-token-for-tests', fields)).status).toBe(200);
    await tell({ event: 'newCall', direction: 'in', callId, from: `1730010${calls}`, to: '80008001' });
    await tell({ event: 'hangup', callId, cause: 'cancel', recording: exchange.url });
    const client = await system.signInAs('root');
    const ticket = await waitFor(
      async () => {
        const { body } = await client.get('/api/v1/cti/log');
        const logged = (body.data as { callId: string; ticket: string | null }[]).find(
          (call) => call.callId === callId,
        );
        return logged?.ticket ?? undefined;
      },
      { within: 60_000, what: 'the ticket' },
    );
    return { callId, ticket };
  }

  const rowOf = (callId: string) =>
    `interaction_id = (SELECT id FROM interaction WHERE call_id = '${callId}')`;
  const audio = (page: Page) => page.locator('audio').first();
  const isPlayed = (page: Page) =>
    waitFor(() => audio(page).evaluate((player) => (player as HTMLAudioElement).currentTime > 0.3), {
      within: 60_000,
      what: 'sound',
    });

  it.each<UiLanguage>(['ar', 'en'])(
    'should say why one was not fetched, have it fetched, play it, and say that it expired (%s)',
    async (language) => {
      const words = WORDS[language];
      exchange.answer = (response) => response.writeHead(404).end();
      const { callId, ticket } = await recordedCall();
      const page = await signIn(language);
      await page.goto(`${system.url}/tickets/${ticket}`);
      await page.getByText(words.why).waitFor();
      expect(await axeViolationsIn(page)).toEqual([]);
      await takeScreenshot(page, `recording-failed-${language}`);

      exchange.gives(wavFile(3));
      await page.getByRole('button', { name: words.again }).click();
      await audio(page).waitFor();
      expect(await axeViolationsIn(page)).toEqual([]);
      await takeScreenshot(page, `recording-${language}`);
      const listened = `SELECT 1 FROM audit_entry WHERE action = 'recording.played'`;
      const before = (await system.database.query(listened)).length;
      await audio(page).evaluate((player) => (player as HTMLAudioElement).play());
      await isPlayed(page);
      expect(await audio(page).evaluate((player) => Math.round((player as HTMLAudioElement).duration))).toBe(
        3,
      );
      // Moving in it asks for a part.
      await audio(page).evaluate((player) => void ((player as HTMLAudioElement).currentTime = 2.5));
      await waitFor(() => audio(page).evaluate((player) => (player as HTMLAudioElement).ended), {
        within: 60_000,
        what: 'the end',
      });
      await waitFor(async () => (await system.database.query(listened)).length === before + 1, {
        within: 60_000,
        what: 'an entry in the audit trail',
      });

      await page.getByRole('link', { name: words.calls }).click();
      await page.getByRole('table').locator('audio').first().waitFor();
      await audio(page).evaluate((player) => (player as HTMLAudioElement).play());
      await isPlayed(page);
      expect(await axeViolationsIn(page)).toEqual([]);
      await takeScreenshot(page, `recording-log-${language}`);

      await system.database.query(
        `UPDATE call_recording SET called_at = called_at - interval '91 days' WHERE ${rowOf(callId)}`,
      );
      await page.goto(`${system.url}/tickets/${ticket}`);
      await page.getByText(words.expired).waitFor();
      expect(await page.locator('audio').count()).toBe(0);
      await page.context().close();
    },
    PATIENCE_MS,
  );
});
