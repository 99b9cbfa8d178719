import autocannon from 'autocannon';
import { startBenchSystem, withDatabase } from './bench-system.js';
import { measureFloor } from './floor.js';
import { check, line } from './report.js';

const CLIENTS = 16;
const SECONDS = 15;

/** Tickets created over HTTP, everything included, with all of the system running behind it. */
export async function benchCreate(): Promise<void> {
  const system = await startBenchSystem();
  try {
    const floor = await measureFloor(system.databaseUrl, CLIENTS, 8);
    const floorOne = await measureFloor(system.databaseUrl, 1, 4);
    await load(system, 3);
    const before = await count(system.databaseUrl);
    const result = await load(system, SECONDS);
    const made = (await count(system.databaseUrl)) - before;
    check(result.non2xx === 0, `${result.non2xx} answers were not 201`);
    check(made >= result.requests.total, `${result.requests.total} acknowledged, ${made} stored`);
    const rate = result.requests.total / result.duration;
    line('reference', { 'floor at 16 (transactions/s)': floor, 'at 1': floorOne });
    line(`create a ticket, ${CLIENTS} clients, ${SECONDS} s`, {
      'tickets/s': rate,
      'ratio to the floor': rate / floor,
      'to reach': 1 / 5,
      'p50 ms': result.latency.p50,
      'p99 ms': result.latency.p99,
    });
  } finally {
    await system.stop();
  }
}

/** Half of the requesters are known, half new; languages, priorities and queues vary. */
function load(system: { api: string; cookie: string }, seconds: number) {
  let n = 0;
  return autocannon({
    url: system.api,
    connections: CLIENTS,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: '/api/v1/tickets',
        headers: { 'content-type': 'application/json', cookie: system.cookie },
        setupRequest: (request) => {
          n++;
          return { ...request, body: JSON.stringify(matter(n)) };
        },
      },
    ],
  });
}

function matter(n: number) {
  return {
    subject: n % 2 ? 'إنارة الشارع لا تعمل' : 'The street light does not work',
    description: 'The light in front of house 12, road 345 has been out for a week. '.repeat(5),
    language: n % 2 ? 'ar' : 'en',
    queue: ['general', 'billing', 'technical', 'complaints'][n % 4],
    requester: {
      name: `Person ${n % 5_000}`,
      email: `person${n % 2 ? n % 500 : `-${Date.now()}-${n}`}@example.com`,
    },
  };
}

function count(url: string): Promise<number> {
  return withDatabase(url, async (client) => {
    const { rows } = await client.query<{ n: string }>('SELECT count(*) AS n FROM ticket');
    return Number(rows[0]!.n);
  });
}
