import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '#wasl/contracts';
import { catchAndLog, type StoredRoom, UnitOfWork } from '#wasl/platform';
import { formatTicketNumber, parseTicketNumber } from '#wasl/tickets';

export type LiveSocket = Socket<
  ClientToServer,
  ServerToClient,
  Record<string, never>,
  {
    person: { id: string; name: string };
    typing: { room: string; until: number } | null;
    /** ticket rooms that are subscribed but not displayed; processes of older versions omit this */
    aside?: string[];
  }
>;

export interface Viewer {
  id: string;
  name: string;
  typing: boolean;
}

const TYPING_MS = 5_000;
const TICKET = /^ticket:(.+)$/;

/** Who is viewing a ticket and who is typing, read from the sockets of all processes. */
@Injectable()
export class Viewers {
  private readonly logger = new Logger('Viewers');
  private find: (room: string) => Promise<Pick<LiveSocket, 'id' | 'data'>[]> = () => Promise.resolve([]);

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** @internal the live server provides the lookup of sockets in a room */
  useSocketLookup(find: typeof this.find): void {
    this.find = find;
  }

  /** Notes whether a ticket is displayed or only subscribed in the background. @returns whether this changes what others see */
  setPassive(socket: LiveSocket, room: StoredRoom, aside: boolean): boolean {
    const before = socket.data.aside ?? [];
    const others = before.filter((other) => other !== room);
    socket.data.aside = aside ? [...others, room] : others;
    return !aside || (socket.rooms.has(room) && !before.includes(room));
  }

  /** @param tell whether the other viewers are notified */
  async entered(room: StoredRoom, tell: boolean): Promise<Viewer[]> {
    const viewers = await this.in(room);
    if (tell) await this.tell(room, viewers);
    return viewers;
  }

  async left(socket: LiveSocket, rooms: string[]): Promise<void> {
    const aside = socket.data.aside ?? [];
    const looked = rooms.filter((name) => TICKET.test(name) && !aside.includes(name));
    socket.data.aside = aside.filter((room) => !rooms.includes(room));
    for (const room of looked) await this.tell(room, await this.in(room, socket.id));
  }

  /** Announces typing once, and clears it after some seconds of silence. */
  async typing(socket: LiveSocket, numberText: string): Promise<void> {
    const number = parseTicketNumber(numberText);
    const room = number && `ticket:${formatTicketNumber(number)}`;
    if (!room || !socket.rooms.has(room)) return;
    const known = socket.data.typing?.room === room;
    socket.data.typing = { room, until: Date.now() + TYPING_MS };
    if (known) return;
    await this.tell(room, await this.in(room));
    const stopped = catchAndLog(this.logger, 'viewers', async () => this.tell(room, await this.in(room)));
    const check = setInterval(() => {
      if (socket.connected && socket.data.typing && socket.data.typing.until > Date.now()) return;
      clearInterval(check);
      socket.data.typing = null;
      if (socket.connected) stopped();
    }, 1_000);
    check.unref();
  }

  private async in(room: string, without?: string): Promise<Viewer[]> {
    const viewers = new Map<string, Viewer>();
    for (const socket of await this.find(room)) {
      const { person, typing, aside } = socket.data;
      if (socket.id === without || aside?.includes(room)) continue;
      const writes = typing?.room === room || (viewers.get(person.id)?.typing ?? false);
      viewers.set(person.id, { ...person, typing: writes });
    }
    return [...viewers.values()];
  }

  private async tell(room: string, viewers: Viewer[]): Promise<void> {
    const number = TICKET.exec(room)![1]!;
    // Best effort: an error here must not fail the viewer's own request.
    await this.unitOfWork
      .run(async (tx) => tx.emit('viewer.changed', { number, viewers }))
      .catch((error: Error) => this.logger.warn(`viewers not told: ${error.message}`));
  }
}
