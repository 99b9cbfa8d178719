import autocannon from 'autocannon';
import { startBenchSystem, withDatabase } from './bench-system.js';
import { cpuByProgram } from './cpu.js';
import { measureWriteBaseline } from './write-baseline.js';
import { newTicketBody } from './new-ticket-body.js';
import { assertResult, printLine } from './report.js';

const CLIENTS = 16;
const SECONDS = 15;
/** New processes spend much of their time compiling (JIT), so they are warmed up first. */
const WARM_SECONDS = 25;

/** Creates tickets over HTTP with the whole system running. */
export async function benchCreate(): Promise<void> {
  const system = await startBenchSystem();
  try {
    const floor = await measureWriteBaseline(system.databaseUrl, CLIENTS, 8);
    const floorOne = await measureWriteBaseline(system.databaseUrl, 1, 4);
    await load(system, WARM_SECONDS);
    const before = await count(system.databaseUrl);
    const cpu = cpuByProgram();
    const result = await load(system, SECONDS);
    const cpuEach = cpu(result.requests.total);
    const made = (await count(system.databaseUrl)) - before;
    const wrong = result.non2xx + result.errors;
    assertResult(wrong === 0 && result.requests.total > 0, `${wrong} answers were not 201 or never came`);
    assertResult(made >= result.requests.total, `${result.requests.total} acknowledged, ${made} stored`);
    const rate = result.requests.total / result.duration;
    printLine('reference', { 'floor at 16 (transactions/s)': floor, 'at 1': floorOne });
    printLine(`create a ticket, ${CLIENTS} clients, ${SECONDS} s`, {
      'tickets/s': rate,
      'ratio to the floor': rate / floor,
      'to reach': 1 / 5,
      'p50 ms': result.latency.p50,
      'p99 ms': result.latency.p99,
      'CPU ms each': cpuEach,
    });
  } finally {
    await system.stop();
  }
}

function load(system: { api: string; cookie: string }, seconds: number) {
  return autocannon({
    url: system.api,
    connections: CLIENTS,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: '/api/v1/tickets',
        headers: { 'content-type': 'application/json', cookie: system.cookie },
        setupRequest: (request) => ({ ...request, body: JSON.stringify(newTicketBody()) }),
      },
    ],
  });
}

function count(url: string): Promise<number> {
  return withDatabase(url, async (client) => {
    const { rows } = await client.query<{ n: string }>('SELECT count(*) AS n FROM ticket');
    return Number(rows[0]!.n);
  });
}
