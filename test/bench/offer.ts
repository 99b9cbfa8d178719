import autocannon from 'autocannon';
import { type RunningRedis, startRedis } from '../backends/redis.js';
import { waitUntil } from '../faults/wait-until.js';
import { BenchAgents } from './bench-agents.js';
import { type BenchSystem, startBenchSystem } from './bench-system.js';
import { cpuByProgram } from './cpu.js';
import { newTicketBody } from './new-ticket-body.js';
import { assertResult, printLine, percentile } from './report.js';

const AGENTS = 130;
const CLIENTS = 16;
const WARM_SECONDS = 20;
const STEADY = { rate: 100, seconds: 60 };
/** rates tried in this order until one is not sustained */
const STEPS = [25, 50, 75, 100, 150, 200, 300, 400, 500, 600];
const STEP_SECONDS = 15;
/** time to drain a backlog */
const DRAINED_WITHIN_MS = 400_000;
/** A rate is sustained when this share was acknowledged and offers were not delayed more than this. */
const SUSTAINED = { share: 0.95, p99Ms: 1_000 };

interface Run {
  /** acknowledged a second */
  rate: number;
  /** ms from the client's acknowledgement to the offer on an agent's socket; 0 when the offer arrived first */
  waits: number[];
  cpu: string;
}

/** Time from the acknowledged ticket to the offer on an agent's socket, with agents who accept and resolve everything. */
export async function benchOffer(): Promise<void> {
  await onBackend('PostgreSQL alone', {});
  let redis: RunningRedis;
  try {
    redis = await startRedis();
  } catch (error) {
    process.stdout.write(`on Redis: not measured (${(error as Error).message})\n`);
    return;
  }
  try {
    await onBackend('Redis', { REDIS_URL: redis.url });
  } finally {
    await redis.stop();
  }
}

async function onBackend(name: string, env: Record<string, string>): Promise<void> {
  const system = await startBenchSystem(env);
  let agents: BenchAgents | undefined;
  try {
    agents = await BenchAgents.start(system, AGENTS);
    await run(system, agents, 25, WARM_SECONDS);
    const steady = await run(system, agents, STEADY.rate, STEADY.seconds);
    say(
      `${name}: acknowledged to offer, ${STEADY.rate}/s asked for ${STEADY.seconds} s, ${AGENTS} agents`,
      steady,
    );
    await highest(`${name}, offered and taken`, system, agents);
    agents.resolvesAtOnce = true;
    await highest(`${name}, offered, taken and settled`, system, agents);
  } finally {
    agents?.close();
    await system.stop();
  }
}

/** Raises the rate until one is not sustained. */
async function highest(name: string, system: BenchSystem, agents: BenchAgents): Promise<void> {
  let best = 0;
  for (const rate of STEPS) {
    const step = await run(system, agents, rate, STEP_SECONDS);
    say(`${name}: ${rate}/s asked for ${STEP_SECONDS} s`, step);
    if (step.rate < rate * SUSTAINED.share || percentile(step.waits, 0.99) > SUSTAINED.p99Ms) break;
    best = rate;
  }
  printLine(`${name}: highest rate sustained`, { '/s': best, 'to reach': 500 });
}

function say(name: string, { rate, waits, cpu }: Run): void {
  printLine(name, {
    'acknowledged/s': rate,
    'p50 ms': percentile(waits, 0.5),
    'p99 ms': percentile(waits, 0.99),
    'to reach ms': 250,
    'CPU ms each': cpu,
  });
}

/** @throws when a ticket was not offered, accepted by its agent and resolved */
async function run(system: BenchSystem, agents: BenchAgents, rate: number, seconds: number): Promise<Run> {
  const acknowledgedAt = new Map<string, number>();
  const before = agents.resolvesAtOnce ? agents.resolved : agents.accepted;
  const cpu = cpuByProgram();
  const result = await autocannon({
    url: system.api,
    connections: CLIENTS,
    duration: seconds,
    overallRate: rate,
    requests: [
      {
        method: 'POST',
        path: '/api/v1/tickets',
        headers: { 'content-type': 'application/json', cookie: system.cookie },
        setupRequest: (request) => ({ ...request, body: JSON.stringify(newTicketBody()) }),
        onResponse: (status, body) => {
          if (status === 201)
            acknowledgedAt.set((JSON.parse(body) as { number: string }).number, performance.now());
        },
      },
    ],
  });
  assertResult(
    result.non2xx === 0 && result.errors === 0,
    `${result.non2xx + result.errors} were not acknowledged`,
  );
  await waitUntil(DRAINED_WITHIN_MS, 'every acknowledged ticket to be offered', async () =>
    [...acknowledgedAt.keys()].every((number) => agents.offeredAt.has(number)),
  );
  // Requests in flight at the end of the load are stored and offered too, although their answers were not read.
  await waitUntil(DRAINED_WITHIN_MS, 'every ticket to be dealt with', async () => {
    const now = agents.resolvesAtOnce ? agents.resolved : agents.accepted;
    return now + agents.faults.length - before >= acknowledgedAt.size;
  });
  const each = cpu(acknowledgedAt.size);
  await agents.resolveAll();
  assertResult(agents.faults.length === 0, agents.faults.slice(0, 3).join('; '));
  const waits = [...acknowledgedAt].map(([number, at]) => Math.max(0, agents.offeredAt.get(number)! - at));
  return { rate: acknowledgedAt.size / result.duration, waits, cpu: each };
}
