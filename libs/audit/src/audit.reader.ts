import { Inject, Injectable } from '@nestjs/common';
import type { AuditDetail } from '#wasl/contracts';
import { decodeCursor, isUuid, type Page, type PageRequest, pageOf } from '#wasl/kernel';
import { Database } from '#wasl/platform';

export interface AuditFilter {
  actorId?: string;
  action?: string;
  targetKind?: string;
  targetId?: string;
  /** network address from which somebody acted */
  address?: string;
  /** inclusive */
  from?: Date;
  /** exclusive */
  to?: Date;
}

export interface AuditView {
  /** sequence number in the trail */
  id: string;
  at: string;
  actor: { id: string; name: string | null } | null;
  action: string;
  /** `name` is set when the target is a member of staff */
  target: { kind: string; id: string | null; name: string | null };
  detail: AuditDetail;
}

interface Row {
  seq: string;
  at: Date;
  actorId: string | null;
  action: string;
  targetKind: string;
  targetId: string | null;
  detail: AuditDetail;
}

/** Reads the trail, newest first. */
@Injectable()
export class AuditReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  async list(filter: AuditFilter, page: PageRequest): Promise<Page<AuditView>> {
    const conditions: string[] = [];
    const values: unknown[] = [];
    const is = (condition: string, value: unknown) => {
      if (value !== undefined) conditions.push(condition.replace('?', `$${values.push(value)}`));
    };
    is('actor_id = ?', filter.actorId);
    is('action = ?', filter.action);
    is('target_kind = ?', filter.targetKind);
    is('target_id = ?', filter.targetId);
    if (filter.address)
      conditions.push(`detail ? 'address' AND detail->>'address' = $${values.push(filter.address)}`);
    is('at >= ?', filter.from);
    is('at < ?', filter.to);
    if (page.after) {
      const [at, seq] = decodeCursor(page.after, 'time', 'serial');
      conditions.push(`(at, seq) < ($${values.push(at)}::timestamptz, $${values.push(seq)}::bigint)`);
    }
    const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
    const rows = await this.database.query<Row>(
      `SELECT seq, at, actor_id AS "actorId", action, target_kind AS "targetKind", target_id AS "targetId", detail
         FROM audit_entry ${where} ORDER BY at DESC, seq DESC LIMIT $${values.push(page.size + 1)}`,
      values,
    );
    const { data, meta } = pageOf(rows, page.size, (row) => [row.at.toISOString(), row.seq]);
    const names = await this.namesOf(data);
    return { data: data.map((row) => toView(row, names)), meta };
  }

  private async namesOf(rows: Row[]): Promise<Map<string, string>> {
    const ids = rows.flatMap((row) => [row.actorId, row.targetKind === 'user' ? row.targetId : null]);
    const people = [...new Set(ids.filter(isUuid))];
    if (people.length === 0) return new Map();
    const found = await this.database.query<{ id: string; name: string }>(
      'SELECT id, name FROM staff WHERE id = ANY($1::uuid[])',
      [people],
    );
    return new Map(found.map(({ id, name }) => [id, name]));
  }
}

function toView(row: Row, names: Map<string, string>): AuditView {
  const { seq, at, actorId, action, targetKind, targetId, detail } = row;
  return {
    id: seq,
    at: at.toISOString(),
    actor: actorId === null ? null : { id: actorId, name: names.get(actorId) ?? null },
    action,
    target: {
      kind: targetKind,
      id: targetId,
      name: (targetKind === 'user' && targetId !== null && names.get(targetId)) || null,
    },
    detail,
  };
}
