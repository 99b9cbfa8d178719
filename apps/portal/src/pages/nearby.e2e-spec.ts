import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hiddenFieldsOf, type Portal, startPortal } from '../../../../test/support/portal-app.js';
import { insertPublicReport } from '../../../../test/support/public-fixtures.js';
import { TEXTS } from '../texts/index.js';

const WORDS = TEXTS.en.report;
const ANSWERS = { service: 'water-leak', kind: 'report', subject: 'Leak', description: 'Since morning' };
const HERE = { lat: 26.2285, long: 50.586 };
/** A second place, a hundred metres to the north. */
const NEXT_DOOR = { lat: HERE.lat + 100 / 111_195, long: HERE.long };

describe('reports nearby', () => {
  let portal: Portal;
  let agent: ReturnType<Portal['agent']>;
  let token: string;
  beforeAll(async () => {
    portal = await startPortal();
    await portal.database.query(`UPDATE service SET open311 = 'realtime' WHERE code = 'water-leak'`);
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    await portal.database.query(`UPDATE ticket SET status = 'closed'`);
    agent = portal.agent();
    token = hiddenFieldsOf((await agent.get('/en/new?service=water-leak').expect(200)).text).token!;
  });

  const report = (given: object = {}) => insertPublicReport(portal.app, { service: 'water-leak', ...given });
  const post = (body: object, path = '/en/new') =>
    agent
      .post(path)
      .type('form')
      .send({ token, ...ANSWERS, ...body });
  const place = (given: object) => post({ step: 'place', go: 'next', ...given });
  const offeredIn = (html: string) =>
    [...html.matchAll(/name="offered" value="([\d-]+)"/g)].map(([, number]) => number);

  it('are offered before the remaining pages, without requester data', async () => {
    const number = await report({ address: 'Road 23, Manama', requester: 'Salma', description: 'My secret' });
    const page = await place({ address: 'manama road ٢٣', phone: '36001234' }).expect(200);
    expect(page.text).toContain(`<h1>${WORDS.nearbyTitle}</h1>`);
    for (const shown of ['Water leak', 'Road 23, Manama', WORDS.statuses.new, WORDS.noFollowers]) {
      expect(page.text).toContain(shown);
    }
    expect(page.text).not.toMatch(/Salma|My secret/);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(hiddenFieldsOf(page.text)).toMatchObject({
      step: 'nearby',
      subject: 'Leak',
      phone: '36001234',
      token,
    });
    expect(offeredIn(page.text)).toEqual([number]);
  });

  it('are offered by distance, at most five', async () => {
    const far = await report(NEXT_DOOR);
    const near = await report(HERE);
    await report({ lat: HERE.lat + 0.002, long: HERE.long });
    const page = await place({ lat: '26.228500', long: '50.586000' }).expect(200);
    expect(offeredIn(page.text)).toEqual([near, far]);
    expect(page.text).toContain(WORDS.metres(100));
    for (let n = 0; n < 5; n++) await report(HERE);
    expect(offeredIn((await place({ lat: '26.2285', long: '50.586' })).text)).toHaveLength(5);
  });

  it('are not offered when of another service, resolved, not public, or elsewhere', async () => {
    await report({ address: 'Road 5, Isa Town', isPublic: false });
    const settled = await report({ address: 'Road 5, Isa Town' });
    await portal.database.query(`UPDATE ticket SET status = 'resolved' WHERE number = $1`, [
      settled.replaceAll('-', ''),
    ]);
    await report({ address: 'Road 6, Isa Town' });
    await report({ address: 'Road 5, Isa Town', service: 'water-bill' });
    const page = await place({ address: 'Road 5, Isa Town' }).expect(200);
    expect(hiddenFieldsOf(page.text)).toMatchObject({ step: 'you' });
    for (const nowhere of ['', 'Isa']) {
      expect(hiddenFieldsOf((await place({ address: nowhere })).text)).toMatchObject({ step: 'you' });
    }
    expect(hiddenFieldsOf((await place({ address: 'Road 6, Isa Town', service: '' })).text).step).toBe('you');
  });

  it('are not offered again to visitors who continued with their own report', async () => {
    const number = await report({ address: 'Road 9, Riffa' });
    const page = await place({ address: 'Road 9, Riffa' });
    const you = await post({ ...hiddenFieldsOf(page.text), offered: number, go: 'next' }).expect(200);
    expect(hiddenFieldsOf(you.text)).toMatchObject({ step: 'you', address: 'Road 9, Riffa', seen: number });
    const back = await post({ ...hiddenFieldsOf(you.text), go: 'back' });
    expect(hiddenFieldsOf(back.text)).toMatchObject({ step: 'place' });
    expect(
      hiddenFieldsOf(
        (await place({ ...hiddenFieldsOf(back.text), address: 'Road 9, Riffa', go: 'next' })).text,
      ).step,
    ).toBe('you');
    // Another person files a report meanwhile, so there is a new one to offer.
    const newer = await report({ address: 'Road 9, Riffa' });
    const again = await place({ seen: number, address: 'Road 9, Riffa' });
    expect(offeredIn(again.text)).toEqual([newer]);
  });

  it('keep page and typed text when the language changes, and lead back to the location page', async () => {
    const number = await report({ address: 'Road 11, Riffa' });
    const page = await place({ address: 'Road 11, Riffa' });
    const arabic = await post({ ...hiddenFieldsOf(page.text), offered: number, go: 'stay' }, '/ar/new');
    expect(arabic.text).toContain(TEXTS.ar.report.nearbyTitle);
    expect(arabic.text).toContain('تسرّب المياه');
    const back = await post({ ...hiddenFieldsOf(page.text), offered: number, go: 'back' });
    expect(hiddenFieldsOf(back.text)).toMatchObject({ step: 'place', subject: 'Leak' });
    expect(back.text).toContain('value="Road 11, Riffa"');
  });

  it('can be opened and closed without losing typed text', async () => {
    const number = await report({ address: 'Road 12, Riffa' });
    const offers = await place({ address: 'Road 12, Riffa' });
    const look = await post({
      ...hiddenFieldsOf(offers.text),
      offered: number,
      go: `follow:${number}`,
    }).expect(200);
    expect(look.text).toContain(`action="/en/reports/${number}/follow"`);
    expect(look.text).toContain(WORDS.own);
    const own = { ...hiddenFieldsOf(look.text.slice(look.text.indexOf('own-title'))), offered: number };
    expect(own).toMatchObject({ step: 'follow', subject: 'Leak', token });
    const follow = {
      ...hiddenFieldsOf(look.text.slice(look.text.indexOf('id="main-form"'))),
      email: 'half',
      go: 'stay',
    };
    const arabic = await post(follow, `/ar/reports/${number}/follow`).expect(200);
    expect(arabic.text).toContain(TEXTS.ar.report.own);
    expect(arabic.text).toContain('value="half"');
    const faulty = await post({ ...follow, go: 'next' }, `/en/reports/${number}/follow`).expect(422);
    expect(hiddenFieldsOf(faulty.text.slice(faulty.text.indexOf('own-title')))).toMatchObject({
      subject: 'Leak',
      token,
    });
    expect(offeredIn((await post({ ...own, go: 'back' })).text)).toEqual([number]);
    expect(hiddenFieldsOf((await post({ ...own, go: 'next' })).text)).toMatchObject({
      step: 'you',
      seen: number,
    });
    expect(
      hiddenFieldsOf((await post({ ...hiddenFieldsOf(offers.text), go: 'follow:nonsense' })).text).step,
    ).toBe('you');
  });

  it('store the point on the ticket, unless it was removed or is invalid', async () => {
    const you = { audience: 'anonymous', address: '' };
    const locationOf = async (given: object) => {
      await post({ ...you, step: 'check', go: 'send', ...given }).expect(303);
      token = hiddenFieldsOf((await agent.get('/en/new?service=water-leak')).text).token!;
      const [row] = await portal.database.query(
        'SELECT lat, long, address FROM ticket ORDER BY id DESC LIMIT 1',
      );
      return row;
    };
    const point = { lat: '26.2285123', long: '50.586' };
    expect(await locationOf(point)).toEqual({ lat: 26.22851, long: 50.586, address: null });
    expect(await locationOf({ lat: '126', long: '1' })).toEqual({ lat: null, long: null, address: null });
    const shown = await post({ ...you, ...point, step: 'you', go: 'next' });
    expect(shown.text).toContain('26.22851, 50.58600');
    const dropped = await post({ ...point, step: 'place', go: 'drop-point' }).expect(200);
    expect(hiddenFieldsOf(dropped.text)).toMatchObject({ step: 'place', lat: '', long: '' });
  });
});
