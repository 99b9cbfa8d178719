import { Inject, Injectable } from '@nestjs/common';
import {
  ENTITY_PERMISSIONS,
  type Permission,
  permissionsOf,
  type Role,
  ROLES,
  scopeOfRole,
} from '#wasl/contracts';
import { isUiLanguage } from '#wasl/kernel';
import {
  credentialHash,
  Authenticator,
  type CredentialUse,
  Database,
  BatchLoader,
  type Principal,
  SETTINGS,
  type RuntimeSettings,
  UnitOfWork,
} from '#wasl/platform';
import { factorRequired } from './second-factor/factors.js';

interface Row {
  hash: string;
  session_id: string;
  id: string;
  name: string;
  email: string;
  role: Role;
  language: string;
  extension: string | null;
  entity_id: string | null;
  /** key of the entity, or of the token's */
  entity: string | null;
  /** of a token that works for one entity alone */
  token_entity_id: string | null;
  groups: string[];
  permissions: Permission[] | null;
  /** its last use was recorded more than a minute ago */
  stale: boolean;
  unused: boolean;
  must_enrol: boolean;
  recently_confirmed: boolean;
}

/** How long a re-authentication is valid for sensitive actions. */
const CONFIRMED_FOR = `interval '10 minutes'`;
const NO_PERMISSIONS: ReadonlySet<Permission> = new Set();

const ROLE_SETS = Object.fromEntries(
  ROLES.map((role) => {
    const list = permissionsOf(role);
    const allowed = scopeOfRole(role) === 'entity' ? list.filter((one) => ENTITY_PERMISSIONS.has(one)) : list;
    return [role, new Set(allowed)];
  }),
) as unknown as Record<Role, ReadonlySet<Permission>>;

const TOUCH_SESSION = `UPDATE staff_session SET last_seen_at = now() WHERE id = $1 AND last_seen_at < now() - interval '1 minute'`;
const TOUCH_TOKEN = `UPDATE api_token SET last_used_at = now()
  WHERE id = $1 AND coalesce(last_used_at < now() - interval '1 minute', true)`;

const COLUMNS = `s.id, s.name, s.email, s.role, s.language, s.extension, s.entity_id, s.groups`;
const entityKeyOf = (id: string) => `(SELECT key FROM entity WHERE id = ${id}) AS entity`;

/**
 * Looks credentials up by their hash at every call, so that ending a session takes effect everywhere at once.
 * Concurrent look-ups are batched.
 */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  private readonly sessions: BatchLoader<string, Row>;
  private readonly tokens: BatchLoader<string, Row>;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SETTINGS) settings: RuntimeSettings,
  ) {
    super();
    this.sessions = this.lookUp(
      `SELECT encode(x.token_hash, 'hex') AS hash, x.id AS session_id, ${COLUMNS}, NULL::text[] AS permissions,
              false AS unused, NULL::uuid AS token_entity_id, ${entityKeyOf('s.entity_id')},
              x.last_seen_at < now() - interval '1 minute' AS stale,
              x.second_factor IS NULL AND ${factorRequired(String(settings.DEMO))} AS must_enrol,
              x.confirmed_at > now() - ${CONFIRMED_FOR} AS recently_confirmed
         FROM staff_session x JOIN staff s ON s.id = x.staff_id
        WHERE x.token_hash = ANY($1::bytea[]) AND x.expires_at > now() AND s.disabled_at IS NULL
          AND x.last_seen_at > now() - ${settings.SESSION_IDLE_MINUTES} * interval '1 minute'`,
    );
    this.tokens = this.lookUp(
      `SELECT encode(t.token_hash, 'hex') AS hash, t.id AS session_id, ${COLUMNS}, t.permissions,
              t.first_used_at IS NULL AS unused, t.entity_id AS token_entity_id,
              ${entityKeyOf('coalesce(t.entity_id, s.entity_id)')},
              coalesce(t.last_used_at < now() - interval '1 minute', true) AS stale,
              false AS must_enrol, false AS recently_confirmed
         FROM api_token t JOIN staff s ON s.id = t.staff_id
        WHERE t.token_hash = ANY($1::bytea[]) AND t.revoked_at IS NULL AND s.disabled_at IS NULL
          AND (t.expires_at IS NULL OR t.expires_at > now())`,
    );
  }

  bySession(token: string, use: CredentialUse = 'look'): Promise<Principal | null> {
    return this.principal(this.sessions, token, use === 'activity' ? TOUCH_SESSION : null);
  }

  byToken(token: string, use: CredentialUse = 'look'): Promise<Principal | null> {
    return this.principal(this.tokens, token, use === 'activity' ? TOUCH_TOKEN : null);
  }

  /** Recorded in the audit trail, so that the first use of a leaked, never used token is noticed. */
  private async auditFirstUse({ id, session_id: tokenId }: Row): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [first] = await tx.query(
        'UPDATE api_token SET first_used_at = $2 WHERE id = $1 AND first_used_at IS NULL RETURNING 1',
        [tokenId, tx.now],
      );
      if (first)
        tx.emit('audit.noted', {
          actorId: id,
          action: 'token.first_used',
          targetKind: 'token',
          targetId: tokenId,
          detail: {},
        });
    });
  }

  private lookUp(statement: string): BatchLoader<string, Row> {
    return new BatchLoader(async (hashes) => {
      const rows = await this.database.query<Row>(statement, [hashes.map((hash) => `\\x${hash}`)]);
      return new Map(rows.map((row) => [row.hash, row]));
    });
  }

  private async principal(
    credentials: BatchLoader<string, Row>,
    credential: string,
    touchStatement: string | null,
  ): Promise<Principal | null> {
    if (credential.length > 200) return null;
    const row = await credentials.load(credentialHash(credential).toString('hex'));
    if (!row) return null;
    if (row.unused) await this.auditFirstUse(row);
    // One-minute precision is enough. Not awaited; if it fails, the next call updates it.
    if (row.stale && touchStatement)
      void this.database.query(touchStatement, [row.session_id]).catch(() => undefined);
    const ofRole = row.must_enrol ? NO_PERMISSIONS : ROLE_SETS[row.role];
    const reach = reachOf(row);
    return {
      id: row.id,
      name: row.name,
      email: row.email,
      role: row.role,
      language: isUiLanguage(row.language) ? row.language : 'en',
      extension: row.extension,
      scope: reach.scope,
      entityId: reach.entityId,
      entity: row.entity,
      groups: reach.groups,
      // A token never exceeds what its owner may do today.
      permissions: row.permissions
        ? new Set(row.permissions.filter((one) => ofRole.has(one) && reach.allows(one)))
        : ofRole,
      sessionId: row.session_id,
      byToken: row.permissions !== null,
      mustEnrol: row.must_enrol,
      recentlyConfirmed: row.recently_confirmed,
    };
  }
}

interface Reach extends Pick<Principal, 'scope' | 'entityId' | 'groups'> {
  allows(permission: Permission): boolean;
}

/** A token of an entity works for that entity alone, whoever made it; of restricted services it reads nothing. */
function reachOf({ role, entity_id: entityId, token_entity_id: tokenEntityId, groups }: Row): Reach {
  const scope = scopeOfRole(role);
  if (tokenEntityId === null) return { scope, entityId, groups, allows: () => true };
  // Its owner may have left the entity since.
  const isOwners = scope === 'centre' || entityId === tokenEntityId;
  return {
    scope: 'entity',
    entityId: tokenEntityId,
    groups: [],
    allows: (permission) => isOwners && ENTITY_PERMISSIONS.has(permission),
  };
}
