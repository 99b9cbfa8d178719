import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProviderPerson } from '../../../../test/support/identity-provider.js';
import { type MeSystem, startMeSystem } from '../../../../test/support/me-system.js';
import { SignInBrowser } from '../../../../test/support/sign-in-browser.js';
import { TEXTS } from '../texts/index.js';

const CALLBACK = '/me/oidc/callback';
const { me } = TEXTS.en;

describe('"My requests" through the identity provider of citizens', () => {
  let system: MeSystem;
  beforeAll(async () => {
    system = await startMeSystem({ provider: true });
  });
  afterAll(() => system?.stop());
  afterEach(() => {
    system.idp.fault = null;
    system.idp.refusesTokens = false;
    system.idp.tamper = null;
  });

  let counter = 0;
  const newPerson = (more: Partial<ProviderPerson> = {}): ProviderPerson & { email: string } => {
    const name = `citizen${++counter}`;
    return {
      sub: `subject of ${name}`,
      email: `${name}@home.example`,
      email_verified: true,
      ...more,
    } as never;
  };
  const browser = () => new SignInBrowser(system.url, CALLBACK);
  const signIn = async (who: ProviderPerson, language = 'en') => {
    system.idp.person = who;
    const mine = browser();
    const answer = await mine.signIn(`/${language}/me/oidc`);
    const page = async () => (await mine.request(`${system.url}/${language}/me`)).text();
    return { mine, answer, page };
  };
  const accountOf = async ({ sub }: ProviderPerson) => {
    const [row] = await system.database.query<{ requester: string; name: string | null; language: string }>(
      `SELECT r.id AS requester, r.name, r.language FROM requester_account u JOIN requester r ON r.id = u.requester_id
        WHERE u.subject = $1`,
      [sub],
    );
    return row!;
  };
  const ownerOf = async (number: string) => {
    const [row] = await system.database.query<{ id: string }>(
      'SELECT requester_id AS id FROM ticket WHERE number = $1',
      [number.replaceAll('-', '')],
    );
    return row!.id;
  };

  it('links the subject with the record of a verified mail address, and knows it from then on', async () => {
    const who = newPerson({ name: 'Mona of the provider' });
    const mine = await system.file('Of the citizen', { requester: { email: who.email } });
    const first = await signIn(who);
    expect([first.answer.status, first.answer.headers.get('location')]).toEqual([303, '/en/me']);
    expect(first.answer.headers.get('cache-control')).toBe('no-store');
    expect(await first.page()).toContain('Of the citizen');
    expect(await accountOf(who)).toMatchObject({ requester: await ownerOf(mine.number) });
    // The subject counts, whatever addresses it has by now; and nobody else who has the address later.
    const moved = await signIn({ ...who, email: 'elsewhere@home.example', email_verified: false });
    expect(await moved.page()).toContain('Of the citizen');
    const later = await signIn({ ...who, sub: 'somebody else' });
    expect(await later.page()).toContain(me.emptyTitle);
  });

  it('links by a verified telephone number', async () => {
    const who = newPerson({ email: undefined, phone_number: '+973 3300 0011', phone_number_verified: true });
    await system.file('By telephone', { requester: { phone: '33000011' }, channel: 'phone' });
    expect(await (await signIn(who)).page()).toContain('By telephone');
  });

  it('links nothing by addresses that the provider has not verified', async () => {
    const owner = newPerson();
    await system.file('Secret', { requester: { email: owner.email, phone: '33000012' } });
    for (const email_verified of [false, undefined, 'yes' as never]) {
      const thief = newPerson({
        email: owner.email,
        email_verified,
        phone_number: '33000012',
        phone_number_verified: false,
      });
      const { page } = await signIn(thief);
      expect(await page()).not.toContain('Secret');
      expect(await page()).not.toContain(owner.email);
    }
    expect(await (await signIn(owner)).page()).toContain('Secret');
  });

  it('shows nothing of what a stranger filed with the address', async () => {
    const who = newPerson();
    const typed = await system.file('A stranger wrote this', {
      requester: { email: who.email, name: 'Stranger' },
      provenance: 'given',
    });
    const { page } = await signIn(who);
    const text = await page();
    expect(text).toContain(typed.number);
    expect(text).not.toMatch(/A stranger wrote|>Stranger/);
    expect((await accountOf(who)).requester).not.toBe(await ownerOf(typed.number));
  });

  it('keeps apart whom the identity number shows to be another person', async () => {
    const who = newPerson({ national_id: '880101234', name: 'Child' });
    const family = await system.file('Of the mother', { requester: { email: who.email } });
    await system.database.query(
      `INSERT INTO requester_identity (number, requester_id, created_at) VALUES ('610505678', $1, now())`,
      [await ownerOf(family.number)],
    );
    const { page } = await signIn(who);
    expect(await page()).not.toContain('Of the mother');
    const [row] = await system.database.query<{ number: string }>(
      'SELECT number FROM requester_identity WHERE requester_id = $1',
      [(await accountOf(who)).requester],
    );
    expect(row!.number).toBe('880101234');
  });

  it('joins no two records, and creates one for whom it does not know', async () => {
    const who = newPerson({
      phone_number: '33000013',
      phone_number_verified: true,
      locale: 'ar-BH',
      name: 'علي',
    });
    const [byMail, byPhone] = [
      await system.file('With the mail address', { requester: { email: who.email } }),
      await system.file('With the number', { requester: { phone: '33000013' } }),
    ];
    const text = await (await signIn(who)).page();
    expect(text).toContain('With the mail address');
    expect(text).not.toContain('With the number');
    expect(await ownerOf(byMail.number)).not.toBe(await ownerOf(byPhone.number));
    const unknown = newPerson({ locale: 'ar-BH', name: 'علي' });
    expect(await (await signIn(unknown)).page()).toContain(unknown.email);
    expect(await accountOf(unknown)).toMatchObject({ name: 'علي', language: 'ar' });
  });

  it('creates one account when two browsers come back at the same time', async () => {
    const who = newPerson();
    system.idp.person = who;
    const [one, two] = [browser(), browser()];
    const [a, b] = [await one.goToProvider('/en/me/oidc'), await two.goToProvider('/en/me/oidc')];
    const answers = await Promise.all([one.request(a), two.request(b)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const rows = await system.database.query('SELECT 1 FROM requester_account WHERE subject = $1', [who.sub]);
    expect(rows).toHaveLength(1);
  });

  const refused = async (answer: Response, status: number, text: string) => {
    expect(answer.status).toBe(status);
    expect(answer.headers.getSetCookie().filter((line) => /^wasl_me=[\w-]/.test(line))).toEqual([]);
    expect(await answer.text()).toContain(text);
  };

  it('takes each way back once, and only in the browser that began', async () => {
    const who = newPerson();
    system.idp.person = who;
    const mine = browser();
    const back = await mine.goToProvider('/en/me/oidc');
    await refused(
      await browser().request(back, { headers: { 'accept-language': 'en' } }),
      401,
      me.problems.state,
    );
    const other = browser();
    await other.goToProvider('/ar/me/oidc');
    await refused(
      await other.request(back, { headers: { 'accept-language': 'en' } }),
      401,
      me.problems.state,
    );
    expect((await mine.request(back)).status).toBe(303);
    await refused(await mine.request(back, { headers: { 'accept-language': 'en' } }), 401, me.problems.state);
    for (const query of ['', '?state=', '?code=1&state=none', '?state[]=a&state[]=b'])
      await refused(
        await mine.request(`${system.url}${CALLBACK}${query}`, { headers: { 'accept-language': 'en' } }),
        401,
        me.problems.state,
      );
  });

  it('accepts no answer for another nonce or issuer, or with a changed signature', async () => {
    for (const tamper of [
      (claims: object) => ({ ...claims, nonce: 'another' }),
      (claims: object) => ({ ...claims, iss: 'https://evil.example' }),
      (claims: object) => ({ ...claims, aud: 'another client' }),
    ]) {
      system.idp.tamper = tamper;
      const { answer } = await signIn(newPerson());
      await refused(answer, 401, me.problems.failed);
    }
  });

  it('says in the language of the reader that it was given up, or that the provider is down', async () => {
    system.idp.person = newPerson();
    const mine = browser();
    const back = new URL(await mine.goToProvider('/ar/me/oidc'));
    back.searchParams.delete('code');
    back.searchParams.set('error', 'access_denied');
    await refused(await mine.request(back.href), 401, TEXTS.ar.me.problems.denied);
    const second = await mine.goToProvider('/ar/me/oidc');
    system.idp.refusesTokens = true;
    await refused(await mine.request(second), 503, TEXTS.ar.me.problems.unavailable);
  });

  it('still offers a one-time code, and an end of the session at the provider', async () => {
    const { mine } = await signIn(newPerson());
    const out = await mine.request(`${system.url}/en/me/sign-out`, {
      method: 'POST',
      headers: { origin: system.url },
    });
    const page = await (await mine.request(new URL(out.headers.get('location')!, system.url).href)).text();
    for (const text of [me.signedOut, me.endAtProvider, me.provider, me.codeInstead])
      expect(page).toContain(text);
    const end = await mine.request(`${system.url}/en/me/oidc/logout`);
    expect(end.headers.get('location')).toContain(`${system.idp.issuer}/session/end`);
  });
});
