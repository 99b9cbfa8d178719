import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '#wasl/kernel';
import { SubmitTicket } from '#wasl/selfservice';
import { Messages, parseTicketNumber, staffActor } from '#wasl/tickets';
import { type Portal, startPortal } from '../../../../test/support/portal-app.js';
import { resolveTicket } from '../../../../test/support/public-fixtures.js';
import { TEXTS } from '../texts/index.js';

describe('the state of a ticket on its page', () => {
  let portal: Portal;
  let agent: ReturnType<Portal['agent']>;
  let number: string;
  const staff = uuidv7();
  beforeAll(async () => {
    portal = await startPortal();
    await portal.database.query(
      `INSERT INTO staff (id, email, name, role) VALUES ($1, 'state@demo.example', 'Agent', 'agent')`,
      [staff],
    );
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    await portal.database.query('DELETE FROM rate_limit');
    agent = portal.agent();
    const ticket = await portal.app.get(SubmitTicket).submit({
      kind: 'report',
      subject: 'Leak',
      description: 'In the street',
      service: 'water-leak',
      language: 'en',
      requester: { audience: 'citizen' },
    });
    number = ticket.number;
    await agent
      .post('/en/track')
      .type('form')
      .send({ number, code: ticket.trackingCode, go: 'next' })
      .expect(303);
  });

  const page = async (language = 'en') => (await agent.get(`/${language}/track/${number}`).expect(200)).text;
  const set = (change: string) =>
    portal.database.query(`UPDATE ticket SET ${change} WHERE number = $1`, [number.replaceAll('-', '')]);
  const ask = (body: string) =>
    portal.app
      .get(Messages)
      .byStaff(parseTicketNumber(number)!, { kind: 'public_reply', body }, staffActor(staff));
  const waitFor = (on: string) => set(`status = 'pending', pending_on = '${on}'`);
  const current = (text: string) => /<li class="now" aria-current="step">([^<]*)/.exec(text)?.[1];

  it('says that it is the requester’s turn, with the question and the form under it', async () => {
    await ask('Which building do you mean?');
    await waitFor('requester');
    const text = await page();
    expect(text).toContain(TEXTS.en.ticket.yourTurn);
    expect(text).toContain('It is your turn');
    expect(text).not.toMatch(/We are waiting/);
    const order = [
      'id="question-title"',
      'Which building do you mean?',
      'id="message"',
      'id="timeline-title"',
    ];
    const at = order.map((part) => text.indexOf(part));
    expect(at.every((place, n) => place > (at[n - 1] ?? 0))).toBe(true);
    expect(text.match(/id="message"/g)).toHaveLength(1);
    const arabic = await page('ar');
    expect(arabic).toContain(TEXTS.ar.ticket.yourTurn);
    expect(arabic).toContain('الدور عليك الآن');
  });

  it('shows the last question when there were several', async () => {
    await ask('First?');
    await ask('Second?');
    await waitFor('requester');
    const text = await page();
    const question = text.slice(text.indexOf('question-title'), text.indexOf('add-title'));
    expect(question).toContain('Second?');
    expect(question).not.toContain('First?');
  });

  it.each([
    ['entity', 'waiting for the responsible entity'],
    ['third_party', 'waiting for somebody outside'],
  ])('says that nothing is needed while it waits for %s', async (on, words) => {
    await ask('We will tell you more.');
    await waitFor(on);
    const text = await page();
    expect(text).toContain(words);
    expect(text).not.toContain(TEXTS.en.ticket.yourTurn);
    expect(text).not.toContain('question-title');
  });

  it('names the service and the entity, and the stage', async () => {
    const text = await page();
    expect(text).toContain('<dd>Water leak</dd>');
    expect(text).toContain('<dd>Water Authority</dd>');
    expect(current(text)).toBe(TEXTS.en.ticket.stages.received);
    await set(`status = 'open', assignee_id = '${staff}'`);
    expect(current(await page())).toBe('With Water Authority');
    expect(await page('ar')).toContain('لدى هيئة الماء');
    await resolveTicket(portal.database, number);
    expect(current(await page())).toBe(TEXTS.en.ticket.stages.answered);
    await set(`status = 'closed', closed_at = now()`);
    expect(current(await page())).toBe(TEXTS.en.ticket.stages.closed);
  });

  it('names no entity when no service is known', async () => {
    await set(`service_id = NULL, status = 'open', assignee_id = '${staff}'`);
    expect(current(await page())).toBe('With our staff');
  });
});
