import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FiledTicket, EntryPoints, type RequesterDetails } from './entry-points.js';

let faces: EntryPoints;

/** Each anonymous channel on which both contact addresses can be entered. */
const ANONYMOUS: [string, (typed: RequesterDetails) => Promise<FiledTicket>][] = [
  ['the public interface', (typed) => faces.byRest({ name: 'Mallory', ...typed })],
  ['the portal', (typed) => faces.byPortal({ name: 'Mallory', ...typed })],
  ['the chat', (typed) => faces.byChat({ name: 'Mallory', ...typed })],
];

describe('Taking over a requester by one of their contact addresses', () => {
  beforeAll(async () => {
    faces = await EntryPoints.start();
  });
  afterAll(() => faces?.stop());

  describe.each(ANONYMOUS)('at %s', (_face, file) => {
    it('adds nothing to the owner of the telephone, and sends their messages to nobody else', async () => {
      const [known, evil] = [await faces.victim(), faces.attacker()];
      const filed = await file({ phone: known.phone, email: evil.email });
      expect(await faces.ownerOf(known.phone)).toEqual(known.before);
      expect(await faces.ownerOf(evil.email)).toBeNull();
      await faces.reply(known.own, 'Your secret answer');
      await faces.arrived(known.email, (text) => text.includes('Your secret answer'));
      await faces.quiet();
      expect(faces.sentTo(evil.email).join()).not.toMatch(/secret/i);
      const { body } = await faces.agent.get(`/api/v1/tickets/${filed.number}`);
      expect((body.requester as { id: string }).id).not.toBe(known.before!.id);
    });

    it('does the same for a known email with the attacker’s telephone', async () => {
      const [known, evil] = [await faces.victim(), faces.attacker()];
      await file({ phone: evil.phone, email: known.email });
      expect(await faces.ownerOf(known.email)).toEqual(known.before);
      expect(await faces.ownerOf(evil.phone)).toBeNull();
      await faces.reply(known.own, 'Your secret answer');
      await faces.byText(evil.phone, `What about ${known.own.number}?`);
      await faces.arrived(known.email, (text) => text.includes('Your secret answer'));
      await faces.quiet();
      expect(faces.sentTo(evil.phone).join()).not.toMatch(/secret/i);
      const { body } = await faces.agent.get(`/api/v1/tickets/${known.own.number}/messages`);
      expect(JSON.stringify(body)).not.toContain('What about');
    });

    it('gives the same answer whether the address is known or not', async () => {
      const known = await faces.victim();
      const answers = [await file({ phone: known.phone }), await file({ phone: faces.attacker().phone })];
      expect(Object.keys(answers[0]!)).toEqual(Object.keys(answers[1]!));
      const rows = await faces.system.database.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM ticket_contact c JOIN ticket t ON t.id = c.ticket_id
          WHERE t.number = ANY ($1::bpchar[]) AND c.state = 'claimed' GROUP BY t.id`,
        [answers.map(({ number }) => number.replaceAll('-', ''))],
      );
      expect(rows.map(({ n }) => n)).toEqual([1, 1]);
    });

    it('never sends a known person’s tracking code to an address given with theirs', async () => {
      const [known, evil] = [await faces.victim(), faces.attacker()];
      await file({ phone: known.phone, email: evil.email });
      const asked = await faces.system.anonymous.post('/api/v1/public/track/code', {
        number: known.own.number,
        contact: evil.email,
      });
      expect(asked.status).toBe(202);
      await faces.quiet();
      expect(faces.sentTo(evil.email).join()).not.toContain(known.own.number);
    });
  });

  it('does not attach a known person’s text to the ticket of somebody who typed their number', async () => {
    const [known, evil] = [await faces.victim(), faces.attacker()];
    const filed = await faces.byRest({ phone: known.phone, email: evil.email });
    await faces.byText(known.phone, 'My own private question');
    const track = await faces.system.anonymous.post('/api/v1/public/track', {
      number: filed.number,
      trackingCode: filed.trackingCode,
    });
    expect(JSON.stringify(track.body)).not.toContain('private question');
  });

  it('trusts a token’s client no more than a form', async () => {
    const [known, evil] = [await faces.victim(), faces.attacker()];
    const admin = await faces.system.signInAs('admin');
    const { body } = await admin.post('/api/v1/tokens', { name: 'web form', permissions: ['ticket.create'] });
    const authorization = `Bearer ${String(body.token)}`;
    const opened = await faces.system.anonymous.post(
      '/api/v1/tickets',
      {
        subject: 'Water',
        description: 'It runs',
        channel: 'web',
        requester: { phone: known.phone, email: evil.email },
      },
      { authorization },
    );
    expect(opened.status).toBe(201);
    expect(await faces.ownerOf(known.phone)).toEqual(known.before);
  });

  it('lets a forged sender attach a mail, but notifies only the real address', async () => {
    const [known, evil] = [await faces.victim(), faces.attacker()];
    await faces.byMail(known.email, 'Forged', `Answer me at ${evil.email}`);
    await faces.arrived(known.email, (text) => text.includes('Forged'));
    expect(await faces.ownerOf(known.email)).toEqual(known.before);
    expect(faces.sentTo(evil.email)).toEqual([]);
  });
});
