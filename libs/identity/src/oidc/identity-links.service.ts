import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '#wasl/contracts';
import { forbidden, notFound, uuidv7 } from '#wasl/kernel';
import { type Principal, type RuntimeSettings, SETTINGS, type Tx, UnitOfWork } from '#wasl/platform';
import { auditUserAction } from '../audit-user-action.js';
import { endSessions } from '../sessions.service.js';
import type { StaffDraft } from '../staff-record.js';
import { checkStaff, writeStaff } from '../write-staff.js';
import type { ProviderAccount } from './domain/read-claims.js';

/** A member of staff, as found by the account of the provider. */
export interface LinkedStaff {
  staffId: string;
  identityId: string;
  /** sessions that ended because the role changed */
  endedSessions: string[];
  isNew: boolean;
}

/** What an account that the provider brings has beside name, address and role. */
export type NewStaffDefaults = Omit<StaffDraft, 'name' | 'email' | 'role'>;

interface StaffState {
  id: string;
  role: Role;
  email: string;
  isDisabled: boolean;
}

const STATE = `s.id, s.role, s.email, s.disabled_at IS NOT NULL AS "isDisabled"`;

/** Why nobody is signed in; only the audit trail says which. */
type Unknown = 'disabled' | 'no_account' | 'email_not_verified' | 'linked_otherwise' | 'break_glass';

const unknownUser = (reason: Unknown) => forbidden('oidc.unknown_user', { reason });

/** Links between members of staff and their accounts at the provider. */
@Injectable()
export class IdentityLinks {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /**
   * Finds who signs in: by subject, or else by verified mail, which links the subject; or creates the account where the
   * settings say so. The role follows the provider's claim.
   * @param knownAs told as soon as the account is known, also when it is refused
   * @throws forbidden `oidc.unknown_user`, `oidc.no_role`
   */
  resolve(
    issuer: string,
    person: ProviderAccount,
    defaults: NewStaffDefaults,
    knownAs: (staffId: string) => void,
  ): Promise<LinkedStaff> {
    return this.unitOfWork.run(async (tx) => {
      // One sign-in of a person at a time, so that two tabs do not link or create twice.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7248))', [
        JSON.stringify([issuer, person.subject]),
      ]);
      const known = await findLinked(tx, issuer, person.subject);
      if (known) {
        knownAs(known.staff.id);
        requireUsable(known.staff, this.settings);
        requireRole(person);
        const endedSessions = await followRole(tx, known.staff, person.role);
        tx.send('UPDATE staff_identity SET last_used_at = $2 WHERE id = $1', [known.identityId, tx.now]);
        return { staffId: known.staff.id, identityId: known.identityId, endedSessions, isNew: false };
      }
      return this.linkByMail(tx, issuer, person, defaults, knownAs);
    });
  }

  /** Whether this account of the provider is linked with this member of staff. */
  isLinked(staffId: string, issuer: string, subject: string): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const known = await findLinked(tx, issuer, subject);
      return known !== null && known.staff.id === staffId && !known.staff.isDisabled;
    });
  }

  /**
   * Removes the link and ends the sessions that were opened by it. The next sign-in by a verified mail links anew.
   * @returns ids of the ended sessions @throws not_found `staff.not_found`, `oidc.not_linked`
   */
  unlink(staffId: string, by: Principal): Promise<string[]> {
    return this.unitOfWork.run(async (tx) => {
      const [staff] = await tx.query('SELECT 1 FROM staff WHERE id = $1 FOR NO KEY UPDATE', [staffId]);
      if (!staff) throw notFound('staff.not_found');
      const ended = await tx.query<{ id: string }>(
        `DELETE FROM staff_session WHERE staff_id = $1 AND identity_id IS NOT NULL RETURNING id`,
        [staffId],
      );
      const removed = await tx.query('DELETE FROM staff_identity WHERE staff_id = $1 RETURNING 1', [staffId]);
      if (removed.length === 0) throw notFound('oidc.not_linked');
      auditUserAction(tx, 'user.unlinked', by.id, staffId, { sessions: ended.length });
      tx.emit('account.security_changed', { staffId, change: 'oidc_unlinked' });
      return ended.map(({ id }) => id);
    });
  }

  private async linkByMail(
    tx: Tx,
    issuer: string,
    person: ProviderAccount,
    defaults: NewStaffDefaults,
    knownAs: (staffId: string) => void,
  ): Promise<LinkedStaff> {
    if (person.email === null) throw unknownUser('email_not_verified');
    const [staff] = await tx.query<StaffState>(
      `SELECT ${STATE} FROM staff s WHERE s.email = $1 FOR NO KEY UPDATE`,
      [person.email],
    );
    if (staff) {
      knownAs(staff.id);
      requireUsable(staff, this.settings);
      // An address at the provider may be given to another person later; the first subject keeps the account.
      const linked = await tx.query('SELECT 1 FROM staff_identity WHERE staff_id = $1 AND issuer = $2', [
        staff.id,
        issuer,
      ]);
      if (linked.length > 0) throw unknownUser('linked_otherwise');
      requireRole(person);
      const endedSessions = await followRole(tx, staff, person.role);
      return {
        staffId: staff.id,
        identityId: link(tx, staff.id, issuer, person),
        endedSessions,
        isNew: false,
      };
    }
    if (!this.settings.OIDC_PROVISION || person.email === this.settings.BREAK_GLASS_EMAIL)
      throw unknownUser('no_account');
    const staffId = await create(tx, person, person.email, defaults);
    return { staffId, identityId: link(tx, staffId, issuer, person), endedSessions: [], isNew: true };
  }
}

async function findLinked(
  tx: Tx,
  issuer: string,
  subject: string,
): Promise<{ identityId: string; staff: StaffState } | null> {
  const [row] = await tx.query<StaffState & { identityId: string }>(
    `SELECT i.id AS "identityId", ${STATE} FROM staff_identity i JOIN staff s ON s.id = i.staff_id
      WHERE i.issuer = $1 AND i.subject = $2 FOR NO KEY UPDATE OF s`,
    [issuer, subject],
  );
  return row ? { identityId: row.identityId, staff: row } : null;
}

function requireUsable(staff: StaffState, settings: RuntimeSettings): void {
  if (staff.isDisabled) throw unknownUser('disabled');
  // Whoever controls the provider must not control the account that remains when the provider fails.
  if (staff.email === settings.BREAK_GLASS_EMAIL) throw unknownUser('break_glass');
}

/** Where roles are kept at the provider, a person without one has lost it. */
function requireRole({ role }: ProviderAccount): void {
  if (role === null) throw forbidden('oidc.no_role');
}

/** A changed role requires new sessions, so that a stolen one does not gain the new permissions. */
async function followRole(tx: Tx, staff: StaffState, role: Role | null | undefined): Promise<string[]> {
  if (!role || role === staff.role) return [];
  tx.send('UPDATE staff SET role = $2, version = version + 1 WHERE id = $1', [staff.id, role]);
  auditUserAction(tx, 'user.changed', null, staff.id, {
    fields: ['role'],
    roleFrom: staff.role,
    roleTo: role,
    by: 'oidc',
  });
  return endSessions(tx, staff.id, null);
}

async function create(
  tx: Tx,
  person: ProviderAccount,
  email: string,
  defaults: NewStaffDefaults,
): Promise<string> {
  if (!person.role) throw forbidden('oidc.no_role');
  const id = uuidv7();
  const draft = { ...defaults, email, name: person.name ?? email.slice(0, 120), role: person.role };
  await checkStaff(tx, id, draft);
  writeStaff(tx, id, draft);
  auditUserAction(tx, 'user.created', null, id, { role: person.role, by: 'oidc' });
  return id;
}

function link(tx: Tx, staffId: string, issuer: string, { subject }: ProviderAccount): string {
  const id = uuidv7();
  tx.send(
    `INSERT INTO staff_identity (id, staff_id, issuer, subject, linked_at, last_used_at)
     VALUES ($1, $2, $3, $4, $5, $5)`,
    [id, staffId, issuer, subject, tx.now],
  );
  auditUserAction(tx, 'user.linked', null, staffId, { issuer });
  tx.emit('account.security_changed', { staffId, change: 'oidc_linked' });
  return id;
}
