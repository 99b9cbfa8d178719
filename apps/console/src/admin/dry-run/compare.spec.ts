import type { QueueFigures } from '../../api/routing-api.js';
import { compareRuns, isBetter } from './compare.js';
import { yesterday } from './yesterday.js';

const figures = (queue: string, agents: Record<string, number>, arrived = 4): QueueFigures => ({
  queue,
  arrived,
  answered: arrived,
  abandoned: 0,
  left: 0,
  wait: null,
  serviceLevel: null,
  agents: Object.entries(agents).map(([id, answered]) => ({ id, answered })),
});

describe('comparison of a dry run with the past', () => {
  it('omits idle queues and sorts agents by the size of the change', () => {
    const result = {
      was: [figures('general', { ali: 1, mona: 3 }), figures('quiet', {}, 0)],
      inForce: [figures('general', { ali: 2, mona: 2 }), figures('quiet', {}, 0)],
      would: [figures('general', { mona: 3, sana: 1 }), figures('quiet', {}, 0)],
    };
    const [general, ...others] = compareRuns(result);
    expect(others).toEqual([]);
    expect(general).toMatchObject({
      queue: 'general',
      agents: [
        { id: 'ali', was: 1, inForce: 2, would: 0 },
        { id: 'mona', was: 3, inForce: 2, would: 3 },
        { id: 'sana', was: 0, inForce: 0, would: 1 },
      ],
    });
  });

  it('says better or worse only when the figures differ', () => {
    expect(isBetter(80, 90, 'more')).toBe(true);
    expect(isBetter(80, 90, 'less')).toBe(false);
    expect(isBetter(80, 80, 'more')).toBeNull();
    expect(isBetter(null, 80, 'more')).toBeNull();
  });

  it('covers the whole previous day by default', () => {
    expect(yesterday(new Date(2026, 2, 1, 9, 30))).toEqual({
      from: '2026-02-28T00:00',
      to: '2026-03-01T00:00',
    });
  });
});
