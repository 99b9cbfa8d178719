import pg from 'pg';
import { Http } from '../simulate/http.js';
import { RunMarkers } from '../simulate/run-markers.js';
import { ManagedSystem } from '../simulate/managed-system.js';
import type { Random } from '../simulate/random.js';
import type { Scenario } from './scenario.js';

const TIMES = 5;
const AT_ONCE = 32;

interface Kind {
  name: string;
  events(callId: string, from: string): Record<string, unknown>[];
  /** accepted numbers of callbacks; an answer after the hangup is ignored, so both can be right */
  callbacks: number[];
}

const newCall = (callId: string, from: string) => ({
  event: 'newCall',
  direction: 'in',
  to: '80008001',
  from,
  callId,
});
const KINDS: Kind[] = [
  {
    name: 'missed',
    events: (callId, from) => [newCall(callId, from), { event: 'hangup', callId, cause: 'cancel' }],
    callbacks: [1],
  },
  {
    name: 'answered',
    events: (callId, from) => [
      newCall(callId, from),
      { event: 'answer', callId, answeringNumber: '101' },
      { event: 'hangup', callId, cause: 'normalClearing' },
    ],
    callbacks: [0, 1],
  },
  {
    name: 'forwarded',
    events: (callId, from) => [newCall(callId, from), { event: 'hangup', callId, cause: 'forwarded' }],
    callbacks: [0],
  },
];

export const WEBHOOKS: Scenario = {
  name: 'webhooks',
  about: `every webhook ${TIMES} times, shuffled, in parallel: one effect each`,
  run: async ({ database, redisUrl, short, random, say }) => {
    const system = new ManagedSystem({ database, redisUrl, programs: ['api', 'worker'] });
    try {
      await system.start();
      return await storm(system, random, short ? 20 : 150, say);
    } finally {
      await system.discard();
    }
  },
};

async function storm(
  system: ManagedSystem,
  random: Random,
  calls: number,
  say: (line: string) => void,
): Promise<string[]> {
  const marks = new RunMarkers();
  const all = Array.from({ length: calls }, (_, n) => ({ n, kind: KINDS[n % KINDS.length]! }));
  const events = all.flatMap(({ n, kind }) => kind.events(marks.callId(n), marks.phone(n)));
  const sendings = random.shuffle(Array.from({ length: TIMES }, () => events).flat());
  const http = new Http(system.target.api);
  const statuses = new Map<number, number>();
  const send = async () => {
    for (let json = sendings.pop(); json; json = sendings.pop()) {
      const { status } = await http.post(`/api/v1/cti/${system.target.ctiToken}`, { json });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  const wanted = events.length * TIMES;
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  say(`${wanted} webhooks of ${calls} calls: ${JSON.stringify(Object.fromEntries(statuses))}`);
  const wrong = statuses.get(200) === wanted ? [] : ['not every webhook was answered with 200'];
  return [...wrong, ...(await effects(system.databaseUrl, marks, all))];
}

async function effects(
  databaseUrl: string,
  marks: RunMarkers,
  calls: { n: number; kind: Kind }[],
): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const wrong: string[] = [];
    for (const { n, kind } of calls) {
      const { rows } = await client.query<{ calls: number; ended: number; callbacks: number; works: number }>(
        `SELECT count(*)::int AS calls, count(ended_at)::int AS ended,
                (SELECT count(*)::int FROM ticket t JOIN requester_address a ON a.requester_id = t.requester_id
                  WHERE a.kind = 'phone' AND a.value = $2) AS callbacks,
                (SELECT count(*)::int FROM work w JOIN interaction i ON i.id = w.interaction_id
                  WHERE i.call_id = $1 AND w.state <> 'done') AS works
           FROM interaction WHERE call_id = $1`,
        [marks.callId(n), marks.phone(n)],
      );
      const { calls: stored, ended, callbacks, works } = rows[0]!;
      if (stored !== 1 || ended !== 1) wrong.push(`${kind.name} call ${n}: stored ${stored}, ended ${ended}`);
      if (!kind.callbacks.includes(callbacks)) wrong.push(`${kind.name} call ${n}: ${callbacks} callbacks`);
      if (works > 0) wrong.push(`${kind.name} call ${n}: still somebody's work`);
    }
    return wrong;
  } finally {
    await client.end();
  }
}
