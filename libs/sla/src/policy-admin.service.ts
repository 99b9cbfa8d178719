import { Inject, Injectable } from '@nestjs/common';
import type { Audience, ClockKind, Priority, TicketKind } from '#wasl/contracts';
import { Catalogue } from '#wasl/directory';
import {
  conflict,
  type FieldFault,
  invalid,
  invalidField,
  type Localized,
  notFound,
  type Page,
  type PageRequest,
  requireVersion,
} from '#wasl/kernel';
import { Database, pageByKey, type Tx } from '#wasl/platform';
import { requireCalendar } from './calendar-admin.service.js';
import { ChangeRules } from './change-rules.js';
import { checkPolicy } from './domain/check-policy.js';
import { NO_ACTIVITY, planClocks } from './domain/plan-clocks.js';
import { policyApplies, choosePolicy, type Policy, policyWeight } from './domain/policy.js';
import { POLICY_COLUMNS, type PolicyRow } from './rules-snapshot.js';
import { SlaRules } from './rules.service.js';

/** A policy as administrators write it; the service is given by its code. */
export interface PolicyDraft extends Omit<Policy, 'serviceId'> {
  name: Localized;
  service: string | null;
  active: boolean;
}
export type PolicyRecord = PolicyDraft & { version: number };

/** A hypothetical ticket. */
export interface PolicyPreviewRequest {
  service: string | null;
  kind: TicketKind;
  priority: Priority;
  audience: Audience;
  from: Date;
}

export interface SlaPolicyPreview {
  policy: string | null;
  /** every active policy whose conditions are met, the chosen one first, then by weight */
  fitting: string[];
  calendar: string | null;
  clocks: { clock: ClockKind; minutes: number; atRiskAt: string; dueAt: string }[];
}

/** Administration of SLA policies. A policy is retired, never removed, because existing targets refer to it. */
@Injectable()
export class PolicyAdmin {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ChangeRules) private readonly changes: ChangeRules,
    @Inject(SlaRules) private readonly rules: SlaRules,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  /** Includes retired ones, ordered by key. */
  async list(page: PageRequest): Promise<Page<PolicyRecord>> {
    const { data, meta } = await pageByKey<StoredPolicy>(
      this.database,
      page,
      SELECT,
      'p.key',
      (row) => row.key,
    );
    return { data: data.map(recordOf), meta };
  }

  /** @throws not_found `policy.not_found` */
  async get(key: string): Promise<PolicyRecord> {
    const [row] = await this.database.query<StoredPolicy>(`${SELECT} WHERE p.key = $1`, [key]);
    if (!row) throw notFound('policy.not_found');
    return recordOf(row);
  }

  /** @throws invalid; conflict `policy.exists`, `policy.same_conditions` */
  async create(draft: PolicyDraft, byId: string): Promise<PolicyRecord> {
    return this.changes.run(byId, async (tx) => {
      const columns = await this.columnsOf(tx, draft);
      const [row] = await tx.query(
        `INSERT INTO sla_policy (key, name_ar, name_en, calendar, service_id, kind, priority, audience, targets,
           factors, pauses, at_risk_percent, reopen_percent, steps, active)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         ON CONFLICT (key) DO NOTHING RETURNING key`,
        columns,
      );
      if (!row) throw conflict('policy.exists');
      return {
        result: await readPolicy(tx, draft.key),
        noted: { action: 'config.created', target: 'sla_policy', id: draft.key, calendars: null },
      };
    });
  }

  /** Changes the given fields. @throws stale; invalid; conflict `policy.same_conditions` */
  async change(
    key: string,
    patch: Partial<Omit<PolicyDraft, 'key'>>,
    version: number,
    byId: string,
  ): Promise<PolicyRecord> {
    return this.changes.run(byId, async (tx) => {
      const [locked] = await tx.query<{ version: number }>(
        'SELECT version FROM sla_policy WHERE key = $1 FOR UPDATE',
        [key],
      );
      if (!locked) throw notFound('policy.not_found');
      requireVersion(locked, version);
      const before = await readPolicy(tx, key);
      const draft = { ...before, ...patch, key };
      await tx.query(
        `UPDATE sla_policy SET name_ar = $2, name_en = $3, calendar = $4, service_id = $5, kind = $6, priority = $7,
                audience = $8, targets = $9, factors = $10, pauses = $11, at_risk_percent = $12,
                reopen_percent = $13, steps = $14, active = $15, version = version + 1, updated_at = $16
          WHERE key = $1`,
        [...(await this.columnsOf(tx, draft)), tx.now],
      );
      return {
        result: await readPolicy(tx, key),
        noted: {
          action: before.active && !draft.active ? 'config.retired' : 'config.changed',
          target: 'sla_policy',
          id: key,
          detail: { fields: Object.keys(patch) },
          calendars: null,
        },
      };
    });
  }

  /** The targets that a ticket would get, and by which policy. @throws invalid at `service` */
  async preview({ from, ...question }: PolicyPreviewRequest): Promise<SlaPolicyPreview> {
    const service = question.service ? await this.catalogue.serviceByCode(question.service) : null;
    const rules = this.rules.current;
    const facts = {
      kind: question.kind,
      priority: question.priority,
      audience: question.audience,
      serviceId: service?.id ?? null,
      firstResponseMinutes: service?.firstResponseMinutes ?? null,
      resolutionMinutes: service?.resolutionMinutes ?? null,
    };
    const ticket = {
      ...facts,
      status: 'new' as const,
      pendingOn: null,
      createdAt: from.getTime(),
      firstRespondedAt: null,
    };
    const chosen = choosePolicy(rules.policies, facts);
    const fitting = rules.policies.filter((policy) => policyApplies(policy, facts));
    return {
      policy: chosen?.key ?? null,
      fitting: fitting.sort((a, b) => policyWeight(b) - policyWeight(a)).map((policy) => policy.key),
      calendar: chosen?.calendar ?? null,
      clocks: planClocks(ticket, [], NO_ACTIVITY, rules, from.getTime()).map((clock) => ({
        clock: clock.kind,
        minutes: clock.targetMs / 60_000,
        atRiskAt: new Date(clock.atRiskAt).toISOString(),
        dueAt: new Date(clock.dueAt).toISOString(),
      })),
    };
  }

  /** The columns of a draft. @throws invalid with every fault; conflict `policy.same_conditions` */
  private async columnsOf(tx: Tx, draft: PolicyDraft): Promise<unknown[]> {
    const { name, service: code, ...rest } = draft;
    const service = code ? await serviceIdOf(tx, code) : null;
    const faults = [...checkPolicy({ ...rest, serviceId: service }), ...(await queueFaults(tx, draft))];
    if (faults.length > 0) throw invalid(faults);
    await requireCalendar(tx, draft.calendar);
    if (draft.active) await requireOwnConditions(tx, draft, service);
    return [
      draft.key,
      name.ar,
      name.en,
      draft.calendar,
      service,
      draft.kind,
      draft.priority,
      draft.audience,
      JSON.stringify(draft.targets),
      JSON.stringify(draft.factors),
      JSON.stringify(draft.pauses),
      draft.atRiskPercent,
      draft.reopenPercent,
      JSON.stringify(draft.steps),
      draft.active,
    ];
  }
}

type StoredPolicy = PolicyRow & { service: string | null };

const SELECT = `
SELECT p.*, v.code AS service FROM (SELECT ${POLICY_COLUMNS} FROM sla_policy) p
  LEFT JOIN service v ON v.id = p."serviceId"`;

async function readPolicy(tx: Tx, key: string): Promise<PolicyRecord> {
  const [row] = await tx.query<StoredPolicy>(`${SELECT} WHERE p.key = $1`, [key]);
  return recordOf(row!);
}

function recordOf(row: StoredPolicy): PolicyRecord {
  const { nameAr, nameEn, serviceId: _serviceId, updatedAt: _updatedAt, ...rest } = row;
  return { ...rest, name: { ar: nameAr, en: nameEn } };
}

async function serviceIdOf(tx: Tx, code: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>('SELECT id FROM service WHERE code = $1', [code]);
  if (!row) throw invalidField('service', 'not_found');
  return row.id;
}

async function queueFaults(tx: Tx, { steps }: PolicyDraft): Promise<FieldFault[]> {
  const named = steps.flatMap((step) => (step.queue ? [step.queue] : []));
  if (named.length === 0) return [];
  const rows = await tx.query<{ key: string }>('SELECT key FROM queue WHERE key = ANY($1) AND active', [
    named,
  ]);
  const known = new Set(rows.map((row) => row.key));
  return steps.flatMap((step, n) =>
    step.queue && !known.has(step.queue) ? [{ path: `steps[${n}].queue`, code: 'not_found' }] : [],
  );
}

async function requireOwnConditions(tx: Tx, draft: PolicyDraft, serviceId: string | null): Promise<void> {
  const [other] = await tx.query<{ key: string }>(
    `SELECT key FROM sla_policy WHERE active AND key <> $1 AND service_id IS NOT DISTINCT FROM $2
        AND kind IS NOT DISTINCT FROM $3 AND priority IS NOT DISTINCT FROM $4 AND audience IS NOT DISTINCT FROM $5`,
    [draft.key, serviceId, draft.kind, draft.priority, draft.audience],
  );
  if (other) throw conflict('policy.same_conditions', { policy: other.key });
}
