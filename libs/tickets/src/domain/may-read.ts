import type { RoleScope } from '#wasl/contracts';
import { isInReaderGroups } from '#wasl/kernel';

/** What decides which tickets a member of staff may read. */
export interface Reader {
  id: string;
  scope: RoleScope;
  entityId: string | null;
  groups: readonly string[];
  /** the queues they are limited to; null: all */
  servedQueueIds: readonly string[] | null;
}

/** Of a service, what decides who may read its tickets. */
export interface ServiceWall {
  id: string;
  /** the entity that offers it, and those above that one */
  entityIds: readonly string[];
  /** whoever is in one of these may read it; null: it is not restricted */
  readerGroups: readonly string[] | null;
}

export interface ReadableTicket {
  service: ServiceWall | null;
  queueId: string;
  assigneeId: string | null;
}

/**
 * Whether somebody may read a ticket. Staff of an entity read what their entity, or one below it, answers for; a
 * restricted service is closed to all but its groups, whoever owns the ticket.
 */
export function mayRead(reader: Reader, { service, queueId, assigneeId }: ReadableTicket): boolean {
  if (!mayReadService(reader, service)) return false;
  const { servedQueueIds } = reader;
  return servedQueueIds === null || servedQueueIds.includes(queueId) || assigneeId === reader.id;
}

export function mayReadService(reader: Reader, service: ServiceWall | null): boolean {
  if (reader.scope === 'entity' && !isOfEntity(service, reader.entityId)) return false;
  return isInReaderGroups(reader.groups, service?.readerGroups);
}

const isOfEntity = (service: ServiceWall | null, entityId: string | null) =>
  service !== null && entityId !== null && service.entityIds.includes(entityId);

/** The same for all tickets at once, as statements need it. */
export interface ReadScope {
  readerId: string;
  /** ids of services; tickets without a service are outside of `only` and inside of `allBut` */
  services: { only: string[] } | { allBut: string[] };
  servedQueueIds: readonly string[] | null;
}

/** @param services all of the directory */
export function readScopeOf(reader: Reader, services: readonly ServiceWall[]): ReadScope {
  const ids = (readable: boolean) =>
    services.filter((service) => mayReadService(reader, service) === readable).map(({ id }) => id);
  return {
    readerId: reader.id,
    // A service that was added since the directory was read stays closed to entities.
    services: mayReadService(reader, null) ? { allBut: ids(false) } : { only: ids(true) },
    servedQueueIds: reader.servedQueueIds,
  };
}

export const readsEverything = ({ services, servedQueueIds }: ReadScope): boolean =>
  'allBut' in services && services.allBut.length === 0 && servedQueueIds === null;

/** The ids of the entity and of those above it, the nearest first. A circle, which nobody can store, ends it. */
export function lineOfEntity(id: string, parentOf: (id: string) => string | null): string[] {
  const line: string[] = [];
  for (let at: string | null = id; at !== null && !line.includes(at); at = parentOf(at)) line.push(at);
  return line;
}
