import { Inject, Injectable } from '@nestjs/common';
import type { AttemptOutcome, CallbackState, CallEndCause } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import {
  conflict,
  decodeCursor,
  isUuid,
  notFound,
  type Page,
  type PageRequest,
  pageOf,
  uuidv7,
} from '#wasl/kernel';
import { Database, type Tx, UnitOfWork } from '#wasl/platform';
import { type Caller, formatTicketNumber, Messages, readCondition, TicketAccess } from '#wasl/tickets';
import { afterAttempt, outcomeOfCall } from './domain/callback-attempts.js';
import { attemptText } from './domain/callback-text.js';

export interface CallbackView {
  id: string;
  ticket: string;
  number: string;
  requester: { id: string; name: string | null; language: string | null };
  queue: string;
  source: 'missed' | 'asked';
  state: CallbackState;
  askedAt: string;
  dueAt: string;
  /** the agent who is calling now */
  agent: { id: string; name: string } | null;
  attempts: { at: string; agent: string; outcome: AttemptOutcome | null }[];
}

/** Visibility: agents see callbacks of queues that they serve, supervisors all. */
export interface CallbackScope {
  agentId: string | null;
  caller: Caller;
}

/** Callback attempts: in order of due time, by one agent at a time, each attempt recorded with its outcome. */
@Injectable()
export class CallbackAttempts {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TicketAccess) private readonly access: TicketAccess,
    @Inject(Messages) private readonly messages: Messages,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** Open callbacks, the longest due first. */
  async due(scope: CallbackScope, queue: string | null, page: PageRequest): Promise<Page<CallbackView>> {
    const values: unknown[] = [scope.agentId, queue, page.size + 1];
    let after = '';
    if (page.after) {
      const [at, id] = afterOf(page.after);
      after = `AND (c.due_at, c.id) > ($${values.push(at)}, $${values.push(id)})`;
    }
    const readable = readCondition(await this.access.scopeOf(scope.caller), values);
    const rows = await this.database.query<Row>(
      `${SELECT} WHERE ${readable} AND c.state IN ('waiting', 'calling') AND t.status IN ('new', 'open', 'pending')
         AND ($1::uuid IS NULL OR EXISTS (SELECT 1 FROM agent_queue a WHERE a.staff_id = $1 AND a.queue_id = c.queue_id))
         AND ($2::text IS NULL OR q.key = $2) ${after}
       ORDER BY c.due_at, c.id LIMIT $3`,
      values,
    );
    const { data, meta } = pageOf(rows, page.size, (row) => [row.dueAt.toISOString(), row.id]);
    return { data: data.map(toView), meta };
  }

  /** All of a ticket, the newest first. */
  async ofTicket(ticketId: string): Promise<CallbackView[]> {
    const rows = await this.database.query<Row>(
      `${SELECT} WHERE c.ticket_id = $1 ORDER BY c.asked_at DESC LIMIT 20`,
      [ticketId],
    );
    return rows.map(toView);
  }

  /**
   * An agent starts an attempt. Starting again what one has started changes nothing.
   * @throws not_found `callback.not_found`; conflict `callback.settled`, `callback.taken` when another is calling
   */
  async begin(id: string, agentId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const callback = await lock(tx, id);
      if (callback.state === 'calling' && callback.agentId === agentId) return;
      if (callback.state === 'calling') throw conflict('callback.taken');
      if (callback.state !== 'waiting') throw conflict('callback.settled');
      tx.send(`UPDATE callback SET state = 'calling', agent_id = $2, updated_at = $3 WHERE id = $1`, [
        id,
        agentId,
        tx.now,
      ]);
      tx.send(
        'INSERT INTO callback_attempt (id, callback_id, agent_id, started_at) VALUES ($1, $2, $3, $4)',
        [uuidv7(tx.now.getTime()), id, agentId, tx.now],
      );
    });
  }

  /**
   * Records the outcome of the attempt that this agent started.
   * @throws not_found `callback.not_found`; conflict `callback.not_begun`
   */
  async settle(id: string, agentId: string, outcome: AttemptOutcome): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [seen] = await tx.query<{ ticketId: string }>(
        'SELECT ticket_id AS "ticketId" FROM callback WHERE id = $1',
        [isUuid(id) ? id : null],
      );
      if (!seen) throw notFound('callback.not_found');
      await this.settleIn(tx, id, agentId, outcome);
    });
  }

  /** Links an outbound call to the open attempt for its number. */
  async linkCall(tx: Tx, call: { interactionId: string; agentId: string; to: string }): Promise<void> {
    await tx.query(
      `UPDATE callback_attempt a SET interaction_id = $1 FROM callback c
        WHERE c.id = a.callback_id AND a.agent_id = $2 AND a.ended_at IS NULL AND a.interaction_id IS NULL
          AND c.number = $3`,
      [call.interactionId, call.agentId, call.to],
    );
  }

  /** Records the outcome of an outbound call; when the agent also records it, nothing changes. */
  async recordCallOutcome(
    tx: Tx,
    call: { interactionId: string; answered: boolean; cause: CallEndCause },
  ): Promise<void> {
    const [attempt] = await tx.query<{ callbackId: string; agentId: string }>(
      `SELECT callback_id AS "callbackId", agent_id AS "agentId" FROM callback_attempt
        WHERE interaction_id = $1 AND ended_at IS NULL`,
      [call.interactionId],
    );
    const outcome = outcomeOfCall(call);
    if (attempt && outcome) await this.settleIn(tx, attempt.callbackId, attempt.agentId, outcome);
  }

  /** The ticket is locked before the callback, as everywhere: its note is written first. */
  private async settleIn(tx: Tx, id: string, agentId: string, outcome: AttemptOutcome): Promise<void> {
    const callback = await lock(tx, id);
    if (callback.state !== 'calling' || callback.agentId !== agentId) throw conflict('callback.not_begun');
    const after = afterAttempt(callback.attempts, outcome, this.country.callbacks, tx.now);
    const settled = after.state !== 'waiting';
    await tx.query(
      `WITH attempt AS (
         UPDATE callback_attempt SET outcome = $2, ended_at = $3 WHERE callback_id = $1 AND ended_at IS NULL)
       UPDATE callback SET state = $4, attempts = $5, due_at = $6, agent_id = NULL, updated_at = $3,
              settled_at = CASE WHEN $7 THEN $3::timestamptz END
        WHERE id = $1`,
      [id, outcome, tx.now, after.state, after.attempts, after.dueAt, settled],
    );
    const note = attemptText(this.country.languages[0]!, { ...after, outcome, number: callback.number });
    await this.messages.bySystem(tx, callback.ticketId, note);
  }
}

interface Locked {
  state: CallbackState;
  agentId: string | null;
  attempts: number;
  number: string;
  ticketId: string;
}

/** Locks the ticket, then the callback. */
async function lock(tx: Tx, id: string): Promise<Locked> {
  const given = isUuid(id) ? id : null;
  await tx.query(
    'SELECT 1 FROM ticket WHERE id = (SELECT ticket_id FROM callback WHERE id = $1) FOR NO KEY UPDATE',
    [given],
  );
  const [row] = await tx.query<Locked>(
    `SELECT state, agent_id AS "agentId", attempts, number, ticket_id AS "ticketId" FROM callback
      WHERE id = $1 FOR NO KEY UPDATE`,
    [given],
  );
  if (!row) throw notFound('callback.not_found');
  return row;
}

type Row = Omit<CallbackView, 'askedAt' | 'dueAt' | 'attempts'> & {
  askedAt: Date;
  dueAt: Date;
  attempts: CallbackView['attempts'] | null;
};

const SELECT = `
SELECT c.id, t.number AS ticket, c.number, c.source, c.state, c.asked_at AS "askedAt", c.due_at AS "dueAt", q.key AS queue,
       json_build_object('id', r.id, 'name', r.name, 'language', r.language) AS requester,
       CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name) END AS agent,
       (SELECT json_agg(json_build_object('at', a.started_at, 'agent', w.name, 'outcome', a.outcome) ORDER BY a.started_at)
          FROM callback_attempt a JOIN staff w ON w.id = a.agent_id WHERE a.callback_id = c.id) AS attempts
  FROM callback c JOIN ticket t ON t.id = c.ticket_id JOIN queue q ON q.id = c.queue_id
  JOIN requester r ON r.id = c.requester_id LEFT JOIN staff s ON s.id = c.agent_id`;

function toView(row: Row): CallbackView {
  return {
    ...row,
    ticket: formatTicketNumber(row.ticket),
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    attempts: (row.attempts ?? []).map((attempt) => ({ ...attempt, at: new Date(attempt.at).toISOString() })),
  };
}

function afterOf(cursor: string): [Date, string] {
  const [at, id] = decodeCursor(cursor, 'time', 'uuid');
  return [new Date(at), id];
}
