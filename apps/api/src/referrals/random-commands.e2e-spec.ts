import fc from 'fast-check';
import type { ReferralState } from '#wasl/contracts';
import type { ReferralView } from '#wasl/referrals';
import { type ReferralSystem, startReferralSystem } from '../../../../test/support/referral-system.js';

const OFFICERS = { works: 'wafa', water: 'wael', energy: 'nour' };
type EntityKey = keyof typeof OFFICERS;
const ENTITIES = Object.keys(OFFICERS) as EntityKey[];
const PARTS = ['road', 'pipe'];
const LIVE: ReferralState[] = ['sent', 'received', 'accepted'];
/** Texts of the centre and the requester, which nobody may see after the end. */
const SECRET = /a hole in the road|deep and wet|Fatima|please mend it|word of the centre/;

const VERBS = ['look', 'accept', 'return', 'complete', 'recall', 'ask', 'tell', 'decide'] as const;

type Command =
  | { do: 'send'; entity: EntityKey; part: string }
  /** n: which of those that there are */
  | { do: (typeof VERBS)[number]; n: number; entity: EntityKey };

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    do: fc.constant('send' as const),
    entity: fc.constantFrom(...ENTITIES),
    part: fc.constantFrom(...PARTS),
  }),
  fc.record({
    do: fc.constantFrom(...VERBS),
    n: fc.nat({ max: 20 }),
    entity: fc.constantFrom(...ENTITIES),
  }),
);
const send = (entity: EntityKey): Command => ({ do: 'send', entity, part: 'road' });
const verb = (what: (typeof VERBS)[number], n: number): Command => ({ do: what, n, entity: 'works' });
/** Reaches what is hard to reach: a circle, the arbiter, what binds. */
const LONG_WAY: Command[] = [
  send('works'),
  send('water'),
  verb('return', 0),
  send('works'),
  send('water'),
  verb('ask', 1),
  verb('return', 1),
  send('energy'),
  verb('decide', 1),
  verb('return', 2),
  verb('accept', 2),
  verb('complete', 2),
  verb('accept', 2),
];
const REACHED = ['live', 'circle', 'with_arbiter', 'binding', 'state'];

describe('random commands on referrals', () => {
  let centre: ReferralSystem;

  beforeAll(async () => {
    centre = await startReferralSystem();
  });
  afterAll(() => centre.stop());

  const all = async (number: string) =>
    (await centre.clients.mona!.get(`/api/v1/tickets/${number}/referrals`)).body.data as ReferralView[];

  /** @returns the status and code of the answer */
  async function run(number: string, what: Command): Promise<string> {
    if (what.do === 'send') {
      const { status, body } = await centre.refer(number, {
        entity: what.entity,
        part: { title: what.part },
      });
      return `${status} ${String(body.code ?? '')}`;
    }
    const referrals = await all(number);
    if (referrals.length === 0) return 'nothing';
    const { id, entity } = referrals[what.n % referrals.length]!;
    const officer = OFFICERS[entity as EntityKey];
    const call = (as: string, name: string, body?: object) => centre.verb(as, id, name, body);
    const answer = await {
      look: () => centre.clients[officer]!.get(`/api/v1/referrals/${id}`),
      accept: () => call(officer, 'accept'),
      return: () => call(officer, 'return', { reason: 'not ours' }),
      complete: () => call(officer, 'complete', { outcome: 'answered', note: 'done' }),
      recall: () => call('mona', 'recall', { reason: 'a mistake' }),
      ask: () => call(officer, 'messages', { kind: 'question', body: 'where?' }),
      tell: () => call('mona', 'messages', { kind: 'answer', body: 'word of the centre' }),
      decide: () => call('sana', 'decide', { entity: what.entity, reason: 'so it is' }),
    }[what.do]();
    return `${answer.status} ${String(answer.body.code ?? '')}`;
  }

  async function check(number: string): Promise<void> {
    const referrals = await all(number);
    for (const title of PARTS) {
      const ofPart = referrals.filter(({ part }) => part!.title === title);
      const live = ofPart.filter(({ state }) => LIVE.includes(state));
      expect(live.length).toBeLessThanOrEqual(1);
      const waiting = ofPart.filter(({ arbiterSince }) => arbiterSince !== null);
      expect(waiting.length + live.length).toBeLessThanOrEqual(1);
      let returns = 0;
      for (const one of ofPart) {
        if (one.state === 'returned') returns += 1;
        expect(one.returns).toBe(returns);
        expect(one.binding && one.state === 'returned').toBe(false);
      }
      const last = ofPart.at(-1);
      if (last?.state === 'returned') expect(last.arbiterSince !== null).toBe(returns >= 2);
    }
    for (const { id, entity, state } of referrals.filter((one) =>
      ['returned', 'recalled'].includes(one.state),
    )) {
      const client = centre.clients[OFFICERS[entity as EntityKey]]!;
      const { body } = await client.get(`/api/v1/referrals/${id}`);
      expect(body).toMatchObject({ id, state, matter: null, note: null });
      expect(JSON.stringify(body)).not.toMatch(SECRET);
    }
    const { status, pendingOn } = await centre.ticketOf(number);
    const isLive = referrals.some(({ state }) => LIVE.includes(state));
    if (pendingOn === 'entity') expect([status, isLive]).toEqual(['pending', true]);
    else expect(['new', 'open']).toContain(status);
  }

  it('should never break what holds of all referrals', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 6, maxLength: 24 }), async (commands) => {
        const number = await centre.fileTicket();
        for (const one of commands) {
          const answer = await run(number, one);
          expect(answer).toMatch(/^(nothing|20[01] |409 referral\.)/);
          seen.add(answer);
          await check(number);
        }
      }),
      { numRuns: 12, examples: [[LONG_WAY]] },
    );
    for (const code of REACHED) expect([...seen]).toContain(`409 referral.${code}`);
  });
});
