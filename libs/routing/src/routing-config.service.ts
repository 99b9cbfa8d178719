import { Inject, Injectable } from '@nestjs/common';
import { Catalogue } from '#wasl/directory';
import { Database } from '#wasl/platform';
import type { QueueRules, RoundRules } from './domain/queue-rules.js';
import {
  compileRules,
  DEFAULT_PROFILE,
  DEFAULT_ROUTING,
  type ProfileRules,
  type QueueSettings,
  type RoutingRules,
} from './domain/routing-rules.js';
import { StaleWhileRevalidateCache } from './stale-while-revalidate-cache.js';

/** The rules in force. */
export interface CurrentRouting {
  /** 0 before any rules were stored */
  version: number;
  rules: RoutingRules;
  /** by queue id, complete */
  settings: ReadonlyMap<string, QueueSettings>;
  /** the compiled rules of a round */
  round: RoundRules;
}

/** How long an administrator's change may take to reach every process. */
const MAX_STALE_MS = 2_000;

/** The configured routing rules. */
@Injectable()
export class RoutingConfig {
  private readonly cache = new StaleWhileRevalidateCache(() => this.read(), MAX_STALE_MS);

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  current(): Promise<CurrentRouting> {
    return this.cache.get();
  }

  /** Drops the cached value after a change made in this process. */
  invalidate(): void {
    this.cache.invalidate();
  }

  /** Reads the rules in force, bypassing the cache; inside a transaction through its `query`. */
  async read(query: Database['query'] = this.database.query.bind(this.database)): Promise<CurrentRouting> {
    const [stored] = await query<{ version: number; rules: RoutingRules }>(
      'SELECT version, rules FROM routing_rules ORDER BY version DESC LIMIT 1',
    );
    const queueSkills = await readQueueSkills(query);
    const rules = withQueueSkills(stored?.rules ?? DEFAULT_ROUTING, queueSkills);
    return { version: stored?.version ?? 0, ...(await this.compile(rules)) };
  }

  /** Rules in the compiled form that routing uses, whether they are in force or not. */
  async compile(rules: RoutingRules): Promise<Omit<CurrentRouting, 'version'>> {
    const [queues, entities] = await Promise.all([this.catalogue.queues(), this.catalogue.entities()]);
    const compiled = compileRules(rules, queues, new Map(entities.map((row) => [row.key, row.id])));
    const [defaults] = compileRules(rules, [NO_QUEUE], new Map()).values();
    return {
      rules,
      settings: new Map(queues.map(({ id, key }) => [id, rules.queues[key] ?? rules.defaults])),
      round: { queues: compiled, defaults: defaults! },
    };
  }
}

async function readQueueSkills(query: Database['query']): Promise<Map<string, Record<string, number>>> {
  const rows = await query<{ key: string; skills: Record<string, number> }>(
    `SELECT q.key, json_object_agg(s.skill_key, s.level) AS skills
       FROM queue_skill s JOIN queue q ON q.id = s.queue_id GROUP BY q.key`,
  );
  return new Map(rows.map((row) => [row.key, row.skills]));
}

const NO_QUEUE = { id: '', key: '', pool: '' };

/** A queue that the rules do not name requires the skills with which it was created. */
function withQueueSkills(
  rules: RoutingRules,
  queueSkills: Map<string, Record<string, number>>,
): RoutingRules {
  const queues: Record<string, QueueSettings> = { ...rules.queues };
  for (const [key, skills] of queueSkills) {
    queues[key] ??= {
      ...rules.defaults,
      skills: Object.entries(skills).map(([skill, level]) => ({ skill, level, need: 'required' as const })),
    };
  }
  return { ...rules, queues };
}

/** The routing profile of an agent; an unknown one means the default. */
export const profileOf = (rules: RoutingRules, key: string): ProfileRules =>
  rules.profiles[key] ?? rules.profiles[DEFAULT_PROFILE]!;

/** Queues whose work at least one of these agents could get, at the latest after the last relaxation step. */
export function servableQueueIds(
  queueIds: Iterable<string>,
  { queues, defaults }: RoundRules,
  agents: { queueIds: ReadonlySet<string>; entityId?: string | null }[],
): string[] {
  const served = new Set(agents.flatMap((agent) => [...agent.queueIds]));
  const entities = new Set(agents.map((agent) => agent.entityId));
  const opens = (id: string, { steps }: QueueRules) =>
    served.has(id) ||
    steps.some(
      (step) =>
        step.queues?.some((queue) => served.has(queue)) ||
        step.entities?.some((entity) => entities.has(entity)),
    );
  return [...queueIds].filter((id) => opens(id, queues.get(id) ?? defaults));
}
