import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UnitOfWork } from '#wasl/platform';
import type { Provenance } from '#wasl/requesters';
import { type PublicApi, startPublicApi } from '../../../../test/support/public-api.js';
import { OpenTicket } from '../open-ticket.service.js';
import { TicketContacts } from './ticket-contacts.service.js';

/** Few addresses, so that filings share them. */
const PHONES = ['+97333000001', '+97333000002', '+97333000003'];
const EMAILS = ['one@home.example', 'two@home.example', 'three@home.example'];

interface Filing {
  provenance: Provenance;
  phone: string | null;
  email: string | null;
  /** what the owners of the addresses do afterwards */
  then: 'nothing' | 'link' | 'code' | 'refuse';
}

const filing: fc.Arbitrary<Filing> = fc.record({
  provenance: fc.constantFrom<Provenance>('given', 'given', 'given', 'sender', 'message', 'staff'),
  phone: fc.option(fc.constantFrom(...PHONES)),
  email: fc.option(fc.constantFrom(...EMAILS)),
  then: fc.constantFrom('nothing', 'nothing', 'link', 'code', 'refuse'),
});

const EVENTS = { link: 'proved_by_link', code: 'proved_by_code', refuse: 'refused_by_owner' } as const;

describe('random sequences of filings', () => {
  let api: PublicApi;
  beforeAll(async () => {
    api = await startPublicApi();
  });
  afterAll(() => api?.close());

  const addressRows = () =>
    api.database.query<{ requester: string; value: string; state: string; name: string | null }>(
      `SELECT a.requester_id AS requester, a.value, a.state, r.name
         FROM requester_address a JOIN requester r ON r.id = a.requester_id ORDER BY 1, 2`,
    );

  /** Only one address for channels that have one. @returns the addresses that the channel itself proves */
  async function carryOut({ provenance, phone, email, then }: Filing): Promise<string[]> {
    const both = provenance === 'given' || provenance === 'staff';
    const requester = {
      name: 'Somebody',
      phone: provenance === 'sender' ? null : phone,
      email: provenance === 'message' || (!both && provenance !== 'sender') ? null : email,
    };
    const { number } = await api.app.get(OpenTicket).open({
      subject: 'Water',
      description: 'It runs',
      channel: 'web',
      language: 'en',
      requester,
      provenance,
    });
    const given = [requester.phone, requester.email].filter((one) => one !== null);
    const proved = provenance === 'staff' || provenance === 'message' ? given : [];
    if (then === 'nothing') return proved;
    const [contact] = await api.database.query<{ id: string; value: string }>(
      'SELECT c.id, c.value FROM ticket_contact c JOIN ticket t ON t.id = c.ticket_id WHERE t.number = $1 ORDER BY c.kind LIMIT 1',
      [number.replaceAll('-', '')],
    );
    if (!contact) return proved;
    await api.app
      .get(UnitOfWork)
      .run((tx) => api.app.get(TicketContacts).byOwner(tx, contact.id, EVENTS[then]));
    return then === 'refuse' ? proved : [...proved, contact.value];
  }

  it('should never give a requester an unproved address, nor let one address identify two requesters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(filing, { minLength: 1, maxLength: 10 }), async (filings) => {
        await api.database.query('DELETE FROM requester_address');
        const proved = new Set<string>();
        for (const one of filings) for (const value of await carryOut(one)) proved.add(value);
        const verified = (await addressRows()).filter(({ state }) => state === 'verified');
        for (const { value } of verified) expect(proved).toContain(value);
        expect(new Set(verified.map(({ value }) => value)).size).toBe(verified.length);
      }),
      { numRuns: 40 },
    );
  });

  it('should never change an existing requester when addresses were only typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(filing, { maxLength: 5 }), filing, async (before, last) => {
        await api.database.query('DELETE FROM requester_address');
        for (const one of before) await carryOut(one);
        const rows = await addressRows();
        const known = new Set(rows.map(({ requester }) => requester));
        await carryOut({ ...last, provenance: 'given', then: 'nothing' });
        const after = (await addressRows()).filter(({ requester }) => known.has(requester));
        expect(after).toEqual(rows);
      }),
      { numRuns: 25 },
    );
  });
});
