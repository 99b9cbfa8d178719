import { Inject, Injectable } from '@nestjs/common';
import type { AuditAction } from '#wasl/contracts';
import { type QueueDraft, QueueAdmin } from '#wasl/directory';
import {
  ANY_VERSION,
  decodeCursor,
  type FieldFault,
  invalid,
  notFound,
  type Page,
  type PageRequest,
  pageOf,
  stale,
} from '#wasl/kernel';
import { Database, type Tx, UnitOfWork } from '#wasl/platform';
import { checkRules, type RuleReferences } from './domain/check-rules.js';
import type { QueueSettings, RoutingRules } from './domain/routing-rules.js';
import { withdrawAlarm } from './queue-alarms.js';
import { QueueHours } from './queue-hours.service.js';
import { RoutingConfig } from './routing-config.service.js';

export interface RulesVersion {
  version: number;
  note: string | null;
  by: { id: string; name: string } | null;
  at: Date;
}

/** Changes the routing rules. Every change is stored as a new version; none is deleted. */
@Injectable()
export class RulesAdmin {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RoutingConfig) private readonly config: RoutingConfig,
    @Inject(QueueAdmin) private readonly queues: QueueAdmin,
    @Inject(QueueHours) private readonly hours: QueueHours,
  ) {}

  /** Newest first. */
  async history(page: PageRequest): Promise<Page<RulesVersion>> {
    const after = page.after ? decodeCursor(page.after, 'integer')[0] : null;
    const rows = await this.database.query<RulesVersion>(
      `SELECT r.version, r.note, r.at, CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name) END AS by
         FROM routing_rules r LEFT JOIN staff s ON s.id = r.by_id
        WHERE $1::int IS NULL OR r.version < $1 ORDER BY r.version DESC LIMIT $2`,
      [after, page.size + 1],
    );
    return pageOf(rows, page.size, (row) => [row.version]);
  }

  /** @throws not_found `routing.version_not_found` */
  async version(version: number): Promise<RoutingRules> {
    const [row] = await this.database.query<{ rules: RoutingRules }>(
      // A number that does not fit the column is no version either.
      'SELECT rules FROM routing_rules WHERE version = $1::numeric',
      [version],
    );
    if (!row) throw notFound('routing.version_not_found');
    return row.rules;
  }

  /** Validates without storing. @throws invalid with everything that is wrong with the rules */
  async require(rules: RoutingRules): Promise<void> {
    refuse(await this.faultsOf(rules, this.database.query.bind(this.database)), 'rules');
  }

  /**
   * Puts rules into force.
   * @param expected the version last seen; 0 when none was stored
   * @returns the new version
   * @throws invalid with everything that is wrong; stale when others were stored meanwhile
   */
  async put(rules: RoutingRules, by: { id: string; note: string | null; expected: number }): Promise<number> {
    const version = await this.unitOfWork.run(async (tx) => {
      const actual = await lockRules(tx);
      if (by.expected !== ANY_VERSION && actual !== by.expected)
        throw stale({ expected: by.expected, actual });
      return this.store(tx, rules, by, 'rules');
    });
    this.config.invalidate();
    return version;
  }

  /** Creates a queue, with rules of its own or the defaults. */
  async createQueue(draft: QueueDraft, settings: QueueSettings | null, byId: string): Promise<void> {
    await this.withQueue(byId, 'config.created', draft.key, settings ?? undefined, (tx) =>
      this.queues.create(tx, draft),
    );
  }

  /** @param settings undefined leaves its rules unchanged; null returns it to the defaults */
  async changeQueue(
    key: string,
    patch: Partial<Omit<QueueDraft, 'key'>>,
    version: number,
    settings: QueueSettings | null | undefined,
    byId: string,
  ): Promise<void> {
    const action = patch.active === false ? 'config.retired' : 'config.changed';
    await this.withQueue(byId, action, key, settings, async (tx) => {
      await this.queues.change(tx, key, patch, version);
      if (patch.active === false) await withdrawAlarm(tx, key);
    });
  }

  async removeQueue(key: string, byId: string): Promise<void> {
    await this.withQueue(byId, 'config.removed', key, null, async (tx) => {
      await withdrawAlarm(tx, key);
      await announceLeaving(tx, key);
      await this.queues.remove(tx, key);
    });
  }

  private async withQueue(
    byId: string,
    action: AuditAction,
    key: string,
    settings: QueueSettings | null | undefined,
    change: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await lockRules(tx);
      await change(tx);
      tx.emit('queue.settings_changed', { queue: key });
      tx.emit('audit.noted', { actorId: byId, action, targetKind: 'queue', targetId: key, detail: {} });
      if (settings === undefined) return;
      const { rules } = await this.config.read(tx.query.bind(tx));
      const { [key]: before, ...others } = rules.queues;
      if (settings === null && !before) return;
      const queues = settings ? { ...others, [key]: settings } : others;
      await this.store(tx, { ...rules, queues }, { id: byId, note: `queue ${key}` }, `queues.${key}`);
    });
    this.queues.invalidateCatalogue();
    this.config.invalidate();
  }

  /** @param within faults below this path are reported as the caller's own field (`routing`) */
  private async store(
    tx: Tx,
    rules: RoutingRules,
    by: { id: string; note: string | null },
    within: string,
  ): Promise<number> {
    refuse(await this.faultsOf(rules, tx.query.bind(tx)), within);
    const [row] = await tx.query<{ version: number }>(
      'INSERT INTO routing_rules (rules, note, by_id, at) VALUES ($1, $2, $3, $4) RETURNING version',
      [JSON.stringify(rules), by.note, by.id, tx.now],
    );
    tx.emit('audit.noted', {
      actorId: by.id,
      action: 'config.changed',
      targetKind: 'routing_rules',
      targetId: String(row!.version),
      detail: { place: within },
    });
    return row!.version;
  }

  private async faultsOf(rules: RoutingRules, query: Database['query']): Promise<FieldFault[]> {
    return checkRules(rules, await this.references(rules, query));
  }

  private async references(rules: RoutingRules, query: Database['query']): Promise<RuleReferences> {
    const [row] = await query<{
      queues: Record<string, string>;
      skills: string[];
      entities: string[];
      best: Record<string, number>;
    }>(SELECT_REFERENCES);
    const calendars = [rules.defaults, ...Object.values(rules.queues)].flatMap(
      ({ hours }) => hours.calendar ?? [],
    );
    return {
      queues: new Map(Object.entries(row!.queues)),
      skills: new Set(row!.skills),
      entities: new Set(row!.entities),
      bestLevels: new Map(Object.entries(row!.best)),
      calendars: this.hours.existingCalendars(calendars),
    };
  }
}

const SELECT_REFERENCES = `
SELECT (SELECT coalesce(json_object_agg(key, pool ORDER BY position, key), '{}') FROM queue) AS queues,
       ARRAY(SELECT key FROM skill) AS skills, ARRAY(SELECT key FROM entity) AS entities,
       (SELECT coalesce(json_object_agg(skill_key, level), '{}') FROM (
          SELECT k.skill_key, max(k.level) AS level FROM staff_skill k
            JOIN staff s ON s.id = k.staff_id AND s.disabled_at IS NULL GROUP BY 1) b) AS best`;

/** Versions are stored one after another. @returns the newest, 0 when there is none */
async function lockRules(tx: Tx): Promise<number> {
  await tx.query('LOCK TABLE routing_rules IN SHARE ROW EXCLUSIVE MODE');
  const [row] = await tx.query<{ version: number | null }>(
    'SELECT max(version) AS version FROM routing_rules',
  );
  return row?.version ?? 0;
}

/** The agents of a queue that is about to be deleted do not serve it any more. */
async function announceLeaving(tx: Tx, key: string): Promise<void> {
  const agents = await tx.query<{ staffId: string; queues: string[] }>(
    `SELECT a.staff_id AS "staffId",
            ARRAY(SELECT o.key FROM agent_queue b JOIN queue o ON o.id = b.queue_id
                   WHERE b.staff_id = a.staff_id AND o.key <> $1) AS queues
       FROM agent_queue a JOIN queue q ON q.id = a.queue_id
       JOIN staff s ON s.id = a.staff_id AND s.disabled_at IS NULL WHERE q.key = $1`,
    [key],
  );
  for (const { staffId, queues } of agents) tx.emit('staff.changed', { staffId, queues, leftQueues: [key] });
}

function refuse(faults: FieldFault[], within: string): void {
  if (faults.length > 0)
    throw invalid(faults.map((fault) => ({ ...fault, path: shownAt(fault.path, within) })));
}

function shownAt(path: string, within: string): string {
  if (within === 'rules') return `rules.${path}`;
  return path.startsWith(`${within}.`) ? `routing.${path.slice(within.length + 1)}` : `routing.${path}`;
}
