import type { DomainEvent, EventPayloads } from '#wasl/contracts';
import { counterDeltas } from './counter-deltas.js';
import { serviceLevel } from './service-level.js';

let id = 0;
const moved = (data: Partial<EventPayloads['work.changed']>): DomainEvent => ({
  id: String(++id),
  type: 'work.changed',
  at: '2026-01-01T00:00:00.000Z',
  data: { workId: 'w', queue: 'general', pool: 'main', from: null, to: 'waiting', agentId: null, ...data },
});

describe('service level', () => {
  it('should be 82.69 % in the worked example', () => {
    // 1,000 answered (860 within 20 s), 60 abandoned (20 within 20 s).
    const level = serviceLevel({
      answered: 1_000,
      answeredInThreshold: 860,
      abandoned: 60,
      abandonedAfterThreshold: 40,
    });
    expect(level).toBeCloseTo(82.69, 2);
  });

  it('should say nothing while there is nothing to say', () => {
    expect(
      serviceLevel({ answered: 0, answeredInThreshold: 0, abandoned: 3, abandonedAfterThreshold: 0 }),
    ).toBeNull();
  });
});

describe('live counters', () => {
  const sum = (events: DomainEvent[]) => counterDeltas(events, () => 20);

  it('should follow work from arrival to the end', () => {
    const life = [
      moved({ from: null, to: 'waiting' }),
      moved({ from: 'waiting', to: 'offered' }),
      moved({ from: 'offered', to: 'assigned', answeredAfterSeconds: 12 }),
      moved({ from: 'assigned', to: 'done' }),
    ];
    expect(sum(life.slice(0, 1)).get('general')).toMatchObject({ waiting: 1, arrived: 1 });
    expect(sum(life.slice(0, 2)).get('general')).toMatchObject({ waiting: 0, offered: 1 });
    expect(sum(life.slice(0, 3)).get('general')).toMatchObject({
      offered: 0,
      handling: 1,
      answered: 1,
      answeredInThreshold: 1,
    });
    expect(sum(life).get('general')).toMatchObject({ waiting: 0, offered: 0, handling: 0, arrived: 1 });
  });

  it('should count late answers as answered, not as within the threshold', () => {
    expect(
      sum([moved({ from: 'offered', to: 'assigned', answeredAfterSeconds: 20.1 })]).get('general'),
    ).toMatchObject({
      answered: 1,
      answeredInThreshold: 0,
    });
  });

  it('should take moved work out of the one queue and into the other', () => {
    const deltas = sum([moved({ from: 'assigned', to: 'waiting', fromQueue: 'general', queue: 'billing' })]);
    expect(deltas.get('general')).toMatchObject({ handling: -1, arrived: 0 });
    expect(deltas.get('billing')).toMatchObject({ waiting: 1, arrived: 0 });
  });

  it('should tell short abandons from late ones', () => {
    expect(
      sum([moved({ from: 'waiting', to: 'done', abandonedAfterSeconds: 5 })]).get('general'),
    ).toMatchObject({ abandoned: 1, abandonedAfterThreshold: 0 });
    expect(
      sum([moved({ from: 'waiting', to: 'done', abandonedAfterSeconds: 25 })]).get('general'),
    ).toMatchObject({ abandoned: 1, abandonedAfterThreshold: 1 });
  });
});
