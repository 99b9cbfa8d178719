import { Inject, Injectable } from '@nestjs/common';
import type { Priority } from '#wasl/contracts';
import { Database, UnitOfWork } from '#wasl/platform';
import { urgencyAt } from './domain/urgency.js';
import { RoutingConfig } from './routing-config.service.js';

const AT_ONCE = 2_000;
const SETTING = 'work-ordered-by';
const NONE = '00000000-0000-0000-0000-000000000000';

interface Promised {
  firstRespondedAt: Date | null;
  firstResponseDueAt: Date | null;
  resolutionDueAt: Date | null;
}

/** The promise that a ticket's work is pressed by: the first response until it was given, then the resolution. */
export function nextPromise(ticket: Promised): Date | null {
  const { firstRespondedAt, firstResponseDueAt, resolutionDueAt } = ticket;
  return firstRespondedAt ? resolutionDueAt : (firstResponseDueAt ?? resolutionDueAt);
}

/** Puts waiting work in order again when the order itself has changed, or promises moved without anybody's telling. */
@Injectable()
export class ReorderWork {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(RoutingConfig) private readonly config: RoutingConfig,
  ) {}

  /** @returns how many were moved; 0 when the order was applied before */
  async whenRulesChanged(): Promise<number> {
    const { version } = await this.config.read();
    const [done] = await this.database.query<{ value: number }>('SELECT value FROM setting WHERE key = $1', [
      SETTING,
    ]);
    if ((done?.value ?? 0) === version) return 0;
    const moved = await this.all();
    await this.database.query(
      `INSERT INTO setting (key, value, updated_at) VALUES ($1, $2, now())
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
      [SETTING, JSON.stringify(version)],
    );
    return moved;
  }

  /** @returns how many were moved */
  async all(): Promise<number> {
    const { order } = (await this.config.read()).rules;
    let moved = 0;
    for (let after = NONE; ;) {
      const rows = await this.database.query<WaitingRow>(PAGE, [after, AT_ONCE]);
      if (rows.length === 0) return moved;
      after = rows.at(-1)!.id;
      const changed = rows.flatMap((row) => {
        const dueAt = nextPromise(row);
        const at = urgencyAt({ ...row, dueAt }, order);
        const stays = at.getTime() === row.urgencyAt.getTime() && dueAt?.getTime() === row.dueAt?.getTime();
        return stays ? [] : [{ ...row, at, due: dueAt }];
      });
      if (changed.length > 0) moved += await this.write(changed);
    }
  }

  private write(rows: (WaitingRow & { at: Date; due: Date | null })[]): Promise<number> {
    return this.work.run(async (tx) => {
      const moved = await tx.query(
        `UPDATE work w SET urgency_at = n.at, due_at = n.due, version = w.version + 1
           FROM (SELECT * FROM unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::timestamptz[])
                   AS n (id, version, at, due) ORDER BY id) n
          WHERE w.id = n.id AND w.version = n.version AND w.state = 'waiting' RETURNING w.id`,
        [rows.map((r) => r.id), rows.map((r) => r.version), rows.map((r) => r.at), rows.map((r) => r.due)],
      );
      return moved.length;
    });
  }
}

interface WaitingRow extends Promised {
  id: string;
  version: number;
  priority: Priority;
  arrivedAt: Date;
  urgencyAt: Date;
  dueAt: Date | null;
  vip: boolean;
  vulnerable: boolean;
}

const PAGE = `
SELECT w.id, w.version, w.priority, w.arrived_at AS "arrivedAt", w.urgency_at AS "urgencyAt", w.due_at AS "dueAt",
       w.vip, w.vulnerable, t.first_responded_at AS "firstRespondedAt",
       t.first_response_due_at AS "firstResponseDueAt", t.resolution_due_at AS "resolutionDueAt"
  FROM work w JOIN ticket t ON t.id = w.ticket_id
 WHERE w.state = 'waiting' AND w.id > $1 ORDER BY w.id LIMIT $2`;
