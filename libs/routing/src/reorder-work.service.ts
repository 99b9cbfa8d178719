import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Priority } from '#wasl/contracts';
import { Database, PeriodicTask, putSetting, type Tx, UnitOfWork } from '#wasl/platform';
import { type TicketLifecycleHook, TicketLifecycleHooks } from '#wasl/tickets';
import { type OrderRules, urgencyAt } from './domain/urgency.js';
import { RoutingConfig } from './routing-config.service.js';

const BATCH_SIZE = 2_000;
const APPLIED_ORDER_SETTING = 'work-ordered-by';
const ZERO_UUID = '00000000-0000-0000-0000-000000000000';

interface DueTimeFields {
  firstRespondedAt: Date | null;
  firstResponseDueAt: Date | null;
  resolutionDueAt: Date | null;
}

/** The due time that decides a ticket's urgency: the first response until it is given, then the resolution. */
export function nextDueTime(ticket: DueTimeFields): Date | null {
  const { firstRespondedAt, firstResponseDueAt, resolutionDueAt } = ticket;
  return firstRespondedAt ? resolutionDueAt : (firstResponseDueAt ?? resolutionDueAt);
}

/** Updates the urgency of waiting work after the ordering rules changed, or the due times of many tickets moved. */
@Injectable()
export class ReorderWork implements TicketLifecycleHook, OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RoutingConfig) private readonly config: RoutingConfig,
    @Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks,
  ) {}

  onModuleInit(): void {
    this.hooks.register('work-order', this);
  }

  /**
   * Runs in the transaction that moved the due times, so that no round sees one without the other. Assigned work is
   * updated too, because it may return to its queue. The router is not woken: the order alone makes no agent eligible.
   */
  async dueTimesMoved(tx: Tx, ticketIds: readonly string[]): Promise<void> {
    const { order } = (await this.config.current()).rules;
    const rows = await tx.query<WaitingRow>(OF_TICKETS, [ticketIds]);
    await this.write(tx, misplaced(rows, order));
  }

  /** @returns how many were moved; 0 when the order was applied before */
  @PeriodicTask({ name: 'reorder-work', everyMs: 5_000 })
  async onRulesChanged(): Promise<number> {
    const { version } = await this.config.read();
    const [done] = await this.database.query<{ value: number }>('SELECT value FROM setting WHERE key = $1', [
      APPLIED_ORDER_SETTING,
    ]);
    if ((done?.value ?? 0) === version) return 0;
    const moved = await this.reorderAll();
    await putSetting(this.database, APPLIED_ORDER_SETTING, version);
    return moved;
  }

  /** @returns how many were updated */
  async reorderAll(): Promise<number> {
    const { order } = (await this.config.read()).rules;
    let moved = 0;
    for (let after = ZERO_UUID; ;) {
      const rows = await this.database.query<WaitingRow>(PAGE, [after, BATCH_SIZE]);
      if (rows.length === 0) return moved;
      after = rows.at(-1)!.id;
      const changed = misplaced(rows, order);
      if (changed.length > 0) moved += await this.unitOfWork.run((tx) => this.write(tx, changed));
    }
  }

  private async write(tx: Tx, rows: MisplacedRow[]): Promise<number> {
    if (rows.length === 0) return 0;
    const moved = await tx.query(
      `UPDATE work w SET urgency_at = n.at, due_at = n.due, version = w.version + 1
         FROM (SELECT * FROM unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::timestamptz[])
                 AS n (id, version, at, due) ORDER BY id) n
        WHERE w.id = n.id AND w.version = n.version AND w.state <> 'done' RETURNING w.id`,
      [rows.map((r) => r.id), rows.map((r) => r.version), rows.map((r) => r.at), rows.map((r) => r.due)],
    );
    return moved.length;
  }
}

type MisplacedRow = WaitingRow & { at: Date; due: Date | null };

/** Work whose stored urgency differs from the one that priority, due time and age give, with the new values. */
function misplaced(rows: readonly WaitingRow[], order: OrderRules): MisplacedRow[] {
  return rows.flatMap((row) => {
    const due = nextDueTime(row);
    const at = urgencyAt({ ...row, dueAt: due }, order);
    const stays = at.getTime() === row.urgencyAt.getTime() && due?.getTime() === row.dueAt?.getTime();
    return stays ? [] : [{ ...row, at, due }];
  });
}

interface WaitingRow extends DueTimeFields {
  id: string;
  version: number;
  priority: Priority;
  arrivedAt: Date;
  urgencyAt: Date;
  dueAt: Date | null;
  vip: boolean;
  vulnerable: boolean;
}

const COLUMNS = `
SELECT w.id, w.version, w.priority, w.arrived_at AS "arrivedAt", w.urgency_at AS "urgencyAt", w.due_at AS "dueAt",
       w.vip, w.vulnerable, t.first_responded_at AS "firstRespondedAt",
       t.first_response_due_at AS "firstResponseDueAt", t.resolution_due_at AS "resolutionDueAt"
  FROM work w JOIN ticket t ON t.id = w.ticket_id`;
const PAGE = `${COLUMNS} WHERE w.state = 'waiting' AND w.id > $1 ORDER BY w.id LIMIT $2`;
const OF_TICKETS = `${COLUMNS}
 WHERE w.ticket_id = ANY($1::bigint[]) AND w.state <> 'done' ORDER BY w.id FOR NO KEY UPDATE OF w`;
