import { Inject, Injectable } from '@nestjs/common';
import type { AgentLive, PresenceState } from '#wasl/contracts';
import { Database, type Tx, UnitOfWork, PeriodicTask } from '#wasl/platform';
import { endWrapUp } from './capacity.js';
import { mustWait } from './domain/presence-lifecycle.js';
import { lockPresence, movePresence, type PresenceRow } from './presence-store.js';
import { requireReason } from './reasons.js';
import { lockWork, moveWork, withdrawOffer } from './work-store.js';

export interface PresenceView extends AgentLive {
  /** when wrap-up ends by itself */
  wrapUpUntil: string | null;
  /** what was asked for while busy, and comes when the work in hand is done */
  next: { state: PresenceState; reason: string | null } | null;
  capacity: { units: number; held: number };
}

/** How long a console may be gone before its agent counts as gone. */
const GRACE_SECONDS = 30;
/** Processes say whom they see more often than this; a longer silence is theirs, not the agents'. */
const WATCH_GAP_SECONDS = 25;
const WATCH = 'connections-watched';

/** Since when, without a gap, somebody has watched connections. */
const NOTE_WATCH = `
INSERT INTO setting (key, value, updated_at) VALUES ($1, jsonb_build_object('since', now(), 'at', now()), now())
ON CONFLICT (key) DO UPDATE SET updated_at = now(), value = jsonb_build_object('at', now(), 'since',
  CASE WHEN (setting.value->>'at')::timestamptz < now() - $2 * interval '1 second' THEN now()
       ELSE (setting.value->>'since')::timestamptz END)`;

const LOST = `
SELECT p.staff_id FROM presence p, setting w
 WHERE w.key = $1 AND (w.value->>'at')::timestamptz > now() - $2 * interval '1 second'
   AND (w.value->>'since')::timestamptz < now() - $3 * interval '1 second'
   AND p.last_seen_at < now() - $3 * interval '1 second'
   AND (p.state IN ('available', 'wrap_up') OR (p.state = 'busy' AND p.next_state IS NULL))
 LIMIT 200`;

/** Agents' presence. */
@Injectable()
export class Presence {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
  ) {}

  /** @throws conflict `presence.illegal_transition`; invalid at `reason` */
  async set(staffId: string, state: PresenceState, reason: string | null): Promise<void> {
    await this.work.run(async (tx) => {
      const presence = await lockPresence(tx, staffId);
      // Who speaks is there; whether a console is, its socket says anew.
      tx.send('UPDATE presence SET last_seen_at = NULL WHERE staff_id = $1', [staffId]);
      const why = state === 'not_ready' ? await requireReason(tx, 'not_ready', reason) : null;
      if (presence.state === state && presence.reason === why && !presence.nextState) return;
      if (mustWait(presence.state, state)) {
        const next = state === 'available' ? null : { state, reason: why };
        await this.remember(tx, presence, next);
        return;
      }
      await movePresence(tx, presence, { to: state, reason: why, by: 'agent' });
      if (state !== 'available') await this.giveBackOffers(tx, staffId);
    });
  }

  /** Somebody signed in: from offline they become not ready, until they say that they are available. */
  async signedIn(staffId: string): Promise<void> {
    await this.work.run(async (tx) => {
      const presence = await lockPresence(tx, staffId);
      if (presence.state !== 'offline') return;
      await movePresence(tx, presence, { to: 'not_ready', reason: 'signed_in', by: 'system' });
    });
  }

  /** The last session ended: offline, whatever the state; offers go back, assigned tickets stay theirs. */
  async signedOut(staffId: string): Promise<void> {
    await this.work.run(async (tx) => {
      const presence = await lockPresence(tx, staffId);
      if (presence.state === 'offline') return;
      await movePresence(tx, presence, { to: 'offline', by: 'supervisor', byId: staffId });
      await this.giveBackOffers(tx, staffId);
    });
  }

  /** A supervisor sends somebody offline or to not ready; who did it, and why, is kept. */
  async force(
    staffId: string,
    state: PresenceState,
    { byId, note = null }: { byId: string; note?: string | null },
  ): Promise<void> {
    await this.work.run(async (tx) => {
      const presence = await lockPresence(tx, staffId);
      if (presence.state === state) return;
      await movePresence(tx, presence, {
        to: state,
        reason: state === 'not_ready' ? 'forced' : null,
        by: 'supervisor',
        byId,
        note,
      });
      tx.emit('audit.noted', {
        actorId: byId,
        action: 'presence.forced',
        targetKind: 'user',
        targetId: staffId,
        detail: { from: presence.state, to: state },
      });
      await this.giveBackOffers(tx, staffId);
    });
  }

  /** What an agent serves or knows has changed: boards show it, and the router looks again. */
  async retell(staffId: string): Promise<void> {
    await this.work.run(async (tx) => {
      const presence = await lockPresence(tx, staffId);
      await tellAgain(tx, presence);
    });
  }

  /** Ends wrap-up times that have run out. @returns how many */
  @PeriodicTask({ name: 'end-wrap-ups', everyMs: 1_000 })
  async endDueWrapUps(): Promise<number> {
    const due = await this.database.query<{ staff_id: string }>(
      `SELECT staff_id FROM presence WHERE state = 'wrap_up' AND wrap_up_until <= now() LIMIT 200`,
    );
    for (const { staff_id } of due) {
      await this.work.run(async (tx) => {
        const presence = await lockPresence(tx, staff_id);
        const over =
          presence.state === 'wrap_up' && presence.wrapUpUntil !== null && presence.wrapUpUntil <= tx.now;
        if (over) await endWrapUp(tx, presence);
      });
    }
    return due.length;
  }

  /**
   * Consoles of these people are connected to this process. A break for a lost connection is called off. Nobody's work
   * waits for it, nor the router: whoever is being changed at this moment is noted the next time.
   */
  async seen(staffIds: string[]): Promise<void> {
    await this.database.query(NOTE_WATCH, [WATCH, WATCH_GAP_SECONDS]);
    if (staffIds.length === 0) return;
    await this.database.query(
      `UPDATE presence p SET last_seen_at = now(),
              next_state = CASE WHEN next_reason = 'connection_lost' THEN NULL ELSE next_state END,
              next_reason = CASE WHEN next_reason = 'connection_lost' THEN NULL ELSE next_reason END
         FROM (SELECT staff_id FROM presence WHERE staff_id = ANY($1::uuid[]) AND state <> 'offline'
                  FOR UPDATE SKIP LOCKED) there
        WHERE p.staff_id = there.staff_id`,
      [staffIds],
    );
  }

  /**
   * People whose console was connected and is so no more for the time of grace: not ready, and what they were offered
   * goes back. Who is busy finishes that first. Nobody is judged while those who watch were not there themselves.
   * @returns how many
   */
  @PeriodicTask({ name: 'lose-connections', everyMs: 5_000 })
  async loseConnections(): Promise<number> {
    const lost = await this.database.query<{ staff_id: string }>(LOST, [
      WATCH,
      WATCH_GAP_SECONDS,
      GRACE_SECONDS,
    ]);
    for (const { staff_id } of lost) {
      await this.work.run(async (tx) => {
        const presence = await lockPresence(tx, staff_id);
        const next = { state: 'not_ready' as const, reason: 'connection_lost' };
        if (presence.state === 'busy') await this.remember(tx, presence, next);
        else if (presence.state === 'available' || presence.state === 'wrap_up')
          await movePresence(tx, presence, { to: next.state, reason: next.reason, by: 'system' });
        await this.giveBackOffers(tx, staff_id);
      });
    }
    return lost.length;
  }

  async get(staffId: string): Promise<PresenceView> {
    return this.read(this.database.query.bind(this.database), staffId);
  }

  /** The same through a given reader, for snapshots that must be of one moment. */
  async read(query: Database['query'], staffId: string): Promise<PresenceView> {
    const [row] = await query<ViewRow>(`${VIEW} WHERE s.id = $1`, [staffId]);
    return toView(row!);
  }

  /** Everybody who serves a queue, for supervisors. */
  async everybody(query: Database['query']): Promise<AgentLive[]> {
    const rows = await query<ViewRow>(
      `${VIEW} WHERE s.disabled_at IS NULL AND EXISTS (SELECT 1 FROM agent_queue a WHERE a.staff_id = s.id) ORDER BY s.name, s.id`,
    );
    return rows.map((row) => {
      const { id, name, state, reason, since, queues } = toView(row);
      return { id, name, state, reason, since, queues };
    });
  }

  private async remember(tx: Tx, presence: PresenceRow, next: PresenceView['next']): Promise<void> {
    await tx.query('UPDATE presence SET next_state = $2, next_reason = $3 WHERE staff_id = $1', [
      presence.staffId,
      next?.state ?? null,
      next?.reason ?? null,
    ]);
    await tellAgain(tx, presence);
  }

  private async giveBackOffers(tx: Tx, staffId: string): Promise<void> {
    const offered = await tx.query<{ id: string }>(
      `SELECT w.id FROM work w JOIN offer o ON o.work_id = w.id AND o.state = 'made'
        WHERE w.agent_id = $1 AND w.state = 'offered' ORDER BY w.id`,
      [staffId],
    );
    for (const { id } of offered) {
      const work = await lockWork(tx, { id });
      if (work?.state !== 'offered' || work.agentId !== staffId) continue;
      await withdrawOffer(tx, work);
      await moveWork(tx, work, { to: 'waiting' });
    }
  }
}

async function tellAgain(tx: Tx, { staffId, state, reason, since }: PresenceRow): Promise<void> {
  const [row] = await tx.query<{ queues: string[] }>(
    `SELECT ARRAY(SELECT q.key FROM agent_queue a JOIN queue q ON q.id = a.queue_id WHERE a.staff_id = $1) AS queues`,
    [staffId],
  );
  tx.emit('presence.changed', {
    agentId: staffId,
    state,
    reason,
    since: since.toISOString(),
    queues: row!.queues,
  });
}

interface ViewRow {
  id: string;
  name: string;
  state: PresenceState | null;
  reason: string | null;
  since: Date | null;
  wrapUpUntil: Date | null;
  nextState: PresenceState | null;
  nextReason: string | null;
  capacity: number;
  held: number;
  queues: string[];
}

const VIEW = `SELECT s.id, s.name, p.state, p.reason, p.since, p.wrap_up_until AS "wrapUpUntil",
       p.next_state AS "nextState", p.next_reason AS "nextReason", s.capacity_units AS capacity,
       (SELECT coalesce(sum(units), 0)::int FROM work w WHERE w.agent_id = s.id AND w.state IN ('offered','assigned')) AS held,
       ARRAY(SELECT q.key FROM agent_queue a JOIN queue q ON q.id = a.queue_id WHERE a.staff_id = s.id ORDER BY q.position) AS queues
  FROM staff s LEFT JOIN presence p ON p.staff_id = s.id`;

function toView(row: ViewRow): PresenceView {
  return {
    id: row.id,
    name: row.name,
    state: row.state ?? 'offline',
    reason: row.reason,
    since: (row.since ?? new Date(0)).toISOString(),
    queues: row.queues,
    wrapUpUntil: row.wrapUpUntil?.toISOString() ?? null,
    next: row.nextState ? { state: row.nextState, reason: row.nextReason } : null,
    capacity: { units: row.capacity, held: row.held },
  };
}
