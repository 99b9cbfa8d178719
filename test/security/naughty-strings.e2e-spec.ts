import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { io } from 'socket.io-client';
import { describeWithPrograms } from '#wasl/testing';
import { createPortal } from '../../apps/portal/src/create-portal.js';
import { VisitorTokens } from '../../apps/portal/src/chat/visitor-tokens.js';
import { oneLine, plainText } from '../../apps/portal/src/forms/draft.js';
import { FormTokens } from '../../apps/portal/src/forms/form-tokens.js';
import { FormThrottle } from '../../apps/portal/src/forms/form-throttle.js';
import { launchBrowser } from '../support/browser.js';
import type { Client } from '../support/client.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { truncated, joinedUpTo, NAUGHTY_STRINGS } from './naughty-texts.js';
import { describeMismatch, checkEach } from './check-each.js';
import { watchForInjection } from './injection-watcher.js';

const CONSOLE = join(import.meta.dirname, '../../dist/apps/console/');
const PATIENCE_MS = 600_000;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const CHAT_MESSAGE = 3_900;

/** Data that filings, searches and messages must never change. */
const STAYS = ['staff', 'queue', 'service', 'entity', 'skill', 'reason', 'agent_queue', 'staff_skill'];

const enquiry = (subject: string, description: string) => ({
  kind: 'enquiry',
  subject,
  description,
  language: 'en',
  requester: { audience: 'anonymous' },
});

type Filed = Record<'number' | 'trackingCode' | 'text', string>;

describeWithPrograms(['chromium'], 'naughty strings', () => {
  let system: TestSystem;
  let portal: NestExpressApplication;
  let portalUrl: string;
  let browser: Browser;
  let agent: Client;
  let before: string[];
  const filed: Filed[] = [];
  let n = 0;

  beforeAll(async () => {
    system = await startSystem({ agent: {} }, { consoleFolder: CONSOLE, env: { TRUST_PROXY: '1' } });
    portal = await createPortal(system.settings);
    await portal.listen(0, '127.0.0.1');
    portalUrl = await portal.getUrl();
    portal.get(FormThrottle).delayIfTooFast = async () => undefined;
    agent = await system.signInAs('agent');
    browser = await launchBrowser();
    before = await digests();
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
    await system?.stop();
  });

  const digests = () =>
    Promise.all(
      STAYS.map(async (table) => {
        const [row] = await system.database.query<{ digest: string }>(
          `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest FROM ${table} t`,
        );
        return `${table} ${row!.digest}`;
      }),
    );
  const source = () => ({ 'x-forwarded-for': `10.${(++n >> 8) & 255}.${n & 255}.9` });

  it(
    'are filed over REST unchanged, or refused completely',
    async () => {
      expect(new Set(NAUGHTY_STRINGS).size).toBeGreaterThanOrEqual(515);
      await checkEach(NAUGHTY_STRINGS, async (text) => {
        const matter = enquiry('Naughty', text);
        const { status, body } = await system.anonymous.post('/api/v1/public/tickets', matter, source());
        const isText = text.trim() !== '' && !CONTROL.test(text.trim());
        if (status === 201)
          filed.push({ ...(body as { number: string; trackingCode: string }), text: text.trim() });
        return describeMismatch(text, status, isText ? 201 : 400);
      });
      expect(filed.length).toBeGreaterThan(500);
    },
    PATIENCE_MS,
  );

  it(
    'are read back unchanged, by staff and on the tracking page',
    async () => {
      await checkEach(filed, async ({ number, trackingCode, text }) => {
        const shown = await agent.get(`/api/v1/tickets/${number}`);
        const read = describeMismatch(text, [shown.status, shown.body.description], [200, text]);
        const subject = truncated(oneLine(text).trim());
        const patched = await agent.patch(
          `/api/v1/tickets/${number}`,
          { subject },
          { 'if-match': `"${String(shown.body.version)}"` },
        );
        const named = describeMismatch(subject, [patched.status, patched.body.subject], [200, subject]);
        const { status, body } = await system.anonymous.post(
          '/api/v1/public/track',
          { number, trackingCode },
          source(),
        );
        return [...read, ...named, ...describeMismatch(subject, [status, body.subject], [200, subject])];
      });
    },
    PATIENCE_MS,
  );

  it(
    'can be searched by staff and the public',
    async () => {
      await checkEach(NAUGHTY_STRINGS, async (text) => {
        const q = encodeURIComponent(truncated(text));
        const { status } = await agent.get(`/api/v1/tickets?q=${q}`);
        const page = await fetch(`${portalUrl}/en/new?q=${q}`, { headers: source() });
        await page.arrayBuffer();
        const wanted = text.includes('\0') ? 400 : 200;
        return describeMismatch(text, [status, page.status], [wanted, wanted]);
      });
    },
    PATIENCE_MS,
  );

  it(
    'are filed on the portal, cleaned as documented',
    async () => {
      const count = async () =>
        (await system.database.query<{ n: number }>('SELECT count(*)::int AS n FROM ticket'))[0]!.n;
      const already = await count();
      const texts = NAUGHTY_STRINGS.filter((text) => plainText(text).trim() !== '');
      await checkEach(texts, async (text) => {
        const form = new URLSearchParams({
          token: portal.get(FormTokens).issue(),
          service: '',
          kind: 'enquiry',
          subject: 'At the portal',
          description: text,
          audience: 'anonymous',
          step: 'check',
          go: 'send',
        });
        const answer = await fetch(`${portalUrl}/en/new`, {
          method: 'POST',
          body: form,
          headers: source(),
          redirect: 'manual',
        });
        await answer.arrayBuffer();
        return describeMismatch(text, answer.status, 303);
      });
      expect(await count()).toBe(already + texts.length);
      const stored = await system.database.query<{ description: string }>(
        `SELECT description FROM ticket WHERE subject = 'At the portal'`,
      );
      const sorted = (list: string[]) => [...list].sort();
      expect(sorted(stored.map(({ description }) => description))).toEqual(
        sorted(texts.map((text) => plainText(text).trim())),
      );
    },
    PATIENCE_MS,
  );

  it(
    'are sent in a chat',
    async () => {
      await agent.connect();
      expect((await agent.put('/api/v1/me/presence', { state: 'available' })).status).toBe(200);
      const form = new URLSearchParams({
        token: portal.get(FormTokens).issue(),
        live: '1',
        go: 'next',
        message: 'Hello',
      });
      const begun = await fetch(`${portalUrl}/en/chat`, {
        method: 'POST',
        body: form,
        redirect: 'manual',
        headers: source(),
      });
      const number = /\/en\/chat\/([\d-]+)$/.exec(begun.headers.get('location')!)![1]!;
      const said = joinedUpTo(CHAT_MESSAGE);
      const token = portal.get(VisitorTokens).issue(number.replaceAll('-', ''));
      const socket = io(`${portalUrl}/chat`, {
        transports: ['websocket'],
        auth: { token, language: 'en' },
        reconnection: false,
      });
      try {
        for (const text of said)
          expect(await socket.timeout(60_000).emitWithAck('say', { id: randomUUID(), text })).toMatchObject({
            ok: true,
          });
      } finally {
        socket.close();
        agent.close();
      }
      const page = await agent.get(`/api/v1/tickets/${number}/messages?page[size]=100`);
      const bodies = (page.body.data as { body: string }[]).map(({ body }) => body);
      expect(bodies).toEqual(expect.arrayContaining(said));
    },
    PATIENCE_MS,
  );

  it(
    'cause no injection in a browser, in the console and on the portal',
    async () => {
      const all = joinedUpTo(9_900);
      const matter = enquiry('<img src=x onerror=alert(1)>', all[0]!);
      const { body } = await system.anonymous.post('/api/v1/public/tickets', matter, source());
      const { number, trackingCode } = body as { number: string; trackingCode: string };
      for (const text of all) {
        const answer = await agent.post(`/api/v1/tickets/${number}/messages`, {
          kind: 'public_reply',
          body: text,
        });
        expect(answer.status).toBe(201);
      }
      const [name, value] = agent.cookie!.split('=') as [string, string];
      const context = await browser.newContext();
      await context.addCookies([{ name, value, url: system.url }]);
      const console_ = await watchForInjection(await context.newPage());
      await console_.page.goto(`${system.url}/tickets/${number}`);
      await console_.page.getByText('onerror=alert(1)').first().waitFor({ timeout: 60_000 });
      expect(await console_.done()).toEqual([]);
      const tracking = await watchForInjection(await context.newPage());
      await tracking.page.goto(`${portalUrl}/en/track`);
      await tracking.page.locator('input[name=number]').fill(number);
      await tracking.page.locator('input[name=code]').fill(trackingCode);
      await tracking.page.locator('button[value=next]:not([hidden])').click();
      await tracking.page.getByText('onerror=alert(1)').first().waitFor({ timeout: 60_000 });
      expect(await tracking.done()).toEqual([]);
      await context.close();
    },
    PATIENCE_MS,
  );

  it('changed no other data', async () => {
    expect(await digests()).toEqual(before);
    expect((await agent.get('/api/v1/session')).status).toBe(200);
  });
});
