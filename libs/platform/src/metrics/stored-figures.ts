import { Counter, Gauge } from 'prom-client';
import type { Metrics } from './metrics.js';

/** Figures are read again no sooner than this, however often and by how many they are scraped. */
const CACHE_MS = 10_000;
/** A scrape waits no longer for a store: what other figures say must not be lost with it. */
const WAIT_MS = 2_000;

export type FigureRow<Name extends string> = Record<Name, number> & { labels?: Record<string, string> };

export interface FigureGroup<Name extends string> {
  /** the name of each gauge, and its help */
  gauges: Record<Name, string>;
  labelNames?: string[];
  /** reads all of them at once; must be cheap however much is stored */
  read(): Promise<FigureRow<NoInfer<Name>>[]>;
}

/**
 * Gauges of what is stored, that is, the same in every process which shows them: dashboards take `max` of them. One that
 * cannot be read is absent, and counted.
 */
export class StoredFigures {
  private readonly failed: Counter;

  /** @param shown false in a process that shows only its own figures: it serves the public, and need not read these */
  constructor(
    private readonly metrics: Metrics,
    private readonly shown: boolean,
  ) {
    this.failed = new Counter({
      name: 'wasl_stored_figures_failed_total',
      help: 'Attempts to read figures of what is stored that failed or took too long',
      registers: [metrics.registry],
    });
  }

  add<Name extends string>({ gauges, labelNames = [], read }: FigureGroup<Name>): void {
    if (!this.shown) return;
    const made = new Map<Name, Gauge>();
    let readAt = -Infinity;
    let reading: Promise<void> | undefined;
    const show = (rows: FigureRow<Name>[]) => {
      for (const [name, gauge] of made) {
        gauge.reset();
        // Reset leaves a 0 where there are no labels.
        if (rows.length === 0 && labelNames.length === 0) gauge.remove();
        for (const row of rows) gauge.set(row.labels ?? {}, row[name]);
      }
    };
    const begin = () =>
      read()
        .then(show)
        .catch(() => {
          this.failed.inc();
          show([]);
        })
        .finally(() => (reading = undefined));
    /** One read at a time: one that hangs is waited for by the next scrape, too, and not begun again. */
    const refresh = async (): Promise<void> => {
      if (performance.now() - readAt < CACHE_MS && !reading) return;
      if (!reading) {
        readAt = performance.now();
        reading = begin();
      }
      if (await endsInTime(reading)) return;
      this.failed.inc();
      show([]);
    };
    for (const [name, help] of Object.entries(gauges) as [Name, string][])
      made.set(
        name,
        new Gauge({
          name,
          help,
          labelNames,
          registers: [this.metrics.registry],
          collect: () => refresh(),
        }),
      );
  }
}

async function endsInTime(work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), WAIT_MS)));
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
