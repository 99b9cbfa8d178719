import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntryPoints } from './entry-points.js';

let faces: EntryPoints;

/** The text that an attacker wants to send to a victim. */
const LURE = 'Your parcel waits: https://evil.example/pay';
const NAME = 'Your Bank evil.example';
const typed = /parcel|evil\.example|Your Bank/;

describe('Phishing with our notices', () => {
  beforeAll(async () => {
    faces = await EntryPoints.start();
  });
  afterAll(() => faces?.stop());

  it('sends no typed text to unconfirmed addresses', async () => {
    const email = 'target@home.example';
    const filed = await faces.byPortal({ name: NAME, email }, LURE, LURE);
    await faces.arrived(email, (text) => text.includes(filed.number));
    await faces.reply(filed, `Regarding "${LURE}": we know nothing of it.`);
    await faces.arrived(email, (text) => text.includes('An answer waits'));
    expect(faces.sentTo(email).join('\n')).not.toMatch(typed);
    const raw = faces.mail.received.filter(({ to }) => to.includes(email)).map((one) => one.raw);
    for (const one of raw) expect(decoded(one)).not.toMatch(typed);
  });

  it('sends no typed text by SMS either', async () => {
    const phone = '+97333445566';
    const filed = await faces.byRest({ name: NAME, phone }, LURE, LURE);
    await faces.arrived(phone, (text) => text.includes(filed.number));
    await faces.reply(filed, `Regarding "${LURE}"`);
    await faces.arrived(phone, (text) => text.includes('There is an answer'));
    expect(faces.sentTo(phone).join('\n')).not.toMatch(typed);
  });

  it('does not quote a mail with a forged sender', async () => {
    const email = 'forged@home.example';
    await faces.byMail(email, LURE, LURE);
    await faces.arrived(email);
    await faces.quiet();
    expect(faces.sentTo(email).join('\n')).not.toMatch(typed);
  });

  it('is limited per address, without telling the sender, but visibly for staff', async () => {
    const email = 'flooded@home.example';
    const filed = [];
    for (let n = 0; n < 8; n++) filed.push(await faces.byRest({ email }, `Matter ${n}`));
    await faces.quiet();
    expect(faces.sentTo(email).length).toBeLessThanOrEqual(5);
    expect(new Set(filed.map((one) => Object.keys(one).join()))).toHaveProperty('size', 1);
    const last = filed.at(-1)!;
    const { body } = await faces.agent.get(`/api/v1/tickets/${last.number}/history`);
    const events = body.data as { type: string; data: object }[];
    expect(events.find(({ type }) => type === 'notice_withheld')?.data).toMatchObject({ limit: 'address' });
    const { body: contacts } = await faces.agent.get(`/api/v1/tickets/${last.number}/contacts`);
    expect((contacts.data as { withheld: boolean }[])[0]!.withheld).toBe(true);
  });

  it('is limited per content: the same text to many addresses', async () => {
    for (let n = 0; n < 24; n++) await faces.byRest({ email: `many${n}@home.example` }, 'Same', 'Same words');
    await faces.quiet();
    const told = Array.from({ length: 24 }, (_, n) => faces.sentTo(`many${n}@home.example`).length);
    expect(told.filter((count) => count > 0).length).toBeLessThanOrEqual(20);
    const withheld = await faces.system.database.query(
      `SELECT 1 FROM history WHERE type = 'notice_withheld' AND data->>'limit' IN ('content', 'source')`,
    );
    expect(withheld.length).toBeGreaterThanOrEqual(4);
  });
});

/** A mail with its encoded parts decoded. */
const decoded = (raw: string) =>
  raw.replace(/^[A-Za-z0-9+/=\r\n]{40,}$/gm, (block) => Buffer.from(block, 'base64').toString('utf8'));
