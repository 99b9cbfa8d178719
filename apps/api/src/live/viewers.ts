import { Injectable, Logger } from '@nestjs/common';
import type { Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '#wasl/contracts';
import type { LiveMessage, StoredRoom } from '#wasl/platform';
import { formatTicketNumber, parseTicketNumber } from '#wasl/tickets';

export type LiveSocket = Socket<
  ClientToServer,
  ServerToClient,
  Record<string, never>,
  {
    person: { id: string; name: string };
    typing: { room: TicketRoom; until: number } | null;
    /** ticket rooms that are subscribed but not displayed; processes of older versions omit this */
    aside?: string[];
  }
>;

export interface Viewer {
  id: string;
  name: string;
  typing: boolean;
}

/** What the live server knows and can do. */
interface Sockets {
  find(room: string): Promise<Pick<LiveSocket, 'id' | 'data'>[]>;
  /** numbers the message in its room and sends it to every process */
  publish(message: LiveMessage): Promise<void>;
}

type TicketRoom = Extract<StoredRoom, `ticket:${string}`>;

const TYPING_MS = 5_000;
/** A room is told at most once in this time by each process; what changes meanwhile is told together at its end. */
const TELL_INTERVAL_MS = 250;

/**
 * Who is viewing a ticket and who is typing, read from the sockets of all processes. It is no event of the domain: it is
 * numbered and sent by this process, without outbox and dispatcher.
 */
@Injectable()
export class Viewers {
  private readonly logger = new Logger('Viewers');
  private sockets: Sockets = { find: () => Promise.resolve([]), publish: () => Promise.resolve() };
  /** rooms told a moment ago, and whether they must be told again */
  private readonly recent = new Map<TicketRoom, { again: boolean }>();

  /** @internal the live server provides them */
  useSockets(sockets: Sockets): void {
    this.sockets = sockets;
  }

  /** Notes whether a ticket is displayed or only subscribed in the background. @returns whether this changes what others see */
  setPassive(socket: LiveSocket, room: StoredRoom, aside: boolean): boolean {
    const before = socket.data.aside ?? [];
    const others = before.filter((other) => other !== room);
    const wasSeen = socket.rooms.has(room) && !before.includes(room);
    socket.data.aside = aside ? [...others, room] : others;
    return wasSeen === aside;
  }

  /** @param tell whether the other viewers are notified */
  async entered(room: StoredRoom, tell: boolean): Promise<Viewer[]> {
    const viewers = await this.in(room);
    if (tell && isTicketRoom(room)) this.tell(room, async () => viewers);
    return viewers;
  }

  /** Called while the socket may still be counted in the rooms. */
  left(socket: LiveSocket, rooms: string[]): void {
    const aside = socket.data.aside ?? [];
    socket.data.aside = aside.filter((room) => !rooms.includes(room));
    for (const room of rooms.filter(isTicketRoom))
      if (!aside.includes(room)) this.tell(room, () => this.in(room, socket.id));
  }

  /** Announces typing once, and clears it after some seconds of silence. */
  typing(socket: LiveSocket, numberText: string): void {
    const number = parseTicketNumber(numberText);
    const room = number && (`ticket:${formatTicketNumber(number)}` as const);
    if (!room || !socket.rooms.has(room)) return;
    const before = socket.data.typing;
    socket.data.typing = { room, until: Date.now() + TYPING_MS };
    if (before?.room === room) return;
    this.tell(room);
    if (before) this.tell(before.room);
    else this.clearWhenSilent(socket);
  }

  private clearWhenSilent(socket: LiveSocket): void {
    const check = setInterval(() => {
      const { typing } = socket.data;
      if (socket.connected && typing && typing.until > Date.now()) return;
      clearInterval(check);
      socket.data.typing = null;
      if (socket.connected && typing) this.tell(typing.room);
    }, 1_000);
    check.unref();
  }

  private async in(room: string, without?: string): Promise<Viewer[]> {
    const viewers = new Map<string, Viewer>();
    for (const socket of await this.sockets.find(room)) {
      const { person, typing, aside } = socket.data;
      if (socket.id === without || aside?.includes(room)) continue;
      const writes = typing?.room === room || (viewers.get(person.id)?.typing ?? false);
      viewers.set(person.id, { ...person, typing: writes });
    }
    return [...viewers.values()];
  }

  /** At once, or at the end of the interval when the room was told a moment ago. */
  private tell(room: TicketRoom, read = () => this.in(room)): void {
    const recent = this.recent.get(room);
    if (recent) {
      recent.again = true;
      return;
    }
    const told = { again: false };
    this.recent.set(room, told);
    // Best effort: an error here must not fail the viewer's own request.
    const publishing = read()
      .then((viewers) => this.publish(room, viewers))
      .catch((error: Error) => this.logger.warn(`viewers not told: ${error.message}`));
    const end = () => {
      this.recent.delete(room);
      if (told.again) this.tell(room);
    };
    void publishing.then(() => setTimeout(end, TELL_INTERVAL_MS).unref());
  }

  private async publish(room: TicketRoom, viewers: Viewer[]): Promise<void> {
    const number = room.slice('ticket:'.length);
    await this.sockets.publish({ room, type: 'viewer.changed', data: { number, viewers } });
  }
}

const isTicketRoom = (room: string): room is TicketRoom => room.startsWith('ticket:');
