import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest, { type Response, type Test } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { UnitOfWork } from '#wasl/platform';
import { RequesterSessions } from '#wasl/selfservice';
import { waitFor } from '#wasl/testing';
import { PublicTickets, TicketContacts } from '#wasl/tickets';
import { type MeSystem, startMeSystem } from '../../../../test/support/me-system.js';
import { FakeTextGateway, GATEWAY_SECRET } from '../../../../test/support/text-gateway.js';
import { createPortal } from '../create-portal.js';
import { TEXTS } from '../texts/index.js';

const { me } = TEXTS.en;

describe('"My requests" by a one-time code', () => {
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

  let counter = 0;
  const newAddress = () => `person${++counter}@home.example`;
  type Agent = TestAgent<Test>;
  const ask = (agent: Agent, contact: string) =>
    agent.post('/en/me').type('form').send({ contact, go: 'next' });
  const enter = (agent: Agent, code: string) =>
    agent.post('/en/me/code').type('form').send({ code, go: 'next' });

  async function codeFor(agent: Agent, address: string): Promise<string> {
    const known = system.codesTo(address).length;
    await ask(agent, address).expect(303);
    return system.nextCode(address, known);
  }
  async function signIn(address: string): Promise<Agent> {
    const agent = system.agent();
    await enter(agent, await codeFor(agent, address)).expect(303);
    return agent;
  }
  /** A cookie that an answer sets, as it is sent. */
  const cookieIn = ({ headers }: Response, name: string) =>
    new RegExp(`${name}=[\\w-]+`).exec(String(headers['set-cookie']))![0];
  const pageOf = async (agent: Agent) => (await agent.get('/en/me').expect(200)).text;
  /** Everything was sent that will be. */
  const settled = () => system.waitUntilIdle();

  it('lists the matters of all channels, and opens each without its code', async () => {
    const email = newAddress();
    const requester = { email, name: 'Mona' };
    const [web, phone] = [
      await system.file('No water', { requester }),
      await system.file('Broken lamp', { requester, channel: 'phone' }),
    ];
    const other = await system.file('Not theirs', { requester: { email: newAddress() } });
    const agent = system.agent();
    const code = await codeFor(agent, email);
    const signedIn = await enter(agent, ` ${code.slice(0, 4)} ${code.slice(4)} `).expect(303);
    expect(signedIn.headers.location).toBe('/en/me');
    expect(String(signedIn.headers['set-cookie'])).toMatch(
      /wasl_me=[\w-]{43}; Max-Age=28800; Path=\/;.*HttpOnly; SameSite=Lax/,
    );
    const page = await agent.get('/en/me').expect(200);
    expect(page.headers['cache-control']).toBe('no-store');
    for (const text of ['Mona', email, web.number, phone.number, 'No water', me.channels.phone])
      expect(page.text).toContain(text);
    expect(page.text).not.toContain('Not theirs');
    await agent.get(`/en/track/${web.number}`).expect(200);
    await agent.get(`/en/track/${other.number}`).expect(303);
    const ended = cookieIn(signedIn, 'wasl_me');
    await agent.post('/en/me/sign-out').expect(303);
    for (const [path, status] of [
      ['/en/me', 200],
      [`/en/track/${web.number}`, 303],
    ] as const) {
      const answer = await system.agent().get(path).set('Cookie', ended).expect(status);
      expect(answer.text).not.toContain('No water');
    }
  });

  it('gives the same answer for an address that nobody knows, and writes to nobody there', async () => {
    const email = newAddress();
    await system.file('Known', { requester: { email } });
    await settled();
    const unknown = newAddress();
    const [a, b] = [await ask(system.agent(), email), await ask(system.agent(), unknown)];
    const shape = ({ status, text, headers }: typeof a) => [
      status,
      text,
      headers.location,
      String(headers['set-cookie']).replace(/[\w-]{43}|Expires=[^;]+/g, ''),
    ];
    expect(shape(a)).toEqual(shape(b));
    await system.nextCode(email, 0);
    await settled();
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
    const asked = await ask(mine, email).expect(303);
    const code = await system.nextCode(email, 0);
    const stranger = system.agent();
    await ask(stranger, newAddress());
    await enter(stranger, code).expect(422);
    await enter(system.agent(), code).expect(422);
    await enter(mine, code).expect(303);
    await enter(system.agent(), code).set('Cookie', cookieIn(asked, 'wasl_me_holder')).expect(422);

    const guesser = system.agent();
    const right = await codeFor(guesser, email);
    const wrong = right === '00000000' ? '00000001' : '00000000';
    // At the same time, so that none is compared before it is counted.
    const tries = await Promise.all(Array.from({ length: 5 }, () => enter(guesser, wrong)));
    expect(tries.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
    await enter(guesser, right).expect(422);
  });

  it('lets no two of many simultaneous entries use one code', async () => {
    const email = newAddress();
    await system.file('Race', { requester: { email } });
    const agent = system.agent();
    const code = await codeFor(agent, email);
    const statuses = (await Promise.all(Array.from({ length: 5 }, () => enter(agent, code)))).map(
      ({ status }) => status,
    );
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
  });

  it('sends only some codes to one address, however many are asked for', async () => {
    const email = newAddress();
    await system.file('Flood', { requester: { email } });
    await settled();
    for (let n = 0; n < 6; n++) await ask(system.agent(), email).expect(303);
    await system.nextCode(email, 2);
    await settled();
    expect(system.codesTo(email)).toHaveLength(3);
  });

  it('shows nothing of what strangers filed with the address until its owner says that it is theirs', async () => {
    const email = newAddress();
    const typed = await system.file('A stranger wrote this', {
      requester: { email, name: 'Stranger', phone: '33000099' },
      provenance: 'given',
    });
    const agent = await signIn(email);
    const before = await pageOf(agent);
    expect(before).toContain(me.unconfirmedTitle);
    expect(before).toContain(typed.number);
    expect(before).not.toMatch(/A stranger wrote|Stranger|33000099/);
    await agent.get(`/en/track/${typed.number}`).expect(303);
    const [, action] = /action="(\/en\/me\/filings\/[^"]+)"/.exec(before)!;
    // Somebody else who is signed in decides nothing about it.
    const other = await signIn(await knownAddress());
    const foreign = await other.post(action!).type('form').send({ go: 'confirm' }).expect(303);
    expect(foreign.headers.location).toBe('/en/me?done=gone');
    const mine = await agent.post(action!).type('form').send({ go: 'confirm' }).expect(303);
    expect(mine.headers.location).toBe('/en/me?done=listed');
    const after = await pageOf(agent);
    expect(after).toContain('A stranger wrote this');
    expect(after).not.toContain(me.unconfirmedTitle);
    await agent.get(`/en/track/${typed.number}`).expect(200);
  });

  it('takes the address off a ticket of somebody else, and never shows it', async () => {
    const email = newAddress();
    const typed = await system.file('Not mine', { requester: { email }, provenance: 'given' });
    const agent = await signIn(email);
    const [, action] = /action="(\/en\/me\/filings\/[^"]+)"/.exec(await pageOf(agent))!;
    await agent.post(action!).type('form').send({ go: 'refuse' }).expect(303);
    const page = await pageOf(agent);
    expect(page).not.toContain(typed.number);
    await agent.get(`/en/track/${typed.number}`).expect(303);
  });

  it('opens no record for somebody who typed the address of its owner beside their own', async () => {
    const [victim, attacker] = [newAddress(), newAddress()];
    const theirs = await system.file('Secret of the owner', {
      requester: { email: victim, phone: '33000077' },
    });
    // The attack: the owner's telephone number and a mail address of one's own, proved by code and tracking code.
    const bait = await system.file('Bait', {
      requester: { email: attacker, phone: '33000077' },
      provenance: 'given',
    });
    const [contact] = await system.database.query<{ id: string }>(
      `SELECT c.id FROM ticket_contact c JOIN ticket t ON t.id = c.ticket_id WHERE t.number = $1 AND c.kind = 'email'`,
      [bait.digits],
    );
    const services = system.api;
    await services
      .get(UnitOfWork)
      .run((tx) =>
        services.get(TicketContacts, { strict: false }).byOwner(tx, contact!.id, 'proved_by_code'),
      );
    const agent = await signIn(attacker);
    const page = await pageOf(agent);
    expect(page).toContain('Bait');
    expect(page).not.toContain('Secret');
    await agent.get(`/en/track/${theirs.number}`).expect(303);
    // Nor does the bait appear in the list of the owner.
    const owner = await pageOf(await signIn(victim));
    expect(owner).toContain('Secret of the owner');
    expect(owner).not.toContain('Bait');
  });

  it('opens no record that strangers may have been added to before addresses had states', async () => {
    const [victim, attacker] = [newAddress(), newAddress()];
    const requester = { email: victim, phone: '33000066' };
    const theirs = await system.file('Old secret', { requester });
    const [row] = await system.database.query<{ id: string }>(
      'SELECT requester_id AS id FROM ticket WHERE number = $1',
      [theirs.digits],
    );
    await system.database.query(
      `INSERT INTO requester_address (requester_id, kind, value, state, origin, proved_by, created_at, state_at)
       VALUES ($1, 'email', $2, 'verified', 'sender', 'before_upgrade', now(), now())`,
      [row!.id, attacker],
    );
    expect(await pageOf(await signIn(attacker))).not.toContain('Old secret');
    // Nor by an address that is the only one proved: what was filed with others is not theirs.
    await system.database.query(
      `UPDATE requester_address SET state = 'claimed', origin = 'given', proved_by = NULL
        WHERE requester_id = $1 AND value <> $2`,
      [row!.id, attacker],
    );
    const agent = await signIn(attacker);
    const page = await pageOf(agent);
    expect(page).not.toContain('Old secret');
    expect(page).not.toContain(theirs.number);
    await agent.get(`/en/track/${theirs.number}`).expect(303);
  });

  it('shows what came by mail from an address that nobody confirmed before', async () => {
    const email = newAddress();
    const mailed = await system.file('By mail', {
      requester: { email },
      channel: 'email',
      provenance: 'sender',
    });
    const page = await pageOf(await signIn(email));
    expect(page).toContain(mailed.number);
    const [row] = await system.database.query<{ state: string; by: string }>(
      'SELECT state, proved_by AS by FROM requester_address WHERE value = $1',
      [email],
    );
    expect(row).toEqual({ state: 'verified', by: 'proved_by_sign_in' });
  });

  it('texts the code to a mobile number, and stores it nowhere', async () => {
    const mine = await system.file('By telephone', { requester: { phone: '33000044' }, channel: 'phone' });
    const agent = system.agent();
    await ask(agent, '٣٣٠٠٠٠٤٤').expect(303);
    const texts = () => gateway.to('+97333000044').map(({ text }) => text);
    const code = await waitFor(() => /code to sign in is (\d{8})/.exec(texts().join())?.[1], {
      within: 20_000,
      what: 'the text with the code',
    });
    const stored = JSON.stringify(await system.database.query('SELECT * FROM outgoing_text'));
    expect(stored).not.toContain(code);
    await enter(agent, code).expect(303);
    expect(await pageOf(agent)).toContain(mine.number);
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
    await signIn(email);
    await ask(system.agent(), email).expect(303);
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
    const agent = await signIn(email);
    expect(await pageOf(agent)).toContain('Moved away');
    await system.database.query(
      `UPDATE requester_address SET state = 'refused', proved_by = NULL WHERE value = $1`,
      [email],
    );
    expect(await pageOf(agent)).not.toContain('Moved away');
  });

  it('ends by itself when nobody uses it, and when it is old', async () => {
    const email = newAddress();
    await system.file('Left open', { requester: { email } });
    for (const change of [
      `last_seen_at = now() - interval '31 minutes'`,
      `created_at = now() - interval '9 hours', expires_at = now() - interval '1 hour'`,
    ]) {
      const agent = await signIn(email);
      expect(await pageOf(agent)).toContain('Left open');
      await system.database.query(`UPDATE requester_session SET ${change}`);
      expect(await pageOf(agent)).not.toContain('Left open');
    }
  });

  it('pages through a long list by the last ticket of a page', async () => {
    const email = newAddress();
    const requester = { email };
    for (let n = 1; n <= 23; n++) await system.file(`Matter no. ${n}.`, { requester });
    const agent = await signIn(email);
    const first = await pageOf(agent);
    expect(first).toContain('Matter no. 23.');
    expect(first).not.toContain('Matter no. 3.');
    const [, older] = /href="(\/en\/me\?after=[^"]+)"/.exec(first)!;
    const second = (await agent.get(older!).expect(200)).text;
    expect([...second.matchAll(/Matter no\. (\d+)\./g)].map(([, n]) => Number(n))).toEqual([3, 2, 1]);
    await agent.get('/en/me?after=nonsense').expect(400);
  });

  it('says what is awaited, and shows a merged ticket where it went', async () => {
    const email = newAddress();
    const requester = { email };
    const [pending, merged] = [
      await system.file('Waiting', { requester }),
      await system.file('Twice', { requester }),
    ];
    await system.database.query(
      `UPDATE ticket SET status = 'pending', pending_on = 'requester' WHERE number = $1`,
      [pending.digits],
    );
    await system.database.query(
      `UPDATE ticket SET status = 'closed', closed_at = now(), merged_into_id = (SELECT id FROM ticket WHERE number = $1)
        WHERE number = $2`,
      [pending.digits, merged.digits],
    );
    const page = await pageOf(await signIn(email));
    expect(page).toContain(me.awaits.requester);
    expect(page).not.toContain('Twice');
  });

  it('is offered on the pages of the portal, and keeps the tracking code out of them', async () => {
    const email = newAddress();
    const mine = await system.file('Coded', { requester: { email } });
    const code = await system.api.get(PublicTickets, { strict: false }).trackingCode(mine.digits);
    const agent = await signIn(email);
    const ticket = await agent.get(`/en/track/${mine.number}`).expect(200);
    expect((await pageOf(agent)) + ticket.text).not.toContain(code);
    for (const path of ['/en', '/en/track']) expect((await agent.get(path)).text).toContain('href="/en/me"');
    expect((await agent.get('/ar/me')).text).toContain(TEXTS.ar.me.signOut);
  });

  it('refuses what is no address, keeps what was typed, and refuses forms of other sites', async () => {
    const agent = system.agent();
    const answer = await ask(agent, 'not an address').expect(422);
    expect(answer.text).toContain('value="not an address"');
    // A landline gets no texts.
    await ask(agent, '17000055').expect(422);
    await agent
      .post('/en/me')
      .set('Origin', 'https://evil.example')
      .type('form')
      .send({ contact: newAddress() })
      .expect(403);
    await agent.get('/en/me/code').expect(303);
  });

  async function knownAddress(): Promise<string> {
    const email = newAddress();
    await system.file('Something', { requester: { email } });
    return email;
  }
});
