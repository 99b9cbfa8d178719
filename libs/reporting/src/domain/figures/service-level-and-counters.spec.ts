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
  // 1,000 answered (860 within 20 s), 60 abandoned (20 within 20 s, of which 10 within 5 s).
  const example = {
    answered: 1_000,
    answeredInThreshold: 860,
    abandoned: 60,
    abandonedInThreshold: 20,
    shortAbandoned: 10,
  };

  it.each([
    ['late_abandons_count', 82.69],
    ['of_all', 81.13],
    ['of_answered', 86.0],
    ['abandons_in_time_credited', 83.02],
    ['short_abandons_credited', 82.08],
    ['short_abandons_left_out', 81.9],
  ] as const)('should be, as %s, %d %% in the worked example', (variant, percent) => {
    expect(Math.round(serviceLevel(example, variant)! * 100) / 100).toBe(percent);
  });

  it('should count late abandons unless another variant is named', () => {
    expect(serviceLevel(example)).toBe(serviceLevel(example, 'late_abandons_count'));
  });

  it('should be null while nothing counts', () => {
    const onlyEarly = { ...example, answered: 0, answeredInThreshold: 0, abandoned: 20 };
    expect(serviceLevel(onlyEarly)).toBeNull();
  });
});

describe('live counters', () => {
  const sum = (events: DomainEvent[]) => counterDeltas(events, () => 20, 5);

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

  it('should move transferred work from one queue to the other', () => {
    const deltas = sum([moved({ from: 'assigned', to: 'waiting', fromQueue: 'general', queue: 'billing' })]);
    expect(deltas.get('general')).toMatchObject({ handling: -1, arrived: 0 });
    expect(deltas.get('billing')).toMatchObject({ waiting: 1, arrived: 0 });
  });

  it('should distinguish short abandons from late ones', () => {
    expect(
      sum([moved({ from: 'waiting', to: 'done', abandonedAfterSeconds: 5 })]).get('general'),
    ).toMatchObject({ abandoned: 1, abandonedAfterThreshold: 0, shortAbandoned: 1 });
    expect(
      sum([moved({ from: 'waiting', to: 'done', abandonedAfterSeconds: 25 })]).get('general'),
    ).toMatchObject({ abandoned: 1, abandonedAfterThreshold: 1, shortAbandoned: 0 });
  });
});
