import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntryPoints } from './entry-points.js';

let faces: EntryPoints;

describe('Confirming a contact address', () => {
  beforeAll(async () => {
    faces = await EntryPoints.start();
  });
  afterAll(() => faces?.stop());

  it('moves the ticket to the owner of the address, with held answers, by the link', async () => {
    const known = await faces.victim();
    const filed = await faces.byPortal({ name: 'Fulan', email: known.email }, 'My lamp', 'It is dark');
    const link = await faces.linkTo(known.email);
    await faces.reply(filed, 'We repair it tomorrow');
    await faces.arrived(known.email, (text) => text.includes('An answer waits'));
    expect(faces.sentTo(known.email).join()).not.toMatch(/We repair it tomorrow|My lamp|Fulan/);
    const portal = await faces.portalClient;
    const page = await portal.get(link).expect(200);
    expect(page.text).not.toMatch(/My lamp|It is dark|Fulan/);
    expect(faces.sentTo(known.email).join()).not.toContain('We repair it tomorrow');
    await portal.post(link).type('form').send({ go: 'confirm' }).expect(200);
    await faces.arrived(known.email, (text) => text.includes('We repair it tomorrow'));
    const { body } = await faces.agent.get(`/api/v1/tickets/${filed.number}`);
    expect((body.requester as { id: string }).id).toBe(known.before!.id);
    expect(await faces.ownerOf(known.email)).toEqual(known.before);
  });

  it('works by the code on the ticket’s page, with at most five wrong attempts', async () => {
    const { phone } = faces.attacker();
    const portal = await faces.portalClient;
    const filed = await faces.byRest({ phone });
    const text = await faces.arrived(phone, (one) => one.includes('/confirm/'));
    const code = /\b\d{6}\b/.exec(text)![0];
    const opened = await portal
      .post('/en/track')
      .type('form')
      .send({ number: filed.number, code: filed.trackingCode, go: 'next' })
      .expect(303);
    const cookie = opened.headers['set-cookie'] as unknown as string[];
    const type = (typed: string) =>
      portal
        .post(`/en/track/${filed.number}/confirm`)
        .set('Cookie', cookie)
        .type('form')
        .send({ code: typed });
    const wrong = code === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n++) expect((await type(wrong)).headers.location).toContain('code_wrong');
    expect((await type(code)).headers.location).toContain('code_wrong');
    expect(await faces.ownerOf(phone)).toBeNull();
    await faces.system.anonymous.post('/api/v1/public/track/code', { number: filed.number, contact: phone });
    const next = await faces.arrived(phone, (one) => one.includes('/confirm/') && !one.includes(code));
    expect((await type(/\b\d{6}\b/.exec(next)![0])).headers.location).toContain('done=confirmed');
    expect(await faces.ownerOf(phone)).not.toBeNull();
  });

  it('does not merge two requesters when one address was confirmed only by a link', async () => {
    const [phone, email] = [faces.attacker().phone, faces.attacker().email];
    const filed = await faces.byRest({ phone, email });
    const portal = await faces.portalClient;
    await portal
      .post(await faces.linkTo(email))
      .type('form')
      .send({ go: 'confirm' })
      .expect(200);
    const { body } = await faces.agent.get(`/api/v1/tickets/${filed.number}/contacts`);
    const contacts = body.data as { id: string; kind: string; state: string }[];
    const other = contacts.find(({ kind }) => kind === 'phone')!;
    expect(contacts.find(({ kind }) => kind === 'email')!.state).toBe('verified');
    const confirmed = await faces.agent.post(
      `/api/v1/tickets/${filed.number}/contacts/${other.id}/confirm`,
      {},
    );
    expect(confirmed.status).toBe(200);
    expect((await faces.ownerOf(email))!.addresses).not.toContain(`${phone} verified`);
  });

  it('is revoked by "it was not me": nothing more is sent there', async () => {
    const { email } = faces.attacker();
    const filed = await faces.byPortal({ name: 'Somebody', email });
    const link = await faces.linkTo(email);
    const portal = await faces.portalClient;
    await portal.post(link).type('form').send({ go: 'refuse' }).expect(200);
    await portal.post(link).type('form').send({ go: 'confirm' }).expect(200);
    await faces.quiet();
    const before = faces.sentTo(email).length;
    await faces.reply(filed, 'An answer');
    await faces.system.anonymous.post('/api/v1/public/track/code', { number: filed.number, contact: email });
    await faces.quiet();
    expect(faces.sentTo(email)).toHaveLength(before);
    expect(await faces.ownerOf(email)).toBeNull();
  });

  it('invalidates a tracking code sent to an address that was refused', async () => {
    const { email } = faces.attacker();
    await faces.byMail(email, 'A lamp', 'It is dark');
    const text = await faces.arrived(email, (one) => one.includes('Tracking code'));
    const trackingCode = /Tracking code: (\S{8})/.exec(text)![1];
    const number = /\d{4}-\d{4}-\d{4}/.exec(text)![0];
    const track = () => faces.system.anonymous.post('/api/v1/public/track', { number, trackingCode });
    expect((await track()).status).toBe(200);
    const { body } = await faces.agent.get(`/api/v1/tickets/${number}/contacts`);
    const [contact] = body.data as { id: string }[];
    await faces.agent.post(`/api/v1/tickets/${number}/contacts/${contact!.id}/refuse`, {});
    expect((await track()).status).toBe(404);
  });

  it('shows a hint to staff, whose confirmation is audited', async () => {
    const known = await faces.victim();
    const filed = await faces.byRest({ phone: known.phone });
    const { body } = await faces.agent.get(`/api/v1/tickets/${filed.number}/contacts`);
    const [contact] = body.data as { id: string; state: string; known: { id: string } }[];
    expect(contact).toMatchObject({ state: 'claimed', known: { id: known.before!.id } });
    await faces.agent.post(`/api/v1/tickets/${filed.number}/contacts/${contact!.id}/confirm`, {});
    const ticket = await faces.agent.get(`/api/v1/tickets/${filed.number}`);
    expect((ticket.body.requester as { id: string }).id).toBe(known.before!.id);
    await faces.quiet();
    const [note] = await faces.system.database.query<{ detail: object }>(
      `SELECT detail FROM audit_entry WHERE action = 'contact.confirmed' AND target_id = $1`,
      [filed.number],
    );
    expect(note!.detail).toEqual({ kind: 'phone', linked: true });
  });

  it('replaces a tracking code: the old one and sessions opened with it become invalid', async () => {
    const filed = await faces.byRest({ email: faces.attacker().email });
    const portal = await faces.portalClient;
    const opened = await portal
      .post('/en/track')
      .type('form')
      .send({ number: filed.number, code: filed.trackingCode, go: 'next' })
      .expect(303);
    const cookie = opened.headers['set-cookie'] as unknown as string[];
    await portal.get(`/en/track/${filed.number}`).set('Cookie', cookie).expect(200);
    expect((await faces.agent.post(`/api/v1/tickets/${filed.number}/tracking-code`, {})).status).toBe(204);
    await portal.get(`/en/track/${filed.number}`).set('Cookie', cookie).expect(303);
    const track = await faces.system.anonymous.post('/api/v1/public/track', {
      number: filed.number,
      trackingCode: filed.trackingCode,
    });
    expect(track.status).toBe(404);
  });
});
