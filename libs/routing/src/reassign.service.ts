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

const BATCH_SIZE = 100;
/** Away: offline, or disconnected. A break does not count. */
const OWNER_AWAY = `(p.state = 'offline' OR (p.state = 'not_ready' AND p.reason = 'connection_lost'))`;
const OWNER_GONE = `p.since <= now() - $2 * interval '1 second' AND ${OWNER_AWAY}`;
const OWNER_SILENT = `w.requester_spoke_at <= now() - $2 * interval '1 second'`;

/**
 * Takes tickets from owners who are away, or who do not answer a requester who wrote, where the queue's rules say so.
 * The ticket waits again with its old urgency. An owner who did not answer is not offered it again.
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
    const gone = await this.reassignDue(
      settings,
      ({ reassign }) => reassign.offlineSeconds,
      'owner_gone',
      OWNER_GONE,
    );
    return (
      gone +
      (await this.reassignDue(
        settings,
        ({ reassign }) => reassign.silentSeconds,
        'owner_silent',
        OWNER_SILENT,
      ))
    );
  }

  private async reassignDue(
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
        [queueIds, seconds, BATCH_SIZE],
      );
      for (const item of due) if (await this.take(item, cause, condition, seconds)) taken++;
    }
    return taken;
  }

  /** Checked again under the ticket's lock: the owner may have acted meanwhile. */
  private take(due: Due, cause: Cause, condition: string, seconds: number): Promise<boolean> {
    const isStillDue = async (tx: Tx) => {
      const [row] = await tx.query(
        `SELECT 1 FROM work w LEFT JOIN presence p ON p.staff_id = w.agent_id
          WHERE w.id = $1 AND w.state = 'assigned' AND ${condition}`,
        [due.workId, seconds],
      );
      return row !== undefined;
    };
    const onTaken = (tx: Tx) => {
      if (cause === 'owner_silent')
        tx.send(
          'UPDATE work SET declined_by = array_append(declined_by, $2) WHERE id = $1 AND $2 <> ALL (declined_by)',
          [due.workId, due.agentId],
        );
    };
    return this.tickets.takeFromOwner(due.ticketId, due.agentId, { cause, isStillDue, onTaken });
  }
}

/** Queues with the same time limit are read together. */
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
