import { describe, expect, it, jest } from '@jest/globals';
import { Metrics } from './metrics.js';
import { StoredFigures } from './stored-figures.js';

const GAUGES = { test_waiting: 'Things that wait', test_age_seconds: 'Age of the oldest' };
const valuesOf = (text: string) => text.split('\n').filter((line) => line.startsWith('test_'));

function figures(read: () => Promise<{ test_waiting: number; test_age_seconds: number }[]>, shown = true) {
  const metrics = new Metrics();
  new StoredFigures(metrics, shown).add({ gauges: GAUGES, read });
  return metrics.registry;
}

describe('figures of what is stored', () => {
  it('are read once for all of a group, and not again while they are fresh', async () => {
    const read = jest.fn(() => Promise.resolve([{ test_waiting: 3, test_age_seconds: 1.5 }]));
    const registry = figures(read);
    const scrapes = await Promise.all([1, 2, 3].map(() => registry.metrics()));
    scrapes.push(await registry.metrics());
    for (const text of scrapes) expect(valuesOf(text)).toEqual(['test_waiting 3', 'test_age_seconds 1.5']);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('have labels, and lose those that are gone', async () => {
    const now = jest.spyOn(performance, 'now');
    try {
      let queues = ['mail', 'search'];
      const metrics = new Metrics();
      new StoredFigures(metrics, true).add({
        gauges: { test_jobs: 'Jobs' },
        labelNames: ['queue'],
        read: () => Promise.resolve(queues.map((queue) => ({ labels: { queue }, test_jobs: 1 }))),
      });
      expect(valuesOf(await metrics.registry.metrics())).toEqual([
        'test_jobs{queue="mail"} 1',
        'test_jobs{queue="search"} 1',
      ]);
      queues = ['mail'];
      now.mockReturnValue(performance.now() + 10_001);
      expect(valuesOf(await metrics.registry.metrics())).toEqual(['test_jobs{queue="mail"} 1']);
      queues = [];
      now.mockReturnValue(performance.now() + 10_001);
      expect(valuesOf(await metrics.registry.metrics())).toEqual([]);
    } finally {
      now.mockRestore();
    }
  });

  it('are absent and counted when they cannot be read, and the scrape goes on', async () => {
    const registry = figures(() => Promise.reject(new Error('no connection')));
    expect(valuesOf(await registry.metrics())).toEqual([]);
    // Counters are printed while figures are read.
    const text = await registry.metrics();
    expect(valuesOf(text)).toEqual([]);
    expect(text).toContain('wasl_stored_figures_failed_total 1');
    expect(text).toContain('wasl_process_start_time_seconds');
  });

  it('are absent when they take too long, and are not asked for again meanwhile', async () => {
    const read = jest.fn(() => new Promise<never>(() => undefined));
    const registry = figures(read);
    expect(valuesOf(await registry.metrics())).toEqual([]);
    expect(valuesOf(await registry.metrics())).toEqual([]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('are not there in a process that shows none', async () => {
    const read = jest.fn(() => Promise.resolve([]));
    expect(await figures(read, false).metrics()).not.toContain('test_waiting');
    expect(read).not.toHaveBeenCalled();
  });
});
