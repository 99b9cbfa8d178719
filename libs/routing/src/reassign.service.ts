import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx, PeriodicTask } from '#wasl/platform';
import { ChangeTicket } from '#wasl/tickets';
import type { QueueSettings } from './domain/routing-rules.js';
import { RoutingConfig } from './routing-config.service.js';

/** Why a ticket was taken from its owner. */
type Cause = 'owner_gone' | 'owner_silent';
interface Due {
  workId: string;
  ticketId: string;
  agentId: string;
}

const AT_ONCE = 100;
/** Away: at home, or lost without a word. A break is none of it. */
const AWAY = `(p.state = 'offline' OR (p.state = 'not_ready' AND p.reason = 'connection_lost'))`;
const GONE = `p.since <= now() - $2 * interval '1 second' AND ${AWAY}`;
const SILENT = `w.requester_spoke_at <= now() - $2 * interval '1 second'`;

/**
 * Takes tickets from owners who are gone, or who do not answer a requester who wrote, where their queue says so: the
 * ticket waits again, in its old place. Who was silent is not asked for it again.
 */
@Injectable()
export class Reassign {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RoutingConfig) private readonly config: RoutingConfig,
    @Inject(ChangeTicket) private readonly tickets: ChangeTicket,
  ) {}

  /** @returns how many tickets were taken */
  @PeriodicTask({ name: 'reassign', everyMs: 5_000 })
  async run(): Promise<number> {
    const { settings } = await this.config.current();
    const gone = await this.each(settings, ({ reassign }) => reassign.offlineSeconds, 'owner_gone', GONE);
    return (
      gone + (await this.each(settings, ({ reassign }) => reassign.silentSeconds, 'owner_silent', SILENT))
    );
  }

  private async each(
    settings: ReadonlyMap<string, QueueSettings>,
    secondsOf: (queue: QueueSettings) => number | null,
    cause: Cause,
    condition: string,
  ): Promise<number> {
    let taken = 0;
    for (const [seconds, queueIds] of byTime(settings, secondsOf)) {
      const due = await this.database.query<Due>(
        `SELECT w.id AS "workId", w.ticket_id AS "ticketId", w.agent_id AS "agentId"
           FROM work w LEFT JOIN presence p ON p.staff_id = w.agent_id
          WHERE w.state = 'assigned' AND w.ticket_id IS NOT NULL AND w.queue_id = ANY($1::uuid[]) AND ${condition}
          LIMIT $3`,
        [queueIds, seconds, AT_ONCE],
      );
      for (const one of due) if (await this.take(one, cause, condition, seconds)) taken++;
    }
    return taken;
  }

  /** Looked at once more when the ticket is locked: its owner may have acted at this very moment. */
  private take(due: Due, cause: Cause, condition: string, seconds: number): Promise<boolean> {
    const still = async (tx: Tx) => {
      const [row] = await tx.query(
        `SELECT 1 FROM work w LEFT JOIN presence p ON p.staff_id = w.agent_id
          WHERE w.id = $1 AND w.state = 'assigned' AND ${condition}`,
        [due.workId, seconds],
      );
      return row !== undefined;
    };
    const then = (tx: Tx) => {
      if (cause === 'owner_silent')
        tx.send(
          'UPDATE work SET declined_by = array_append(declined_by, $2) WHERE id = $1 AND $2 <> ALL (declined_by)',
          [due.workId, due.agentId],
        );
    };
    return this.tickets.takeFromOwner(due.ticketId, due.agentId, { cause, still, then });
  }
}

/** Queues with the same time are looked at together. */
function byTime(
  settings: ReadonlyMap<string, QueueSettings>,
  secondsOf: (queue: QueueSettings) => number | null,
): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const [queueId, queue] of settings) {
    const seconds = secondsOf(queue);
    if (seconds !== null) groups.set(seconds, [...(groups.get(seconds) ?? []), queueId]);
  }
  return groups;
}
