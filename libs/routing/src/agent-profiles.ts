import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#wasl/platform';
import { DEFAULT_QUEUE_RULES, type RoundRules } from './domain/queue-rules.js';

export interface AgentProfile {
  queueIds: Set<string>;
  skills: Record<string, number>;
}
export interface Asked {
  rules: RoundRules;
  languages: Set<string>;
}

/** How long a change by an administrator may take to be seen. */
const FRESH_MS = 2_000;

/** Who serves which queue and knows what; read whole and kept for moments, because every round needs all of it. */
@Injectable()
export class AgentProfiles {
  private profiles?: { at: number; value: Promise<Map<string, AgentProfile>> };
  private asked?: { at: number; value: Promise<Asked> };

  constructor(@Inject(Database) private readonly database: Database) {}

  all(): Promise<Map<string, AgentProfile>> {
    if (!isFresh(this.profiles)) this.profiles = { at: performance.now(), value: this.readProfiles() };
    return this.profiles!.value;
  }

  requirements(): Promise<Asked> {
    if (!isFresh(this.asked)) this.asked = { at: performance.now(), value: this.readRequirements() };
    return this.asked!.value;
  }

  /** Forgets what is kept, after a change made in this process. */
  forget(): void {
    this.profiles = undefined;
    this.asked = undefined;
  }

  private async readProfiles(): Promise<Map<string, AgentProfile>> {
    const rows = await this.database.query<{ id: string; queues: string[]; skills: Record<string, number> }>(
      `SELECT s.id,
              ARRAY(SELECT queue_id::text FROM agent_queue a WHERE a.staff_id = s.id) AS queues,
              (SELECT coalesce(json_object_agg(skill_key, level), '{}') FROM staff_skill k WHERE k.staff_id = s.id) AS skills
         FROM staff s WHERE s.disabled_at IS NULL`,
    );
    return new Map(rows.map((row) => [row.id, { queueIds: new Set(row.queues), skills: row.skills }]));
  }

  private async readRequirements(): Promise<Asked> {
    const [queues, languages] = await Promise.all([
      this.database.query<{ id: string; skills: Record<string, number> }>(
        'SELECT queue_id AS id, json_object_agg(skill_key, level) AS skills FROM queue_skill GROUP BY queue_id',
      ),
      this.database.query<{ key: string }>(
        `SELECT DISTINCT k.key FROM skill k JOIN staff_skill s ON s.skill_key = k.key WHERE k.kind = 'language'`,
      ),
    ]);
    return {
      rules: {
        queues: new Map(
          queues.map(({ id, skills }) => [
            id,
            {
              ...DEFAULT_QUEUE_RULES,
              skills: Object.entries(skills).map(([skill, level]) => ({ skill, level, need: 'required' })),
            },
          ]),
        ),
        defaults: DEFAULT_QUEUE_RULES,
      },
      languages: new Set(languages.map((row) => row.key)),
    };
  }
}

const isFresh = (kept?: { at: number }) => kept !== undefined && performance.now() - kept.at < FRESH_MS;
