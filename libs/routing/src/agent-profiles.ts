import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#wasl/platform';
import type { Member } from './domain/who-can-serve.js';
import { Kept } from './kept.js';

/** Somebody of ours, at work or not. */
export interface AgentProfile extends Member {
  /** key of a profile of the rules */
  profile: string;
}

/** How long a change by an administrator may take to be seen. */
const FRESH_MS = 2_000;

/** Who serves which queue and knows what; read whole and kept for moments, because every round needs all of it. */
@Injectable()
export class AgentProfiles {
  private readonly profiles = new Kept(() => this.readProfiles(), FRESH_MS);
  private readonly rated = new Kept(() => this.readLanguages(), FRESH_MS);

  constructor(@Inject(Database) private readonly database: Database) {}

  all(): Promise<Map<string, AgentProfile>> {
    return this.profiles.get();
  }

  /** Languages in which somebody is rated: another cannot be asked for. */
  languages(): Promise<Set<string>> {
    return this.rated.get();
  }

  /** Forgets what is kept, after a change made in this process. */
  forget(): void {
    this.profiles.forget();
    this.rated.forget();
  }

  private async readProfiles(): Promise<Map<string, AgentProfile>> {
    const rows = await this.database.query<{
      id: string;
      queues: string[];
      skills: Record<string, number>;
      entityId: string | null;
      profile: string;
    }>(
      `SELECT s.id, s.entity_id AS "entityId", s.routing_profile AS profile,
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
