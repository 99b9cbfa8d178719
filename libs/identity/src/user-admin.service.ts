import { Inject, Injectable } from '@nestjs/common';
import { type AuditDetail, type Role, scopeOfRole } from '#wasl/contracts';
import {
  conflict,
  decodeCursor,
  forbidden,
  invalidField,
  notFound,
  type Page,
  type PageRequest,
  pageOf,
  requireVersion,
  uuidv7,
} from '#wasl/kernel';
import {
  Database,
  type IdempotencyClaim,
  runOnce,
  type Principal,
  type Tx,
  UnitOfWork,
} from '#wasl/platform';
import { userRefusal } from './domain/may-change-user.js';
import { auditUserAction } from './audit-user-action.js';
import { endSessions } from './sessions.service.js';
import { type Invitation, StaffLinks } from './staff-links.service.js';
import {
  readStaff,
  type StaffQueryRow,
  SELECT_STAFF,
  type StaffDraft,
  type StaffRecord,
  toRecord,
} from './staff-record.js';
import { checkStaff, writeStaff } from './write-staff.js';

export interface StaffFilter {
  /** part of a name or an address */
  q?: string;
  role?: Role;
  disabled?: boolean;
}

export type StaffPatch = Partial<StaffDraft & { disabled: boolean }>;

/** Manages staff accounts. They are never deleted, because tickets and the audit trail refer to them. */
@Injectable()
export class UserAdmin {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(StaffLinks) private readonly links: StaffLinks,
  ) {}

  /** By name. */
  async list(filter: StaffFilter, page: PageRequest): Promise<Page<StaffRecord>> {
    const conditions = ['true'];
    const values: unknown[] = [];
    if (filter.q !== undefined) {
      const n = values.push(`%${filter.q.replace(/[\\%_]/g, '\\$&')}%`);
      conditions.push(`(s.name ILIKE $${n} OR s.email ILIKE $${n})`);
    }
    if (filter.role) conditions.push(`s.role = $${values.push(filter.role)}`);
    if (filter.disabled !== undefined)
      conditions.push(`s.disabled_at IS ${filter.disabled ? 'NOT NULL' : 'NULL'}`);
    if (page.after) {
      const [name, id] = decodeCursor(page.after, 'text', 'uuid');
      conditions.push(`(s.name, s.id) > ($${values.push(name)}, $${values.push(id)}::uuid)`);
    }
    const rows = await this.database.query<StaffQueryRow>(
      `${SELECT_STAFF} WHERE ${conditions.join(' AND ')} ORDER BY s.name, s.id LIMIT $${values.push(page.size + 1)}`,
      values,
    );
    const { data, meta } = pageOf(rows, page.size, (row) => [row.name, row.id]);
    return { data: data.map(toRecord), meta };
  }

  /** @throws not_found `staff.not_found` */
  get(id: string): Promise<StaffRecord> {
    return readStaff(this.database.query.bind(this.database), id);
  }

  /**
   * Creates an account without a password, and a link for setting one. A repeated claim returns a new link, and the
   * earlier one becomes invalid.
   * @throws conflict `user.email_taken`, `user.extension_taken`; invalid at `entity`, `queues`, `skills`
   */
  async create(
    draft: StaffDraft,
    by: Principal,
    claim?: IdempotencyClaim,
  ): Promise<StaffRecord & { invitation: Invitation }> {
    return conflictIfTaken(() =>
      this.unitOfWork.run(async (tx) => {
        const { id } = await runOnce(tx, claim, async () => {
          const refusal = userRefusal({
            before: null,
            after: { role: draft.role, disabled: false },
            by: { role: by.role, isSelf: false },
            otherAdministrators: 0,
          });
          if (refusal) throw forbidden(refusal);
          requireEntity(draft);
          const made = uuidv7();
          await checkStaff(tx, made, draft);
          writeStaff(tx, made, draft);
          emitStaffChange(tx, made, null, { ...draft, disabled: false });
          auditUserAction(tx, 'user.created', by.id, made, { role: draft.role });
          return { id: made };
        });
        const invitation = await this.links.make(tx, id, by.id);
        return { ...(await readStaff(tx.query.bind(tx) as Database['query'], id)), invitation };
      }),
    );
  }

  /**
   * Changes the given fields. Disabling an account ends its sessions.
   * @returns the account, and whether what it may reach has changed, so that its sockets must be closed
   * @throws stale; forbidden; conflict `user.last_administrator`, `user.own_account`, and as {@link create}
   */
  async change(
    id: string,
    patch: StaffPatch,
    version: number,
    by: Principal,
  ): Promise<{ user: StaffRecord; reachChanged: boolean }> {
    return conflictIfTaken(() =>
      this.unitOfWork.run(async (tx) => {
        const query = tx.query.bind(tx) as Database['query'];
        const otherAdministrators = await lockAdministrators(tx, id);
        const [locked] = await tx.query('SELECT 1 FROM staff WHERE id = $1 FOR UPDATE', [id]);
        if (!locked) throw notFound('staff.not_found');
        const before = await readStaff(query, id);
        requireVersion(before, version);
        const after = { ...before, ...patch };
        const refusal = userRefusal({
          before,
          after,
          by: { role: by.role, isSelf: by.id === id },
          otherAdministrators,
        });
        if (refusal) throw refusal === 'permission.denied' ? forbidden(refusal) : conflict(refusal);
        requireEntity(after);
        await checkStaff(tx, id, patch);
        writeStaff(tx, id, after);
        if (after.disabled !== before.disabled) setDisabled(tx, id, after.disabled);
        // A changed role requires a new sign-in, so that a stolen session does not gain the new permissions.
        if (after.role !== before.role) await endSessions(tx, id, null);
        emitStaffChange(tx, id, before, after);
        auditChange(tx, by.id, before, after);
        return {
          user: await readStaff(query, id),
          reachChanged: after.disabled || reachOf(after) !== reachOf(before),
        };
      }),
    );
  }
}

/**
 * Locks all administrators who can sign in, in a fixed order, so that two who demote each other concurrently are
 * serialised.
 * @returns their number without `id`
 */
async function lockAdministrators(tx: Tx, id: string): Promise<number> {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM staff s WHERE role = 'administrator' AND disabled_at IS NULL
        AND (password_hash IS NOT NULL OR EXISTS (SELECT 1 FROM staff_identity i WHERE i.staff_id = s.id))
      ORDER BY id FOR UPDATE`,
  );
  return rows.filter((row) => row.id !== id).length;
}

function setDisabled(tx: Tx, id: string, disabled: boolean): void {
  tx.send('UPDATE staff SET disabled_at = $2 WHERE id = $1', [id, disabled ? tx.now : null]);
  if (!disabled) return;
  tx.send('DELETE FROM staff_session WHERE staff_id = $1', [id]);
  tx.send('DELETE FROM staff_device WHERE staff_id = $1', [id]);
  tx.send('DELETE FROM staff_link WHERE staff_id = $1', [id]);
}

/** What decides which rooms they may be in. */
const reachOf = ({ role, entity, groups }: StaffDraft) => JSON.stringify([role, entity, groups]);

/** @throws invalid at `entity`: without one, somebody of an entity would reach nothing */
function requireEntity({ role, entity }: StaffDraft): void {
  if (scopeOfRole(role) === 'entity' && entity === null) throw invalidField('entity', 'required');
}

type ShownStaff = Pick<
  StaffRecord,
  'name' | 'queues' | 'skills' | 'capacity' | 'profile' | 'groups' | 'disabled'
>;

/** Tells routing, boards and figures, unless nothing changed that they show or decide by. */
function emitStaffChange(tx: Tx, staffId: string, before: ShownStaff | null, after: ShownStaff): void {
  const shown = ({ name, queues, skills, capacity, profile, groups, disabled }: ShownStaff) =>
    JSON.stringify([name, queues, skills, capacity, profile, groups, disabled]);
  if (before && shown(before) === shown(after)) return;
  const served = (staff: ShownStaff | null) => (staff === null || staff.disabled ? [] : staff.queues);
  const queues = served(after);
  if (before === null && queues.length === 0) return;
  const leftQueues = served(before).filter((key) => !queues.includes(key));
  tx.emit('staff.changed', { staffId, queues, leftQueues });
}

const FIELDS = [
  'name',
  'email',
  'role',
  'language',
  'extension',
  'capacity',
  'profile',
  'entity',
  'groups',
  'queues',
  'skills',
] as const;

/** Records which fields changed; values only where they are not personal data. */
function auditChange(tx: Tx, byId: string, before: StaffRecord, after: StaffRecord): void {
  const fields = FIELDS.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const role: AuditDetail = before.role === after.role ? {} : { roleFrom: before.role, roleTo: after.role };
  if (fields.length > 0)
    auditUserAction(tx, 'user.changed', byId, after.id, { fields: [...fields], ...role });
  if (before.disabled !== after.disabled)
    auditUserAction(tx, after.disabled ? 'user.disabled' : 'user.enabled', byId, after.id);
}

/** Translates unique violations, because concurrent writers pass the check before. */
async function conflictIfTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === '23505' && constraint === 'staff_email_key') throw conflict('user.email_taken');
    if (code === '23505' && constraint === 'staff_extension_key') throw conflict('user.extension_taken');
    throw error;
  }
}
