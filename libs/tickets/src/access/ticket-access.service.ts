import { Inject, Injectable } from '@nestjs/common';
import { type Role, ROLES, scopeOfRole } from '#wasl/contracts';
import { Catalogue, type EntityRow, type ServiceRow } from '#wasl/directory';
import { forbidden, hours, isUuid, notFound } from '#wasl/kernel';
import { Database, PeriodicTask, type Principal, UnitOfWork } from '#wasl/platform';
import {
  lineOfEntity,
  mayReadService,
  type Reader,
  type ReadScope,
  readScopeOf,
  readsEverything,
  type ServiceWall,
} from '../domain/may-read.js';
import { formatTicketNumber } from '../domain/ticket-number.js';
import { withSurvivingTicketIds } from '../merged-tickets.js';
import { ReadingPolicy } from './reading-policy.service.js';
import { readCondition } from './read-scope-sql.js';

/** Of a signed-in person, what decides what they may read. */
export type Caller = Pick<Principal, 'id' | 'scope' | 'entityId' | 'groups' | 'permissions'>;

/** What of a ticket is addressed by an id of its own: which ticket it is of, and what is said when it is missing. */
const PARTS = {
  attachment: {
    ticketId: 'SELECT ticket_id FROM attachment WHERE id = $1',
    missing: 'attachment.not_found',
  },
  thumbnail: {
    ticketId: 'SELECT ticket_id FROM attachment WHERE id = $1',
    missing: 'attachment.no_thumbnail',
  },
  mail: { ticketId: 'SELECT ticket_id FROM outgoing_mail WHERE id = $1', missing: 'mail.not_found' },
  text: { ticketId: 'SELECT ticket_id FROM outgoing_text WHERE id = $1', missing: 'text.not_found' },
  callback: { ticketId: 'SELECT ticket_id FROM callback WHERE id = $1', missing: 'callback.not_found' },
  recording: {
    ticketId:
      'SELECT i.ticket_id FROM call_recording r JOIN interaction i ON i.id = r.interaction_id WHERE r.id = $1',
    missing: 'recording.not_found',
  },
} as const;
export type TicketPart = keyof typeof PARTS;

/** For how long a reason holds: a shift. */
const OPENED_FOR_MS = hours(8);

/** Which tickets somebody may read. Every path to what a ticket holds asks here, or adds {@link scopeOf} to its statement. */
@Injectable()
export class TicketAccess {
  private made: { services: ServiceRow[]; entities: EntityRow[]; walls: ServiceWall[] } | null = null;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(ReadingPolicy) private readonly policy: ReadingPolicy,
  ) {}

  async scopeOf(caller: Caller): Promise<ReadScope> {
    return readScopeOf(await this.readerOf(caller), await this.walls());
  }

  /**
   * That somebody may read a ticket, and has given a reason where its service is restricted.
   * @throws not_found `ticket.not_found`; forbidden `ticket.reason_required`
   */
  async requireOpen(number: string, caller: Caller): Promise<void> {
    const state = await this.stateFor(number, caller);
    if (state === 'closed') throw notFound('ticket.not_found');
    if (state === 'unopened') throw forbidden('ticket.reason_required');
  }

  /** That somebody may know of a ticket. @throws not_found `ticket.not_found` */
  async requireReadable(number: string, caller: Caller): Promise<void> {
    if ((await this.stateFor(number, caller)) === 'closed') throw notFound('ticket.not_found');
  }

  /** Of these tickets, those that the caller may know of. @param numbers twelve digits each */
  async readableOf(numbers: string[], caller: Caller): Promise<string[]> {
    const scope = await this.scopeOf(caller);
    if (readsEverything(scope)) return numbers;
    const values: unknown[] = [numbers];
    const rows = await this.database.query<{ number: string }>(
      `SELECT t.number FROM ticket t WHERE t.number = ANY($1::bpchar[]) AND ${readCondition(scope, values)}`,
      values,
    );
    return rows.map(({ number }) => number);
  }

  /**
   * That somebody may follow a queue, with the numbers of all its tickets.
   * @throws not_found `queue.not_found`
   */
  async requireQueue(queueId: string, caller: Caller): Promise<void> {
    const { servedQueueIds } = await this.readerOf(caller);
    if (servedQueueIds !== null && !servedQueueIds.includes(queueId)) throw notFound('queue.not_found');
  }

  /**
   * The same for a part of a ticket that has an address of its own. What belongs to no ticket is left to its owner.
   * Whoever reads the ticket that it was merged into reads its parts there.
   * @throws not_found with the code of a part that does not exist; forbidden `ticket.reason_required`
   */
  async requireOpenPart(part: TicketPart, id: string, caller: Caller): Promise<void> {
    const { ticketId, missing } = PARTS[part];
    if (!isUuid(id) || (await this.readsAll(caller))) return;
    const rows = await this.database.query<{ number: string }>(
      `SELECT number FROM ticket WHERE id IN (${withSurvivingTicketIds(`(${ticketId})`)})`,
      [id],
    );
    if (rows.length === 0) return;
    const states = await Promise.all(rows.map(({ number }) => this.stateFor(number, caller)));
    if (states.includes('open')) return;
    throw states.includes('unopened') ? forbidden('ticket.reason_required') : notFound(missing);
  }

  /** Whether somebody may read the ticket when they own it: whoever may not must not be given it. */
  async mayBeGiven(number: string, staffId: string): Promise<boolean> {
    if (!isUuid(staffId)) return false;
    const [row] = await this.database.query<OwnerRow>(
      'SELECT id, role, entity_id AS "entityId", groups FROM staff WHERE id = $1 AND disabled_at IS NULL',
      [staffId],
    );
    if (!row) return false;
    const reader = ownerOf(row);
    const scope = readScopeOf(reader, await this.walls());
    return readsEverything(scope) || this.isWithin(number, scope);
  }

  /**
   * Open tickets that their owners may no longer read, because the person or the service was changed meanwhile.
   * @returns numbers, twelve digits each
   */
  async closedToOwners(limit: number): Promise<string[]> {
    const walls = await this.walls();
    const byId = new Map(walls.map((wall) => [wall.id, wall]));
    const owned = await this.database.query<OwnerRow & { serviceId: string | null }>(OWNED_WITHIN_WALLS, [
      ROLES.filter((role) => scopeOfRole(role) === 'entity'),
      restrictedOf(walls),
    ]);
    const closed = owned.filter(({ serviceId, ...owner }) => {
      const service = serviceId === null ? null : byId.get(serviceId);
      // A service that was added since the directory was read is judged the next time.
      return service !== undefined && !mayReadService(ownerOf(owner), service);
    });
    if (closed.length === 0) return [];
    const rows = await this.database.query<{ number: string }>(
      `SELECT t.number FROM unnest($1::uuid[], $2::uuid[]) AS c (owner_id, service_id)
         JOIN ticket t ON t.assignee_id = c.owner_id AND t.service_id IS NOT DISTINCT FROM c.service_id
        WHERE t.status IN ('new', 'open', 'pending') ORDER BY t.id LIMIT $3`,
      [closed.map(({ id }) => id), closed.map(({ serviceId }) => serviceId), limit],
    );
    return rows.map(({ number }) => number);
  }

  /** Opens a ticket of a restricted service for some hours; the reason is kept in the audit trail alone. */
  async open(number: string, reason: string, caller: Caller): Promise<{ expiresAt: string }> {
    await this.requireReadable(number, caller);
    return this.unitOfWork.run(async (tx) => {
      const expiresAt = new Date(tx.now.getTime() + OPENED_FOR_MS);
      tx.send(
        `INSERT INTO restricted_opening (staff_id, ticket_id, expires_at)
         SELECT $1, id, $3 FROM ticket WHERE number = $2
         ON CONFLICT (staff_id, ticket_id) DO UPDATE SET expires_at = excluded.expires_at`,
        [caller.id, number, expiresAt],
      );
      tx.emit('audit.noted', {
        actorId: caller.id,
        action: 'ticket.opened_restricted',
        targetKind: 'ticket',
        targetId: formatTicketNumber(number).replaceAll('-', ''),
        detail: { reason, until: expiresAt.toISOString() },
      });
      return { expiresAt: expiresAt.toISOString() };
    });
  }

  @PeriodicTask({ name: 'remove-expired-openings', everyMs: 60_000 })
  async removeExpired(): Promise<void> {
    await this.database.query('DELETE FROM restricted_opening WHERE expires_at < now()');
  }

  /** There is nothing that is closed to them, or that they would have to open. */
  private async readsAll(caller: Caller): Promise<boolean> {
    const walls = await this.walls();
    if (restrictedOf(walls).length > 0) return false;
    return readsEverything(readScopeOf(await this.readerOf(caller), walls));
  }

  /** Asks the database only where somebody may not read everything. */
  private async stateFor(number: string, caller: Caller): Promise<'closed' | 'unopened' | 'open'> {
    if (await this.readsAll(caller)) return 'open';
    const walls = await this.walls();
    const scope = readScopeOf(await this.readerOf(caller), walls);
    const values: unknown[] = [number, caller.id, restrictedOf(walls)];
    const [row] = await this.database.query<{ unopened: boolean }>(
      `SELECT coalesce(t.service_id = ANY($3::uuid[]), false) AND NOT EXISTS (
                SELECT 1 FROM restricted_opening o
                 WHERE o.staff_id = $2::uuid AND o.ticket_id = t.id AND o.expires_at > now()) AS unopened
         FROM ticket t WHERE t.number = $1 AND ${readCondition(scope, values)}`,
      values,
    );
    if (!row) return 'closed';
    return row.unopened ? 'unopened' : 'open';
  }

  private async isWithin(number: string, scope: ReadScope): Promise<boolean> {
    const values: unknown[] = [number];
    const rows = await this.database.query(
      `SELECT 1 FROM ticket t WHERE t.number = $1 AND ${readCondition(scope, values)}`,
      values,
    );
    return rows.length > 0;
  }

  private async readerOf({ id, scope, entityId, groups, permissions }: Caller): Promise<Reader> {
    const isLimited =
      scope === 'centre' && !permissions.has('ticket.read_all') && (await this.policy.isByServedQueues());
    return { id, scope, entityId, groups, servedQueueIds: isLimited ? await this.servedQueues(id) : null };
  }

  private async servedQueues(staffId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT queue_id AS id FROM agent_queue WHERE staff_id = $1',
      [staffId],
    );
    return rows.map(({ id }) => id);
  }

  private async walls(): Promise<readonly ServiceWall[]> {
    const [services, entities] = await Promise.all([
      this.catalogue.currentServices(),
      this.catalogue.currentEntities(),
    ]);
    // Made anew only when the directory was read anew.
    if (this.made?.services !== services || this.made.entities !== entities)
      this.made = { services, entities, walls: wallsOf(services, entities) };
    return this.made.walls;
  }
}

const OWNERS_OF_OPEN = `
SELECT s.id, s.role, s.entity_id AS "entityId", s.groups, t.service_id AS "serviceId"
  FROM ticket t JOIN staff s ON s.id = t.assignee_id AND t.status IN ('new', 'open', 'pending')`;
/** Each owner and service of open tickets once, of those that some may not read. Each half has an index of its own. */
const OWNED_WITHIN_WALLS = `${OWNERS_OF_OPEN} WHERE s.role = ANY($1::text[])
UNION ${OWNERS_OF_OPEN} WHERE t.service_id = ANY($2::uuid[])`;

type OwnerRow = Pick<Reader, 'id' | 'entityId' | 'groups'> & { role: Role };

/** Whoever is given a ticket reads it as its owner, whichever queues they serve. */
const ownerOf = ({ role, ...row }: OwnerRow): Reader => ({
  ...row,
  scope: scopeOfRole(role),
  servedQueueIds: null,
});

const restrictedOf = (walls: readonly ServiceWall[]): string[] =>
  walls.filter(({ readerGroups }) => readerGroups !== null).map(({ id }) => id);

function wallsOf(services: ServiceRow[], entities: EntityRow[]): ServiceWall[] {
  const parents = new Map(entities.map((row) => [row.id, row.parentId]));
  return services.map((row) => ({
    id: row.id,
    entityIds: lineOfEntity(row.entityId, (id) => parents.get(id) ?? null),
    readerGroups: row.restricted ? row.readerGroups : null,
  }));
}
