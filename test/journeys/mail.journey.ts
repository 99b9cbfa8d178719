import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ReceiveMail } from '#wasl/channels';
import { describeWithPrograms, waitFor } from '#wasl/testing';
import { html, mail, multipart, part, PNG, text } from '../mails/build.js';
import { launchBrowser } from '../support/browser.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { PASSWORD } from '../support/seed-contact-centre.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;

/** An external web server, which must not learn that a mail was opened. */
async function startSpy(): Promise<{ server: Server; url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'image/png').end(PNG);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

describeWithPrograms(['chromium'], 'a mail at the console', () => {
  let system: TestSystem;
  let browser: Browser;
  let spy: Awaited<ReturnType<typeof startSpy>>;
  beforeAll(async () => {
    spy = await startSpy();
    system = await startSystem({ mona: {} }, { consoleFolder: CONSOLE });
    browser = await launchBrowser();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    spy?.server.close();
  });

  async function open(raw: Buffer): Promise<Page> {
    const { ticketId } = await system.api
      .get(ReceiveMail, { strict: false })
      .receive({ from: 'person@home.example', recipients: ['general@contact.example'] }, raw);
    const [row] = await system.database.query<{ number: string }>('SELECT number FROM ticket WHERE id = $1', [
      ticketId,
    ]);
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await page.goto(`${system.url}/tickets/${row!.number.replace(/(\d{4})(?=\d)/g, '$1-')}`);
    await page.locator('input[type=email], input[name=email]').fill(system.people.mona!.email);
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    return page;
  }

  it(
    'should be shown as inert HTML, and load remote content only on request',
    async () => {
      const picture = part(
        ['Content-Type: image/png', 'Content-ID: <lamp@x>', 'Content-Transfer-Encoding: base64'],
        PNG.toString('base64'),
      );
      const evil = html(
        [
          `<style>body{background:url(${spy.url}/style)}</style><script>top.document.title="owned"</script>`,
          `<h1>Laid out</h1><img id="own" src="cid:lamp@x"><img src="${spy.url}/pixel" alt="logo">`,
          `<img src=x onerror="top.document.title='owned'"><svg onload="top.document.title='owned'"></svg>`,
          `<a href="javascript:top.document.title='owned'">press</a><meta http-equiv=refresh content="0;url=${spy.url}/refresh">`,
          `<form action="${spy.url}/form"><button>send</button></form>`,
        ].join(''),
      );
      const page = await open(
        mail('console page', {
          head: ['Content-Type: multipart/related; boundary=b'],
          body: multipart('b', [evil, picture]),
        }).raw,
      );
      await page.getByRole('button', { name: 'Show as laid out' }).click();
      const frame = page.frameLocator('iframe');
      await frame.getByText('Laid out').waitFor();
      const natural = () =>
        frame
          .locator('img')
          .first()
          .evaluate((image) => (image as HTMLImageElement).naturalWidth);
      await waitFor(async () => (await natural()) === 1, { what: 'the picture of the mail itself' });
      await frame.getByText('press').click();
      expect(spy.asked).toEqual([]);
      expect(await page.title()).not.toContain('owned');
      await page.getByRole('button', { name: 'Load pictures from elsewhere' }).click();
      await waitFor(() => spy.asked.includes('/pixel'), { what: 'the picture from elsewhere' });
      expect(spy.asked).toEqual(['/pixel']);
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it(
    'should have its signature collapsed, and expand on request',
    async () => {
      const page = await open(
        mail('console folds', {
          head: ['Content-Type: multipart/mixed; boundary=b'],
          body: multipart('b', [text('It is dark.\r\n\r\n-- \r\nPerson of Road 345')]),
        }).raw,
      );
      await page.getByText('Signature', { exact: true }).waitFor();
      expect(await page.getByText('It is dark.').isVisible()).toBe(true);
      expect(await page.getByText('Person of Road 345').isVisible()).toBe(false);
      await page.getByText('Signature', { exact: true }).click();
      await page.getByText('Person of Road 345').waitFor();
      await page.context().close();
    },
    PATIENCE_MS,
  );
});
