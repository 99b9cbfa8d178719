import { Inject, Injectable } from '@nestjs/common';
import type { Permission, SubscribeAnswer } from '#wasl/contracts';
import { ScreenPops } from '#wasl/channels';
import { Catalogue } from '#wasl/directory';
import { DomainError, forbidden, notFound } from '#wasl/kernel';
import { type Database, LiveStore, hasPermission, type Principal, type StoredRoom } from '#wasl/platform';
import { ReferralDesk } from '#wasl/referrals';
import { QueueLiveReader } from '#wasl/reporting';
import { Offers, Presence, ServedQueues } from '#wasl/routing';
import { AlarmReader } from '#wasl/sla';
import { formatTicketNumber, parseTicketNumber, TicketAccess, TicketReader } from '#wasl/tickets';

type Query = Database['query'];

/** Permissions per room. A test prints them with the endpoints. */
export const ROOM_ACCESS = {
  me: { signedIn: true },
  board: { permission: 'board.read' },
  queue: { permission: 'queue.read_live' },
  ticket: { permission: 'ticket.read' },
  referrals: { permission: 'referral.work' },
} as const satisfies Record<string, { signedIn: true } | { permission: Permission }>;
export type RoomKind = keyof typeof ROOM_ACCESS;

export interface Room {
  kind: RoomKind;
  /** the name under which it is stored and joined */
  stored: StoredRoom;
  /** a queue's or entity's key, or a ticket's number */
  key: string;
}

/** Resolves rooms: names, permissions and snapshots. */
@Injectable()
export class Rooms {
  constructor(
    @Inject(LiveStore) private readonly store: LiveStore,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(QueueLiveReader) private readonly figures: QueueLiveReader,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(Offers) private readonly offers: Offers,
    @Inject(ServedQueues) private readonly served: ServedQueues,
    @Inject(AlarmReader) private readonly alarms: AlarmReader,
    @Inject(ScreenPops) private readonly pops: ScreenPops,
    @Inject(TicketReader) private readonly tickets: TicketReader,
    @Inject(TicketAccess) private readonly access: TicketAccess,
    @Inject(ReferralDesk) private readonly desk: ReferralDesk,
  ) {}

  /**
   * @throws DomainError `room.unknown`, `permission.denied`, `queue.not_found`, `ticket.not_found`,
   *   `entity.not_found`
   */
  async open(name: string, caller: Principal): Promise<Room> {
    const room = parseRoom(name, caller);
    const access = ROOM_ACCESS[room.kind];
    if ('permission' in access && !hasPermission(caller, access.permission)) throw forbidden();
    if (room.kind === 'queue')
      await this.access.requireQueue((await this.catalogue.queueByKey(room.key)).id, caller);
    if (room.kind === 'referrals') await this.desk.require(room.key, caller);
    if (room.kind === 'ticket') {
      const number = parseTicketNumber(room.key)!;
      await this.access.requireOpen(number, caller);
      await this.tickets.idOf(number);
    }
    return room;
  }

  async catchUp(
    room: Room,
    since: number | undefined,
    caller: Principal,
  ): Promise<Extract<SubscribeAnswer, { ok: true }>> {
    // Before the figures are read, so that they are at least as young as it says.
    const projected = room.kind === 'board' ? await this.store.projected() : undefined;
    const read = await this.store.catchUp(room.stored, since, (query) => this.snapshot(room, query, caller));
    return { ok: true, ...read, ...(projected && { projected }) };
  }

  private async snapshot(room: Room, query: Query, caller: Principal) {
    switch (room.kind) {
      case 'me':
        return {
          presence: await this.presence.read(query, caller.id),
          offers: await this.offers.openOffersOf(caller.id),
          calls: await this.pops.ringingFor(caller.id, query),
        };
      case 'board':
        return {
          queues: await this.figures.read(query, null),
          agents: await this.presence.listAgents(query),
          alarms: {
            unserved: await this.served.reported(query),
            targets: await this.alarms.mostUrgent(query),
          },
        };
      case 'queue':
        return (await this.figures.read(query, [room.key]))[0] ?? refuseQueue();
      case 'referrals':
        return (await this.desk.snapshots([room.key], query)).get(room.key)!;
      case 'ticket': {
        const ticket = await this.tickets.get(parseTicketNumber(room.key)!);
        return { number: ticket.number, version: ticket.version, status: ticket.status, viewers: [] };
      }
    }
  }
}

/** The catalogue may still hold a queue that was retired a moment ago. */
function refuseQueue(): never {
  throw notFound('queue.not_found');
}

function parseRoom(name: string, caller: Principal): Room {
  if (name.length <= 80) {
    if (name === 'me') return { kind: 'me', stored: `me:${caller.id}`, key: '' };
    if (name === 'board') return { kind: 'board', stored: 'board', key: '' };
    const queue = /^queue:([a-z0-9-]+)$/.exec(name)?.[1];
    if (queue) return { kind: 'queue', stored: `queue:${queue}`, key: queue };
    const entity = /^referrals:([a-z0-9-]+)$/.exec(name)?.[1];
    if (entity) return { kind: 'referrals', stored: `referrals:${entity}`, key: entity };
    const number = name.startsWith('ticket:') ? parseTicketNumber(name.slice(7)) : null;
    if (number)
      return {
        kind: 'ticket',
        stored: `ticket:${formatTicketNumber(number)}`,
        key: formatTicketNumber(number),
      };
  }
  throw new DomainError('invalid', 'room.unknown');
}
