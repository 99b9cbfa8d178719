import { randomContent, type Content } from './content.js';
import { Random } from './random.js';

export const CHANNELS = ['email', 'web', 'api', 'phone'] as const;
export type SimulatedChannel = (typeof CHANNELS)[number];

/** One contact, planned completely before the run starts. */
export interface Arrival {
  n: number;
  atMs: number;
  channel: SimulatedChannel;
  content: Content;
  /** sent twice with the same Message-ID, key, form or call id */
  twice: boolean;
  /** replies after an agent answered (email) */
  repliesBack: boolean;
  /** hangs up before the call is answered (phone) */
  givesUp: boolean;
  /** seed for later delays and choices */
  seed: number;
}

export interface Load {
  seed: number;
  minutes: number;
  perMinute: number;
  /** share of each channel; the sum need not be one */
  mix?: Partial<Record<SimulatedChannel, number>>;
}

/** The portal accepts 60 filings a minute from one address, four pages each: this share stays below that at 300 a minute. */
const MIX: Record<SimulatedChannel, number> = { email: 0.45, web: 0.15, api: 0.2, phone: 0.2 };

/** Arrivals of a Poisson process, independent of how fast the system answers (open loop). */
export function planArrivals({ seed, minutes, perMinute, mix = MIX }: Load): Arrival[] {
  const times = new Random(seed).fork('times');
  const people = new Random(seed).fork('people');
  const arrivals: Arrival[] = [];
  let at = 0;
  for (let n = 0; ; n++) {
    at += times.exponential(60_000 / perMinute);
    if (at >= minutes * 60_000) return arrivals;
    arrivals.push({
      n,
      atMs: at,
      channel: weighted(people, mix),
      content: randomContent(people),
      twice: people.chance(0.12),
      repliesBack: people.chance(0.3),
      givesUp: people.chance(0.5),
      seed: Math.floor(people.next() * 2 ** 32),
    });
  }
}

function weighted(random: Random, weights: Partial<Record<SimulatedChannel, number>>): SimulatedChannel {
  const total = CHANNELS.reduce((sum, channel) => sum + (weights[channel] ?? 0), 0);
  let left = random.next() * total;
  const found = CHANNELS.find((channel) => (left -= weights[channel] ?? 0) < 0);
  return found ?? CHANNELS.findLast((channel) => weights[channel])!;
}
