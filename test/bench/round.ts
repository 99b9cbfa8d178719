import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrateDatabase } from '#wasl/platform';
import { chooseAgent, recordRound, replayRound, RoundReader, Router, routeRound } from '#wasl/routing';
import { DATABASE_ROLES } from '../../libs/platform/src/embedded-postgres/index.js';
import { startDatabase } from '../../apps/local/src/embedded-database.js';
import { startRouting } from '../routing/routing-context.js';
import { seedWork } from '../routing/seed-work.js';
import { assertResult, printLine, percentile } from './report.js';

const WAITING = 10_000;
const AGENTS = 500;
const TIMES = 15;
/** The first rounds still include JIT compilation. */
const WARM_ROUNDS = 10;
const ROUNDS = 60;
/** Withdraws all offers and returns the work to waiting; planner statistics stay as they are. */
const RESET = `
  UPDATE offer SET state = 'withdrawn', decided_at = now() WHERE state = 'made';
  UPDATE work SET state = 'waiting', agent_id = NULL WHERE state = 'offered';
  DELETE FROM outbox`;
const SKILLS = ['tax', 'law', 'water', 'roads', 'permits', 'health', null, null];

/** One routing round with ten thousand waiting items and five hundred free agents, decided and written. */
export async function benchRound(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wasl-round-'));
  // PostgreSQL runs under another account when we are root; it must be able to enter the folder.
  await chmod(dataDir, 0o711);
  const database = await startDatabase(dataDir, undefined, (text) => void process.stderr.write(`${text}\n`));
  await migrateDatabase(database.ownerUrl, { app: DATABASE_ROLES.app });
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const context = await startRouting(database.url, dataDir);
  try {
    const queues = Array.from({ length: 16 }, (_, n) => ({
      key: `bench-${n}`,
      skill: SKILLS[n % SKILLS.length]!,
      level: 1 + (n % 3),
    }));
    await seedWork(client, { queues, agents: AGENTS, waiting: WAITING });
    const reader = context.get(RoundReader);
    const reading = timer();
    const input = await reader.readWork((await reader.readContext('main'))!, WAITING);
    const readMs = reading();
    const { waiting, agents, routing } = input;
    assertResult(waiting.length >= WAITING * 0.9, `only ${waiting.length} of ${WAITING} were read`);
    assertResult(agents.length === AGENTS, `only ${agents.length} agents were free`);

    const times = repeat(() => routeRound(waiting, agents, routing.round));
    const made = routeRound(waiting, agents, routing.round);
    const reference = repeat(() => compareAll(waiting, agents));
    checkOneByOne(waiting, agents, routing.round, made);
    const record = recordRound(made, waiting, agents, routing.round);
    assertResult(
      JSON.stringify(replayRound(record)) === JSON.stringify(made),
      'the record leads to other choices',
    );
    printLine(`decide: ${waiting.length} waiting, ${AGENTS} agents, ${made.length} given`, {
      'p50 ms': percentile(times, 0.5),
      'worst ms': Math.max(...times),
      'to reach ms': 100,
      'reference: each waiting beside each agent, p50 ms': percentile(reference, 0.5),
      'ratio to the reference': percentile(times, 0.5) / percentile(reference, 0.5),
      'record kB': JSON.stringify(record).length / 1_000,
    });

    const floors: number[] = [];
    const wholes: number[] = [];
    for (let time = 0; time < WARM_ROUNDS + ROUNDS; time++) {
      const floor = timer();
      await client.query(
        `SELECT * FROM work WHERE state = 'waiting' ORDER BY urgency_at, id LIMIT ${WAITING}`,
      );
      floors.push(floor());
      const whole = timer();
      const offers = await context.get(Router).round('main');
      wholes.push(whole());
      assertResult(offers === made.length, `${offers} offers were written, ${made.length} decided`);
      await client.query(RESET);
    }
    const first = wholes[0]!;
    floors.splice(0, WARM_ROUNDS);
    wholes.splice(0, WARM_ROUNDS);
    printLine(`the whole round: read, decide, write ${made.length} offers; ${ROUNDS} times`, {
      'p50 ms': percentile(wholes, 0.5),
      'best ms': Math.min(...wholes),
      'worst ms': Math.max(...wholes),
      'the very first ms': first,
      'to reach ms': 100,
      'had it read everything, reading alone ms': readMs,
      'reference: the same rows by pg alone, p50 ms': percentile(floors, 0.5),
      'ratio to the reference': percentile(wholes, 0.5) / percentile(floors, 0.5),
    });
  } finally {
    await context.close();
    await client.end();
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type Input = Awaited<ReturnType<RoundReader['readWork']>>;

/** Every choice equals the one made for that item alone among the remaining agents. */
function checkOneByOne(
  waiting: Input['waiting'],
  agents: Input['agents'],
  rules: Input['routing']['round'],
  made: ReturnType<typeof routeRound>,
): void {
  const works = new Map(waiting.map((work) => [work.id, work]));
  let left = agents;
  for (const { workId, agentId } of made) {
    const choice = chooseAgent(works.get(workId)!, left, rules);
    assertResult(
      choice?.agentId === agentId,
      `${workId} went to ${agentId} rather than to ${choice?.agentId}`,
    );
    left = left.filter(({ id }) => id !== agentId);
  }
  const queues = new Set(
    waiting.filter(({ id }) => !made.some(({ workId }) => workId === id)).map((w) => w.queueId),
  );
  for (const queueId of queues) {
    const first = waiting.find(
      (work) => work.queueId === queueId && !made.some(({ workId }) => workId === work.id),
    );
    assertResult(!first || chooseAgent(first, left, rules) === null, 'somebody eligible stayed idle');
  }
}

/** A lower bound for a router that compares every item with every agent. */
function compareAll(waiting: Input['waiting'], agents: Input['agents']): number {
  let fits = 0;
  for (const work of waiting)
    for (const agent of agents) if (agent.freeUnits >= work.units && agent.queueIds.has(work.queueId)) fits++;
  return fits;
}

function repeat(work: () => unknown): number[] {
  return Array.from({ length: TIMES }, () => {
    const elapsed = timer();
    work();
    return elapsed();
  });
}

function timer(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}
