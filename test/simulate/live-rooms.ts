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
  /** the full state, at first and whenever too many events were missed */
  snapshot?(snapshot: Snapshots[keyof Snapshots]): void;
  /** one event, in order and exactly once */
  event(event: LiveEvent): void;
}

interface Room extends RoomHandler {
  seq?: number;
  /** events that arrived during a catch-up */
  held?: LiveEvent[];
}

/**
 * A socket like the console's: it reconnects, asks for missed events, and delivers each room's events
 * in order and exactly once.
 */
export class LiveRooms {
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  private readonly rooms = new Map<LiveRoom, Room>();
  /** number of gaps in `seq` that had to be filled */
  gaps = 0;
  /** number of lost connections */
  losses = 0;
  /** refused subscriptions */
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
      // The library does not retry a refused handshake, only a failed connection.
      if (!this.socket.active) setTimeout(() => this.socket.connect(), 500).unref();
    });
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  seqOf(name: LiveRoom): number | undefined {
    return this.rooms.get(name)?.seq;
  }

  /** Subscribes now, and again after every reconnect. */
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
    if (!answer) return; // the connection was lost; it subscribes again after the reconnect
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
