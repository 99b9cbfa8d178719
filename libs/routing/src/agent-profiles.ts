import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#wasl/platform';
import type { AgentSkillSet } from './domain/unserved-reason.js';
import { StaleWhileRevalidateCache } from './stale-while-revalidate-cache.js';

/** A member of staff as the router sees them, at work or not. */
export interface AgentProfile extends AgentSkillSet {
  /** key of a routing profile in the rules */
  profile: string;
}

/** How long a change by an administrator may take to be seen. */
const MAX_STALE_MS = 2_000;

/**
 * Which queues each agent serves and which skills they have. Cached as a whole, because every round needs all of it.
 */
@Injectable()
export class AgentProfiles {
  private readonly profiles = new StaleWhileRevalidateCache(() => this.readProfiles(), MAX_STALE_MS);
  private readonly ratedLanguages = new StaleWhileRevalidateCache(() => this.readLanguages(), MAX_STALE_MS);

  constructor(@Inject(Database) private readonly database: Database) {}

  all(): Promise<Map<string, AgentProfile>> {
    return this.profiles.get();
  }

  /** Languages in which at least one agent is rated; others cannot be required. */
  languages(): Promise<Set<string>> {
    return this.ratedLanguages.get();
  }

  /** Drops the cached values after a change made in this process. */
  invalidate(): void {
    this.profiles.invalidate();
    this.ratedLanguages.invalidate();
  }

  private async readProfiles(): Promise<Map<string, AgentProfile>> {
    const rows = await this.database.query<{
      id: string;
      queues: string[];
      skills: Record<string, number>;
      entityId: string | null;
      groups: string[];
      profile: string;
    }>(
      `SELECT s.id, s.entity_id AS "entityId", s.groups, s.routing_profile AS profile,
              ARRAY(SELECT queue_id::text FROM agent_queue a WHERE a.staff_id = s.id) AS queues,
              (SELECT coalesce(json_object_agg(skill_key, level), '{}') FROM staff_skill k WHERE k.staff_id = s.id) AS skills
         FROM staff s WHERE s.disabled_at IS NULL`,
    );
    return new Map(
      rows.map(({ id, queues, ...row }) => [
        id,
        { ...row, queueIds: new Set(queues) } satisfies AgentProfile,
      ]),
    );
  }

  private async readLanguages(): Promise<Set<string>> {
    const rows = await this.database.query<{ key: string }>(
      `SELECT DISTINCT k.key FROM skill k JOIN staff_skill s ON s.skill_key = k.key WHERE k.kind = 'language'`,
    );
    return new Set(rows.map((row) => row.key));
  }
}
