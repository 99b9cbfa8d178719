import { Inject, Injectable } from '@nestjs/common';
import { type LiveAgent, type PresenceState, ROLES, scopeOfRole } from '#wasl/contracts';
import { conflict } from '#wasl/kernel';
import { Database, type Tx, UnitOfWork, PeriodicTask } from '#wasl/platform';
import { endWrapUp } from './capacity.js';
import { isDeferredWhileBusy } from './domain/presence-lifecycle.js';
import { lockPresence, movePresence, type PresenceRow } from './presence-store.js';
import { requireReason } from './reasons.js';
import { lockWorkItem, transitionWorkItem, withdrawOffer } from './work-store.js';

export interface PresenceView extends LiveAgent {
  /** when wrap-up ends by itself */
  wrapUpUntil: string | null;
  /** the state asked for while busy; it applies when the current work is done */
  next: { state: PresenceState; reason: string | null } | null;
  capacity: { units: number; held: number };
}

/** How long a console may be disconnected before its agent counts as disconnected. */
const GRACE_SECONDS = 30;
/**
 * Each process reports connected agents more often than this; a longer gap means that the process was down, not the
 * agents.
 */
const WATCH_GAP_SECONDS = 25;
const WATCH_SETTING = 'connections-watched';

/** Stores since when connections have been watched without a gap. */
const RECORD_WATCH = `
INSERT INTO setting (key, value, updated_at) VALUES ($1, jsonb_build_object('since', now(), 'at', now()), now())
ON CONFLICT (key) DO UPDATE SET updated_at = now(), value = jsonb_build_object('at', now(), 'since',
  CASE WHEN (setting.value->>'at')::timestamptz < now() - $2 * interval '1 second' THEN now()
       ELSE (setting.value->>'since')::timestamptz END)`;

const SELECT_LOST_AGENTS = `
SELECT p.staff_id FROM presence p, setting w
 WHERE w.key = $1 AND (w.value->>'at')::timestamptz > now() - $2 * interval '1 second'
   AND (w.value->>'since')::timestamptz < now() - $3 * interval '1 second'
   AND p.last_seen_at < now() - $3 * interval '1 second'
   AND (p.state IN ('available', 'wrap_up') OR (p.state = 'busy' AND p.next_state IS NULL))
 LIMIT 200`;

@Injectable()
export class Presence {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws conflict `presence.illegal_transition`; invalid at `reason` */
  async set(staffId: string, state: PresenceState, reason: string | null): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const presence = await lockPresence(tx, staffId);
      // A request from the agent clears an assumed disconnection; whether a console is connected is reported by its
      // socket.
      tx.send('UPDATE presence SET last_seen_at = NULL WHERE staff_id = $1', [staffId]);
      const reasonKey = state === 'not_ready' ? await requireReason(tx, 'not_ready', reason) : null;
      if (presence.state === state && presence.reason === reasonKey && !presence.nextState) return;
      if (isDeferredWhileBusy(presence.state, state)) {
        const next = state === 'available' ? null : { state, reason: reasonKey };
        await this.deferChange(tx, presence, next);
        return;
      }
      await movePresence(tx, presence, { to: state, reason: reasonKey, by: 'agent' });
      if (state !== 'available') await this.giveBackOffers(tx, staffId);
    });
  }

  /** Somebody signed in: offline becomes not ready, until they make themselves available. */
  async signedIn(staffId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const presence = await lockPresence(tx, staffId);
      if (presence.state !== 'offline') return;
      await movePresence(tx, presence, { to: 'not_ready', reason: 'signed_in', by: 'system' });
    });
  }

  /** The last session ended: offline from any state; offers are returned, assigned tickets stay assigned. */
  async signedOut(staffId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const presence = await lockPresence(tx, staffId);
      if (presence.state === 'offline') return;
      await movePresence(tx, presence, { to: 'offline', by: 'supervisor', byId: staffId });
      await this.giveBackOffers(tx, staffId);
    });
  }

  /**
   * A supervisor sets an agent offline or not ready; who did it and why is stored.
   * @throws conflict `presence.offline`: nobody is put at a desk by somebody else
   */
  async force(
    staffId: string,
    state: PresenceState,
    { byId, note = null }: { byId: string; note?: string | null },
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const presence = await lockPresence(tx, staffId);
      if (presence.state === state) return;
      if (presence.state === 'offline') throw conflict('presence.offline');
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
        detail: { from: presence.state, to: state, ...(note && { reason: note }) },
      });
      await this.giveBackOffers(tx, staffId);
    });
  }

  /** Ends wrap-up times that have run out. @returns how many */
  @PeriodicTask({ name: 'end-wrap-ups', everyMs: 1_000 })
  async endDueWrapUps(): Promise<number> {
    const due = await this.database.query<{ staff_id: string }>(
      `SELECT staff_id FROM presence WHERE state = 'wrap_up' AND wrap_up_until <= now() LIMIT 200`,
    );
    for (const { staff_id } of due) {
      await this.unitOfWork.run(async (tx) => {
        const presence = await lockPresence(tx, staff_id);
        const over =
          presence.state === 'wrap_up' && presence.wrapUpUntil !== null && presence.wrapUpUntil <= tx.now;
        if (over) await endWrapUp(tx, presence);
      });
    }
    return due.length;
  }

  /**
   * Records that the consoles of these agents are connected to this process, and cancels a pending break for a lost
   * connection. It waits for no lock: a row that is locked is updated the next time.
   */
  async recordHeartbeats(staffIds: string[]): Promise<void> {
    await this.database.query(RECORD_WATCH, [WATCH_SETTING, WATCH_GAP_SECONDS]);
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
   * Agents whose console has been disconnected longer than the grace time: not ready, and their offers are returned. A
   * busy agent finishes first. Nobody is judged while the watching processes themselves were down.
   * @returns how many
   */
  @PeriodicTask({ name: 'lose-connections', everyMs: 5_000 })
  async expireLostConnections(): Promise<number> {
    const lost = await this.database.query<{ staff_id: string }>(SELECT_LOST_AGENTS, [
      WATCH_SETTING,
      WATCH_GAP_SECONDS,
      GRACE_SECONDS,
    ]);
    for (const { staff_id } of lost) {
      await this.unitOfWork.run(async (tx) => {
        const presence = await lockPresence(tx, staff_id);
        const next = { state: 'not_ready' as const, reason: 'connection_lost' };
        if (presence.state === 'busy') await this.deferChange(tx, presence, next);
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

  /** The same through a given query function, for snapshots of one moment. */
  async read(query: Database['query'], staffId: string): Promise<PresenceView> {
    const [row] = await query<ViewRow>(`${VIEW} WHERE s.id = $1`, [staffId]);
    return toView(row!);
  }

  /** All agents who serve a queue, for supervisors. */
  async listAgents(query: Database['query']): Promise<LiveAgent[]> {
    const rows = await query<ViewRow>(
      `${VIEW} WHERE s.disabled_at IS NULL AND EXISTS (SELECT 1 FROM agent_queue a WHERE a.staff_id = s.id) ORDER BY s.name, s.id`,
    );
    return rows.map(toLiveAgent);
  }

  /** The people of an entity, who serve no queue. */
  async listOfEntity(query: Database['query'], entityId: string | null): Promise<LiveAgent[]> {
    const rows = await query<ViewRow>(
      `${VIEW} WHERE s.disabled_at IS NULL AND s.entity_id = $1::uuid AND s.role = ANY($2::text[]) ORDER BY s.name, s.id`,
      [entityId, ROLES.filter((role) => scopeOfRole(role) === 'entity')],
    );
    return rows.map(toLiveAgent);
  }

  /** What boards show of these members of staff, by id; a disabled one serves no queue. */
  async viewsOf(query: Database['query'], staffIds: string[]): Promise<Map<string, LiveAgent>> {
    const rows = await query<ViewRow>(`${VIEW} WHERE s.id = ANY($1::uuid[])`, [staffIds]);
    return new Map(rows.map((row) => [row.id, toLiveAgent(row.disabled ? { ...row, queues: [] } : row)]));
  }

  private async deferChange(tx: Tx, presence: PresenceRow, next: PresenceView['next']): Promise<void> {
    await tx.query('UPDATE presence SET next_state = $2, next_reason = $3 WHERE staff_id = $1', [
      presence.staffId,
      next?.state ?? null,
      next?.reason ?? null,
    ]);
    await emitPresence(tx, presence);
  }

  private async giveBackOffers(tx: Tx, staffId: string): Promise<void> {
    const offered = await tx.query<{ id: string }>(
      `SELECT w.id FROM work w JOIN offer o ON o.work_id = w.id AND o.state = 'made'
        WHERE w.agent_id = $1 AND w.state = 'offered' ORDER BY w.id`,
      [staffId],
    );
    for (const { id } of offered) {
      const work = await lockWorkItem(tx, { id });
      if (work?.state !== 'offered' || work.agentId !== staffId) continue;
      await withdrawOffer(tx, work);
      await transitionWorkItem(tx, work, { to: 'waiting' });
    }
  }
}

async function emitPresence(tx: Tx, { staffId, state, reason, since }: PresenceRow): Promise<void> {
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
  disabled: boolean;
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

const VIEW = `SELECT s.id, s.disabled_at IS NOT NULL AS disabled, s.name, p.state, p.reason, p.since, p.wrap_up_until AS "wrapUpUntil",
       p.next_state AS "nextState", p.next_reason AS "nextReason", s.capacity_units AS capacity,
       (SELECT coalesce(sum(units), 0)::int FROM work w WHERE w.agent_id = s.id AND w.state IN ('offered','assigned')) AS held,
       ARRAY(SELECT q.key FROM agent_queue a JOIN queue q ON q.id = a.queue_id WHERE a.staff_id = s.id ORDER BY q.position) AS queues
  FROM staff s LEFT JOIN presence p ON p.staff_id = s.id`;

function toLiveAgent(row: ViewRow): LiveAgent {
  const { id, name, state, reason, since, queues, capacity } = toView(row);
  return { id, name, state, reason, since, queues, capacity };
}

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
