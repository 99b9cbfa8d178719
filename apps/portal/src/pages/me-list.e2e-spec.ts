import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '#wasl/platform';
import { PublicTickets, TicketContacts } from '#wasl/tickets';
import {
  codeFor,
  cookieIn,
  enterCode,
  newAddress,
  requestsPage,
  signInByCode,
} from '../../../../test/support/me-browser.js';
import { type MeSystem, startMeSystem } from '../../../../test/support/me-system.js';
import { TEXTS } from '../texts/index.js';

const { me } = TEXTS.en;

describe('what "My requests" lists and opens', () => {
  let system: MeSystem;
  beforeAll(async () => {
    system = await startMeSystem();
  });
  afterAll(() => system?.stop());

  it('lists the matters of all channels, and opens each without its code', async () => {
    const email = newAddress();
    const requester = { email, name: 'Mona' };
    const [web, phone] = [
      await system.file('No water', { requester }),
      await system.file('Broken lamp', { requester, channel: 'phone' }),
    ];
    const other = await system.file('Not theirs', { requester: { email: newAddress() } });
    const agent = system.agent();
    const code = await codeFor(system, agent, email);
    const signedIn = await enterCode(agent, ` ${code.slice(0, 4)} ${code.slice(4)} `).expect(303);
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

  it('shows nothing of what strangers filed with the address until its owner says that it is theirs', async () => {
    const email = newAddress();
    const typed = await system.file('A stranger wrote this', {
      requester: { email, name: 'Stranger', phone: '33000099' },
      provenance: 'given',
    });
    const agent = await signInByCode(system, email);
    const before = await requestsPage(agent);
    expect(before).toContain(me.unconfirmedTitle);
    expect(before).toContain(typed.number);
    expect(before).not.toMatch(/A stranger wrote|Stranger|33000099/);
    await agent.get(`/en/track/${typed.number}`).expect(303);
    const [, action] = /action="(\/en\/me\/filings\/[^"]+)"/.exec(before)!;
    // Somebody else who is signed in decides nothing about it.
    const known = newAddress();
    await system.file('Something', { requester: { email: known } });
    const other = await signInByCode(system, known);
    const foreign = await other.post(action!).type('form').send({ go: 'confirm' }).expect(303);
    expect(foreign.headers.location).toBe('/en/me?done=gone');
    const mine = await agent.post(action!).type('form').send({ go: 'confirm' }).expect(303);
    expect(mine.headers.location).toBe('/en/me?done=listed');
    const after = await requestsPage(agent);
    expect(after).toContain('A stranger wrote this');
    expect(after).not.toContain(me.unconfirmedTitle);
    await agent.get(`/en/track/${typed.number}`).expect(200);
  });

  it('takes the address off a ticket of somebody else, and never shows it', async () => {
    const email = newAddress();
    const typed = await system.file('Not mine', { requester: { email }, provenance: 'given' });
    const agent = await signInByCode(system, email);
    const [, action] = /action="(\/en\/me\/filings\/[^"]+)"/.exec(await requestsPage(agent))!;
    await agent.post(action!).type('form').send({ go: 'refuse' }).expect(303);
    const page = await requestsPage(agent);
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
    const agent = await signInByCode(system, attacker);
    const page = await requestsPage(agent);
    expect(page).toContain('Bait');
    expect(page).not.toContain('Secret');
    await agent.get(`/en/track/${theirs.number}`).expect(303);
    // Nor does the bait appear in the list of the owner.
    const owner = await requestsPage(await signInByCode(system, victim));
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
    expect(await requestsPage(await signInByCode(system, attacker))).not.toContain('Old secret');
    // Nor by an address that is the only one proved: what was filed with others is not theirs.
    await system.database.query(
      `UPDATE requester_address SET state = 'claimed', origin = 'given', proved_by = NULL
        WHERE requester_id = $1 AND value <> $2`,
      [row!.id, attacker],
    );
    const agent = await signInByCode(system, attacker);
    const page = await requestsPage(agent);
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
    const page = await requestsPage(await signInByCode(system, email));
    expect(page).toContain(mailed.number);
    const [row] = await system.database.query<{ state: string; by: string }>(
      'SELECT state, proved_by AS by FROM requester_address WHERE value = $1',
      [email],
    );
    expect(row).toEqual({ state: 'verified', by: 'proved_by_sign_in' });
  });

  it('pages through a long list by the last ticket of a page', async () => {
    const email = newAddress();
    const requester = { email };
    for (let n = 1; n <= 23; n++) await system.file(`Matter no. ${n}.`, { requester });
    const agent = await signInByCode(system, email);
    const first = await requestsPage(agent);
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
    const page = await requestsPage(await signInByCode(system, email));
    expect(page).toContain(me.awaits.requester);
    expect(page).not.toContain('Twice');
  });

  it('is offered on the pages of the portal, and keeps the tracking code out of them', async () => {
    const email = newAddress();
    const mine = await system.file('Coded', { requester: { email } });
    const code = await system.api.get(PublicTickets, { strict: false }).trackingCode(mine.digits);
    const agent = await signInByCode(system, email);
    const ticket = await agent.get(`/en/track/${mine.number}`).expect(200);
    expect((await requestsPage(agent)) + ticket.text).not.toContain(code);
    for (const path of ['/en', '/en/track']) expect((await agent.get(path)).text).toContain('href="/en/me"');
    expect((await agent.get('/ar/me')).text).toContain(TEXTS.ar.me.signOut);
  });

  it('lists a merged ticket itself when the other one is not listed', async () => {
    const email = newAddress();
    const [hidden, merged] = [
      await system.file('Of another address', { requester: { email } }),
      await system.file('Still mine', { requester: { email } }),
    ];
    await system.database.query(
      `UPDATE ticket SET status = 'closed', closed_at = now(), merged_into_id = (SELECT id FROM ticket WHERE number = $1)
        WHERE number = $2`,
      [hidden.digits, merged.digits],
    );
    await system.database.query(
      `UPDATE ticket_contact SET value = $2 WHERE ticket_id = (SELECT id FROM ticket WHERE number = $1)`,
      [hidden.digits, newAddress()],
    );
    const page = await requestsPage(await signInByCode(system, email));
    expect(page).not.toContain('Of another address');
    expect(page).toContain('Still mine');
  });
});
