import autocannon from 'autocannon';
import { type BenchSystem, startBenchSystem } from './bench-system.js';
import { measureReadBaseline } from './read-baseline.js';
import { assertResult, printLine } from './report.js';
import { seedTickets } from './seed-tickets.js';

const CLIENTS = 16;
const SECONDS = 8;
const SMALL = 10_000;
const LARGE = 1_000_000;

/** Reads one ticket and lists a queue, with few and with many tickets. */
export async function benchRead(): Promise<void> {
  const system = await startBenchSystem();
  try {
    const few = await measure(system, SMALL, 0);
    const many = await measure(system, LARGE, SMALL);
    printLine('rate with a million to rate with ten thousand', {
      read: many.read / few.read,
      list: many.list / few.list,
      'to reach': 0.8,
    });
  } finally {
    await system.stop();
  }
}

async function measure(system: BenchSystem, tickets: number, present: number) {
  const numbers = await seedTickets(system, tickets - present, present);
  const floor = await measureReadBaseline(system.databaseUrl, CLIENTS, 4, numbers);
  const read = await load(
    system,
    () => `/api/v1/tickets/${numbers[Math.floor(Math.random() * numbers.length)]}`,
  );
  const queues = ['general', 'billing', 'technical', 'complaints'];
  const list = await load(
    system,
    () => `/api/v1/tickets?queue=${queues[Math.floor(Math.random() * 4)]}&page[size]=25`,
  );
  printLine(`${tickets.toLocaleString('en')} tickets, ${CLIENTS} clients`, {
    'floor: one row by pg (reads/s)': floor,
    'read one (requests/s)': read,
    'to reach': 2_000,
    'ratio to the floor': read / floor,
    'list 25 of a queue (requests/s)': list,
    'to reach ': 800,
  });
  return { read, list };
}

async function load(system: BenchSystem, path: () => string): Promise<number> {
  const run = (duration: number) =>
    autocannon({
      url: system.api,
      connections: CLIENTS,
      duration,
      requests: [
        {
          method: 'GET',
          headers: { cookie: system.cookie },
          setupRequest: (request) => ({ ...request, path: path() }),
        },
      ],
    });
  await run(2);
  const result = await run(SECONDS);
  assertResult(result.non2xx === 0, `${result.non2xx} answers were not 200`);
  return result.requests.total / result.duration;
}
