import { Inject, Injectable } from '@nestjs/common';
import type { AuditAction } from '#wasl/contracts';
import { conflict, type Localized, notFound, type Page, type PageRequest } from '#wasl/kernel';
import { Database, pageByKey, type Tx, UnitOfWork } from '#wasl/platform';
import { AgentProfiles } from './agent-profiles.js';
import { RoutingConfig } from './routing-config.service.js';

export const SKILL_KINDS = ['language', 'topic'] as const;
export type SkillKind = (typeof SKILL_KINDS)[number];

export interface SkillDraft {
  key: string;
  kind: SkillKind;
  name: Localized;
}
export interface SkillRecord extends SkillDraft {
  /** how many agents have it, by level */
  agents: Record<string, number>;
}

const SELECT = `
SELECT k.key, k.kind, json_build_object('ar', k.name_ar, 'en', k.name_en) AS name,
       (SELECT coalesce(json_object_agg(level, n), '{}') FROM (
          SELECT a.level, count(*)::int AS n FROM staff_skill a JOIN staff s ON s.id = a.staff_id AND s.disabled_at IS NULL
           WHERE a.skill_key = k.key GROUP BY 1) l) AS agents
  FROM skill k`;

/** Administration of the skills that work may require. */
@Injectable()
export class SkillAdmin {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RoutingConfig) private readonly config: RoutingConfig,
    @Inject(AgentProfiles) private readonly profiles: AgentProfiles,
  ) {}

  async list(page: PageRequest): Promise<Page<SkillRecord>> {
    return pageByKey<SkillRecord>(this.database, page, SELECT, 'k.key', (row) => row.key);
  }

  /** @throws not_found `skill.not_found` */
  async get(key: string): Promise<SkillRecord> {
    const [row] = await this.database.query<SkillRecord>(`${SELECT} WHERE k.key = $1`, [key]);
    if (!row) throw notFound('skill.not_found');
    return row;
  }

  /** @throws conflict `skill.exists` */
  async create({ key, kind, name }: SkillDraft, byId: string): Promise<SkillRecord> {
    await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query(
        'INSERT INTO skill (key, kind, name_ar, name_en) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING key',
        [key, kind, name.ar, name.en],
      );
      if (!row) throw conflict('skill.exists');
      recordAudit(tx, byId, 'config.created', key);
    });
    return this.get(key);
  }

  async change(
    key: string,
    { kind, name }: Partial<Omit<SkillDraft, 'key'>>,
    byId: string,
  ): Promise<SkillRecord> {
    await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query(
        `UPDATE skill SET kind = coalesce($2, kind), name_ar = coalesce($3, name_ar), name_en = coalesce($4, name_en)
          WHERE key = $1 RETURNING key`,
        [key, kind ?? null, name?.ar ?? null, name?.en ?? null],
      );
      if (row) recordAudit(tx, byId, 'config.changed', key);
    });
    this.profiles.invalidate();
    return this.get(key);
  }

  /** @throws not_found; conflict `skill.in_use` when an agent has it or a queue requires it */
  async remove(key: string, byId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const query = tx.query.bind(tx);
      const [row] = await query('SELECT 1 FROM skill WHERE key = $1 FOR UPDATE', [key]);
      if (!row) throw notFound('skill.not_found');
      const [used] = await query(
        `SELECT 1 FROM staff_skill WHERE skill_key = $1 UNION ALL SELECT 1 FROM queue_skill WHERE skill_key = $1 LIMIT 1`,
        [key],
      );
      const { rules } = await this.config.read(query);
      const asked = [rules.defaults, ...Object.values(rules.queues)].some(({ skills }) =>
        skills.some((rule) => rule.skill === key),
      );
      if (used || asked) throw conflict('skill.in_use');
      await query('DELETE FROM skill WHERE key = $1', [key]);
      recordAudit(tx, byId, 'config.removed', key);
    });
  }
}

function recordAudit(tx: Tx, actorId: string, action: AuditAction, key: string): void {
  tx.emit('audit.noted', { actorId, action, targetKind: 'skill', targetId: key, detail: {} });
}
