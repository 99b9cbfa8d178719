import { io, type Socket } from 'socket.io-client';
import type {
  ClientToServer,
  LiveEvent,
  LiveRoom,
  ServerToClient,
  Snapshots,
  SubscribeAnswer,
} from '#wasl/contracts';

export interface RoomHandler {
  /** the whole state, at first and whenever too much was missed */
  snapshot?(snapshot: Snapshots[keyof Snapshots]): void;
  /** one event, in order, once */
  event(event: LiveEvent): void;
}

interface Room extends RoomHandler {
  seq?: number;
  /** arrived while the room was being caught up with */
  held?: LiveEvent[];
}

/**
 * A socket as the console keeps one: it comes back by itself, asks for what it missed, and hands on each room's events
 * in order and once, whatever the system sends.
 */
export class LiveRooms {
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  private readonly rooms = new Map<LiveRoom, Room>();
  /** how often a number was missing and had to be asked for */
  gaps = 0;
  /** how often the connection was lost */
  losses = 0;
  /** rooms that refused */
  readonly refusals: string[] = [];

  constructor(api: string, cookie: string) {
    this.socket = io(`${api}/live`, {
      extraHeaders: { cookie },
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: 1_000,
      timeout: 5_000,
    });
    this.socket.on('connect', () => this.rooms.forEach((room, name) => void this.catchUp(name, room)));
    this.socket.on('disconnect', () => this.losses++);
    this.socket.on('event', (event) => this.take(event));
    this.socket.on('connect_error', () => {
      // A refused handshake is not tried again by the library; one that did not get through is.
      if (!this.socket.active) setTimeout(() => this.socket.connect(), 500).unref();
    });
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  seqOf(name: LiveRoom): number | undefined {
    return this.rooms.get(name)?.seq;
  }

  /** Enters a room now, and again after every loss of the connection. */
  enter(name: LiveRoom, handler: RoomHandler): void {
    const room: Room = { ...handler };
    this.rooms.set(name, room);
    if (this.socket.connected) void this.catchUp(name, room);
  }

  close(): void {
    this.socket.disconnect();
  }

  private async catchUp(name: LiveRoom, room: Room): Promise<void> {
    if (room.held) return;
    room.held = [];
    const answer = await this.ask(name, room.seq);
    const held = room.held;
    room.held = undefined;
    if (!answer) return; // the connection went meanwhile; the next one asks again
    if (!answer.ok) {
      this.refusals.push(`${name}: ${answer.code}`);
      return;
    }
    if ('events' in answer) answer.events.forEach((event) => this.apply(name, room, event));
    else {
      room.seq = answer.seq;
      room.snapshot?.(answer.snapshot);
    }
    held.forEach((event) => this.apply(name, room, event));
  }

  private async ask(name: LiveRoom, since?: number): Promise<SubscribeAnswer | undefined> {
    try {
      return await this.socket.timeout(10_000).emitWithAck('subscribe', { room: name, since });
    } catch {
      if (this.socket.connected)
        setTimeout(() => void this.catchUp(name, this.rooms.get(name)!), 500).unref();
      return undefined;
    }
  }

  private take(event: LiveEvent): void {
    const room = this.rooms.get(event.room);
    if (!room) return;
    if (room.held) room.held.push(event);
    else this.apply(event.room, room, event);
  }

  private apply(name: LiveRoom, room: Room, event: LiveEvent): void {
    if (room.seq !== undefined && event.seq <= room.seq) return;
    if (room.seq === undefined || event.seq > room.seq + 1) {
      this.gaps++;
      void this.catchUp(name, room);
      return;
    }
    room.seq = event.seq;
    room.event(event);
  }
}
