import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { UnitOfWork } from '#wasl/platform';
import { RequesterSessions } from '#wasl/selfservice';
import { waitFor } from '#wasl/testing';
import {
  askForCode,
  codeFor,
  cookieIn,
  enterCode,
  newAddress,
  requestsPage,
  signInByCode,
} from '../../../../test/support/me-browser.js';
import { type MeSystem, startMeSystem } from '../../../../test/support/me-system.js';
import { FakeTextGateway, GATEWAY_SECRET } from '../../../../test/support/text-gateway.js';
import { createPortal } from '../create-portal.js';

describe('signing in to "My requests" by a one-time code', () => {
  let system: MeSystem;
  let gateway: FakeTextGateway;
  beforeAll(async () => {
    gateway = await FakeTextGateway.start();
    system = await startMeSystem({
      env: { MESSAGING_URL: gateway.url, MESSAGING_SECRET: GATEWAY_SECRET },
    });
  });
  afterAll(async () => {
    await system?.stop();
    await gateway?.stop();
  });

  it('gives the same answer for an address that nobody knows, and writes to nobody there', async () => {
    const email = newAddress();
    await system.file('Known', { requester: { email } });
    await system.waitUntilIdle();
    const unknown = newAddress();
    const [a, b] = [await askForCode(system.agent(), email), await askForCode(system.agent(), unknown)];
    const shape = ({ status, text, headers }: typeof a) => [
      status,
      text,
      headers.location,
      String(headers['set-cookie']).replace(/[\w-]{43}|Expires=[^;]+/g, ''),
    ];
    expect(shape(a)).toEqual(shape(b));
    await system.nextCode(email, 0);
    await system.waitUntilIdle();
    expect(system.codesTo(unknown)).toEqual([]);
    const rows = JSON.stringify(
      await system.database.query('SELECT body_text, body_html FROM outgoing_mail WHERE recipient = $1', [
        email,
      ]),
    );
    // Who reads the database learns no code.
    expect(rows).not.toContain(system.codesTo(email)[0]!);
  });

  it('takes a code once, in the browser that asked, and none after five wrong tries', async () => {
    const email = newAddress();
    await system.file('Mine', { requester: { email } });
    const mine = system.agent();
    const asked = await askForCode(mine, email).expect(303);
    const code = await system.nextCode(email, 0);
    const stranger = system.agent();
    await askForCode(stranger, newAddress());
    await enterCode(stranger, code).expect(422);
    await enterCode(system.agent(), code).expect(422);
    await enterCode(mine, code).expect(303);
    await enterCode(system.agent(), code).set('Cookie', cookieIn(asked, 'wasl_me_holder')).expect(422);

    const guesser = system.agent();
    const right = await codeFor(system, guesser, email);
    const wrong = right === '00000000' ? '00000001' : '00000000';
    // At the same time, so that none is compared before it is counted.
    const tries = await Promise.all(Array.from({ length: 5 }, () => enterCode(guesser, wrong)));
    expect(tries.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
    await enterCode(guesser, right).expect(422);
  });

  it('lets no two of many simultaneous entries use one code', async () => {
    const email = newAddress();
    await system.file('Race', { requester: { email } });
    const agent = system.agent();
    const code = await codeFor(system, agent, email);
    const statuses = (await Promise.all(Array.from({ length: 5 }, () => enterCode(agent, code)))).map(
      ({ status }) => status,
    );
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
  });

  it('sends only some codes to one address, however many are asked for', async () => {
    const email = newAddress();
    await system.file('Flood', { requester: { email } });
    await system.waitUntilIdle();
    for (let n = 0; n < 6; n++) await askForCode(system.agent(), email).expect(303);
    await system.nextCode(email, 2);
    await system.waitUntilIdle();
    expect(system.codesTo(email)).toHaveLength(3);
  });

  it('texts the code to a mobile number, and stores it nowhere', async () => {
    const mine = await system.file('By telephone', { requester: { phone: '33000044' }, channel: 'phone' });
    const agent = system.agent();
    await askForCode(agent, '٣٣٠٠٠٠٤٤').expect(303);
    const code = await waitFor(() => textedCodes('+97333000044')[0], {
      within: 20_000,
      what: 'the text with the code',
    });
    const stored = JSON.stringify(await system.database.query('SELECT * FROM outgoing_text'));
    expect(stored).not.toContain(code);
    await enterCode(agent, code).expect(303);
    expect(await requestsPage(agent)).toContain(mine.number);
  });

  it('sets cookies that only this host and https see, where the portal has https', async () => {
    const secure = await createPortal({
      ...system.settings,
      PORTAL_URL: 'https://portal.example',
      LOG_LEVEL: 'error',
    });
    try {
      await secure.listen(0, '127.0.0.1');
      const email = newAddress();
      const answer = await supertest(await secure.getUrl())
        .post('/en/me')
        .type('form')
        .send({ contact: email, go: 'next' })
        .expect(303);
      expect(String(answer.headers['set-cookie'])).toMatch(
        /^__Host-wasl_me_holder=[\w-]{43}; Max-Age=600; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax/,
      );
    } finally {
      await secure.close();
    }
  });

  it('leaves nothing of sessions and codes that are over', async () => {
    const email = newAddress();
    await system.file('Over', { requester: { email } });
    await signInByCode(system, email);
    await askForCode(system.agent(), email).expect(303);
    await system.database.query(`UPDATE requester_session SET last_seen_at = now() - interval '31 minutes'`);
    await system.database.query(`UPDATE requester_code SET expires_at = now() - interval '1 second'`);
    await system.api.get(RequesterSessions, { strict: false }).removeOld();
    const left = await system.database.query(
      'SELECT 1 FROM requester_session UNION ALL SELECT 1 FROM requester_code',
    );
    expect(left).toEqual([]);
  });

  it('loses the record when the address is taken from it, at once', async () => {
    const email = newAddress();
    await system.file('Moved away', { requester: { email } });
    const agent = await signInByCode(system, email);
    expect(await requestsPage(agent)).toContain('Moved away');
    await system.database.query(
      `UPDATE requester_address SET state = 'refused', proved_by = NULL WHERE value = $1`,
      [email],
    );
    expect(await requestsPage(agent)).not.toContain('Moved away');
  });

  it('ends by itself when nobody uses it, and when it is old', async () => {
    const email = newAddress();
    await system.file('Left open', { requester: { email } });
    for (const change of [
      `last_seen_at = now() - interval '31 minutes'`,
      `created_at = now() - interval '9 hours', expires_at = now() - interval '1 hour'`,
    ]) {
      const agent = await signInByCode(system, email);
      expect(await requestsPage(agent)).toContain('Left open');
      await system.database.query(`UPDATE requester_session SET ${change}`);
      expect(await requestsPage(agent)).not.toContain('Left open');
    }
  });

  it('refuses what is no address, keeps what was typed, and refuses forms of other sites', async () => {
    const agent = system.agent();
    const answer = await askForCode(agent, 'not an address').expect(422);
    expect(answer.text).toContain('value="not an address"');
    // A landline gets no texts.
    await askForCode(agent, '17000055').expect(422);
    await agent
      .post('/en/me')
      .set('Origin', 'https://evil.example')
      .type('form')
      .send({ contact: newAddress() })
      .expect(403);
    await agent.get('/en/me/code').expect(303);
  });

  /** As many askers as it takes: their own budgets are not what is tested. */
  async function askFromManySources(kind: 'email' | 'phone', value: string, times: number): Promise<void> {
    const { database, api } = system;
    const ids = await database.query<{ id: string }>(
      `INSERT INTO requester_code (id, holder_hash, kind, value, language, created_at, expires_at)
       SELECT gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), $1, $2, 'en', now(), now() + interval '9 minutes'
         FROM generate_series(1, $3) RETURNING id`,
      [kind, value, times],
    );
    await api.get(UnitOfWork).run((tx) => {
      for (const { id } of ids) tx.emit('requester.code_asked', { codeId: id });
      return Promise.resolve();
    });
  }

  it('sends few codes to an address that a stranger may have typed', async () => {
    const [typed, known] = [newAddress(), newAddress()];
    await system.file('Typed', { requester: { email: typed }, provenance: 'given' });
    await system.file('Known', { requester: { email: known } });
    await askFromManySources('email', typed, 8);
    await askFromManySources('email', known, 8);
    await system.nextCode(known, 7);
    await system.waitUntilIdle();
    expect(system.codesTo(typed)).toHaveLength(5);
  });

  it('keeps no notice from a number for which strangers asked for codes', async () => {
    const number = '+97333000055';
    const requester = { phone: number };
    await system.file('First', { requester, channel: 'phone' });
    await askFromManySources('phone', number, 8);
    await waitFor(() => textedCodes(number).length === 6, { within: 20_000, what: 'the texts with codes' });
    const later = await system.file('Later', { requester, channel: 'phone' });
    const texts = () => gateway.to(number).map(({ text }) => text);
    await waitFor(() => texts().some((text) => text.includes(later.number)), {
      within: 20_000,
      what: 'the notice of the later ticket',
    });
    await system.waitUntilIdle();
    expect(textedCodes(number)).toHaveLength(6);
  });

  const textedCodes = (number: string) =>
    gateway.to(number).flatMap(({ text }) => /code to sign in is (\d{8})/.exec(text)?.[1] ?? []);
});
