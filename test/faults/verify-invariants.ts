import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { OutgoingMail } from '../simulate/outgoing-mail.js';
import type { Simulation } from '../simulate/simulation.js';
import { evaluate } from '../simulate/verdict.js';
import { report, unsent } from '../simulate/report.js';

/** A dead worker's job is taken over after its lock (15 s) and the next stalled check (15 s); then it must be done. */
export const DEAD_WORKER_MS = 35_000;

/** Checks what was acknowledged against the API and the database. */
export async function verifyInvariants(
  simulation: Simulation,
  databaseUrl: string,
  say: (line: string) => void,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const wrong = await emptyOutbox(client);
    const verdict = await evaluate(simulation, DEAD_WORKER_MS);
    say(report({ ...verdict, wrong: [] }));
    unsent(simulation.ledger).forEach((fault) => say(`not sent: ${fault}`));
    for (const row of verdict.rows) {
      for (const fault of ['lost', 'doubled', 'unrouted'] as const)
        if (row[fault] > 0) wrong.push(`${row.channel}: ${row[fault]} ${fault}`);
    }
    wrong.push(...verdict.lost.map((what) => `lost: ${what}`), ...verdict.wrong);
    for (const { what, statement } of RULES) wrong.push(...(await broken(client, what, statement)));
    wrong.push(...(await acknowledgedOnce(simulation, client)), ...(await waits(client, say)));
    return wrong;
  } finally {
    await client.end();
  }
}

/** Every event is dispatched in the end, and none is dead-lettered. */
async function emptyOutbox(client: pg.Client): Promise<string[]> {
  const end = Date.now() + DEAD_WORKER_MS;
  for (;;) {
    const { rows } = await client.query<{ waiting: number; aside: number }>(
      `SELECT count(*) FILTER (WHERE set_aside_at IS NULL)::int AS waiting,
              count(*) FILTER (WHERE set_aside_at IS NOT NULL)::int AS aside FROM outbox`,
    );
    const { waiting, aside } = rows[0]!;
    if (aside > 0) return [`${aside} events were set aside`];
    if (waiting === 0) return [];
    if (Date.now() > end) return [`${waiting} events are still in the outbox`];
    await pause(200);
  }
}

/** Each statement selects rows that violate an invariant. */
const RULES: { what: string; statement: string }[] = [
  {
    what: 'counters differ from a recount',
    statement: `
      SELECT q.key, c.waiting, c.offered, c.handling, w.* FROM queue q
        LEFT JOIN queue_counter c ON c.queue_key = q.key
        CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE state = 'waiting') AS w, count(*) FILTER (WHERE state = 'offered') AS o,
          count(*) FILTER (WHERE state = 'assigned') AS h FROM work WHERE queue_id = q.id) w
       WHERE (coalesce(c.waiting, 0), coalesce(c.offered, 0), coalesce(c.handling, 0)) <> (w.w, w.o, w.h)`,
  },
  {
    what: 'work in hand whose ticket has another owner',
    statement: `SELECT t.number FROM work w JOIN ticket t ON t.id = w.ticket_id
                 WHERE w.state = 'assigned' AND w.agent_id IS DISTINCT FROM t.assignee_id`,
  },
  {
    what: 'open tickets that no work brings to anybody',
    statement: `SELECT number FROM ticket t WHERE status IN ('new', 'open')
                   AND NOT EXISTS (SELECT 1 FROM work w WHERE w.ticket_id = t.id AND w.state <> 'done')`,
  },
  {
    what: 'agents who hold more written work than they can',
    statement: `SELECT s.email, sum(w.units) FROM work w JOIN staff s ON s.id = w.agent_id
                 WHERE w.state IN ('offered', 'assigned') AND w.ticket_id IS NOT NULL
                 GROUP BY s.id HAVING sum(w.units) > s.capacity_units`,
  },
  {
    what: 'offered work without its offer, or the reverse',
    statement: `SELECT w.id FROM work w FULL JOIN (SELECT * FROM offer WHERE state = 'made') o ON o.work_id = w.id
                 WHERE w.ticket_id IS NOT NULL AND (w.state = 'offered') <> (o.id IS NOT NULL)
                    OR w.state = 'offered' AND o.agent_id <> w.agent_id`,
  },
  {
    what: 'rooms with a missing number',
    statement: `SELECT e.room FROM live_event e JOIN live_room r USING (room) GROUP BY e.room, r.seq
                HAVING max(e.seq) - min(e.seq) + 1 <> count(*) OR max(e.seq) <> r.seq`,
  },
  {
    what: 'tickets acknowledged by mail twice, or under two Message-IDs',
    statement: `SELECT ticket_id FROM outgoing_mail WHERE purpose = 'acknowledgement' GROUP BY ticket_id HAVING count(*) > 1`,
  },
  {
    what: 'tickets whose requester was not told by mail',
    statement: `SELECT t.number FROM ticket t
                  JOIN ticket_contact c ON c.ticket_id = t.id AND c.kind = 'email' AND c.role = 'requester'
                 WHERE NOT EXISTS (SELECT 1 FROM outgoing_mail m WHERE m.ticket_id = t.id
                                      AND m.purpose IN ('acknowledgement', 'confirm_address') AND m.state = 'sent')
                   AND NOT EXISTS (SELECT 1 FROM history h WHERE h.ticket_id = t.id AND h.type = 'notice_withheld')`,
  },
  {
    what: 'callers with two callbacks',
    statement: `SELECT requester_id FROM ticket WHERE 'callback' = ANY (tags) GROUP BY requester_id HAVING count(*) > 1`,
  },
  {
    what: 'mail taken twice',
    statement: `SELECT message_id FROM inbound_mail WHERE state = 'accepted' GROUP BY message_id HAVING count(*) > 1`,
  },
];

async function broken(client: pg.Client, what: string, statement: string): Promise<string[]> {
  // Work in progress gets time: mail is sent after its ticket is stored.
  const end = Date.now() + DEAD_WORKER_MS;
  for (;;) {
    const { rows } = await client.query<Record<string, unknown>>(`${statement} LIMIT 5`);
    if (rows.length === 0) return [];
    if (Date.now() > end) return [`${what}: ${rows.map((row) => Object.values(row).join(' ')).join(', ')}`];
    await pause(500);
  }
}

/**
 * Checks the mailboxes: one first mail each (an acknowledgement, or a request to confirm an address that somebody
 * named), possibly delivered twice, and no mail that is missing in the database.
 */
async function acknowledgedOnce({ target, marks }: Simulation, client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string; purpose: string }>(
    'SELECT message_id AS id, purpose FROM outgoing_mail',
  );
  const purposes = new Map(rows.map(({ id, purpose }) => [id.replace(/^<|>$/g, ''), purpose]));
  const wrong: string[] = [];
  const ids = new Map<string, Set<string>>();
  for (const { to, messageId } of await new OutgoingMail(target.outgoingMail).all()) {
    if (!to.startsWith(marks.run)) continue;
    const purpose = purposes.get(messageId.replace(/^<|>$/g, ''));
    if (!purpose) wrong.push(`${to} got ${messageId}, which is not in outgoing_mail`);
    else if (FIRST_MAIL.has(purpose)) ids.set(to, (ids.get(to) ?? new Set()).add(messageId));
  }
  for (const [to, set] of ids) if (set.size > 1) wrong.push(`${to} got ${set.size} acknowledgements`);
  return wrong;
}

const FIRST_MAIL = new Set(['acknowledgement', 'confirm_address']);

/** The longest delays between an event and its handling. */
async function waits(client: pg.Client, say: (line: string) => void): Promise<string[]> {
  const { rows } = await client.query<Record<string, number | null>>(`
    SELECT (SELECT max(extract(epoch FROM m.sent_at - t.created_at)) FROM outgoing_mail m JOIN ticket t ON t.id = m.ticket_id
             WHERE m.purpose = 'acknowledgement')::float AS acknowledgement,
           (SELECT max(extract(epoch FROM m.sent_at - m.created_at)) FROM outgoing_mail m)::float AS "mail ready to go",
           (SELECT max(extract(epoch FROM e.at - o.made_at)) FROM live_event e JOIN offer o ON o.id::text = e.data->>'id'
             WHERE e.type = 'offer.made')::float AS "offer to socket"`);
  const longest = Object.entries(rows[0]!).map(([what, seconds]) => ({ what, seconds: seconds ?? 0 }));
  say(`longest waits: ${longest.map(({ what, seconds }) => `${what} ${seconds.toFixed(1)} s`).join(', ')}`);
  return longest
    .filter(({ seconds }) => seconds * 1_000 > DEAD_WORKER_MS)
    .map(({ what, seconds }) => `${what} waited ${seconds.toFixed(1)} s`);
}
