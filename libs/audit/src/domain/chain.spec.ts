import fc from 'fast-check';
import { type AuditEntry, type ChainHead, EMPTY_CHAIN, verifyChain, linkOf, sealOf } from './chain.js';

const KEY = Buffer.from('a key for tests');
type Linked = AuditEntry & { link: Buffer };

const fact = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
);
const said = fc.record({
  at: fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') })
    .map((at) => at.toISOString()),
  actorId: fc.option(fc.uuid()),
  action: fc.constantFrom('session.started', 'user.changed'),
  targetKind: fc.constantFrom('user', 'queue'),
  targetId: fc.option(fc.string()),
  detail: fc.dictionary(fc.string(), fact, { maxKeys: 4 }),
});

function chained(entries: Omit<AuditEntry, 'seq'>[]): Linked[] {
  let head: ChainHead = EMPTY_CHAIN;
  return entries.map((entry) => {
    const numbered = { ...entry, seq: head.seq + 1 };
    head = { seq: numbered.seq, link: linkOf(KEY, head.link, numbered) };
    return { ...numbered, link: head.link };
  });
}
const trail = fc.array(said, { minLength: 1, maxLength: 8 }).map(chained);
const place = fc.nat();

describe('the chain of the audit trail', () => {
  it('should verify what was written, in one part or in several', () => {
    fc.assert(
      fc.property(trail, place, (entries, n) => {
        const whole = verifyChain([KEY], EMPTY_CHAIN, entries);
        const cut = n % (entries.length + 1);
        const first = verifyChain([KEY], EMPTY_CHAIN, entries.slice(0, cut)) as ChainHead;
        expect(whole).toEqual({ seq: entries.length, link: entries.at(-1)!.link });
        expect(verifyChain([KEY], first, entries.slice(cut))).toEqual(whole);
      }),
    );
  });

  it('should not depend on the key order of the detail', () => {
    const entry = {
      ...chained([{ ...NOTE, detail: { a: 1, b: [], c: null } }])[0]!,
      detail: { c: null, b: [], a: 1 },
    };
    expect(verifyChain([KEY], EMPTY_CHAIN, [entry])).toMatchObject({ seq: 1 });
  });

  it('should find a changed entry, whichever field was changed', () => {
    const changes: Partial<AuditEntry>[] = [
      { at: '2026-01-02T00:00:00.000Z' },
      { actorId: null },
      { action: 'session.ended' },
      { targetKind: 'queue' },
      { targetId: 'another' },
      { detail: { fields: ['role', 'name'] } },
      { detail: {} },
    ];
    for (const change of changes) {
      const entries = chained([NOTE, NOTE, NOTE]);
      entries[1] = { ...entries[1]!, ...change };
      expect(verifyChain([KEY], EMPTY_CHAIN, entries)).toEqual({ seq: 2, fault: 'changed' });
    }
  });

  it('should find entries that were removed, swapped, or inserted without the key', () => {
    fc.assert(
      fc.property(fc.array(said, { minLength: 3, maxLength: 8 }).map(chained), place, (entries, n) => {
        const at = n % (entries.length - 1);
        const without = entries.filter((_, i) => i !== at);
        expect(verifyChain([KEY], EMPTY_CHAIN, without)).toEqual({ seq: at + 1, fault: 'missing' });
        const forged = { ...entries[at]!, targetId: `${entries[at]!.targetId}.` };
        const before = at === 0 ? EMPTY_CHAIN.link : entries[at - 1]!.link;
        forged.link = linkOf(Buffer.from('a guess'), before, forged);
        expect(verifyChain([KEY], EMPTY_CHAIN, entries.with(at, forged))).toEqual({
          seq: at + 1,
          fault: 'changed',
        });
      }),
    );
  });

  it('should have a different seal for each head, which requires the key', () => {
    const [first, second] = chained([NOTE, NOTE]);
    const seals = [
      sealOf(KEY, EMPTY_CHAIN),
      sealOf(KEY, { seq: 1, link: first!.link }),
      sealOf(KEY, { seq: 2, link: second!.link }),
      sealOf(Buffer.from('a guess'), { seq: 2, link: second!.link }),
    ];
    expect(new Set(seals.map((seal) => seal.toString('hex'))).size).toBe(4);
  });
});

const NOTE = {
  at: '2026-01-01T00:00:00.000Z',
  actorId: '00000000-0000-4000-8000-000000000001',
  action: 'user.changed',
  targetKind: 'user',
  targetId: '00000000-0000-4000-8000-000000000002',
  detail: { fields: ['role'] },
};
