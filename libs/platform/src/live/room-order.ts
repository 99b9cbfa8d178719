import type { StoredLiveEvent, StoredRoom } from './live-store.js';

/** Longer than a message takes between two processes, shorter than anybody would notice a pause. */
const MAX_WAIT_MS = 500;

interface FollowedRoom {
  /** of the last event that was delivered */
  seq: number;
  held: Map<number, StoredLiveEvent>;
  timer?: NodeJS.Timeout;
}

/**
 * Delivers the events of each room in the order of their numbers. Several processes store events and send them after
 * their commit, so a later event may arrive before an earlier one. It is held for a moment; when the earlier one does not
 * come, because its sender died, it is read from the database.
 */
export class RoomOrder {
  private readonly rooms = new Map<StoredRoom, FollowedRoom>();

  constructor(
    private readonly deliver: (event: StoredLiveEvent) => void,
    private readonly isFollowed: (room: StoredRoom) => boolean,
    private readonly readAfter: (room: StoredRoom, seq: number) => Promise<StoredLiveEvent[]>,
    private readonly maxWaitMs = MAX_WAIT_MS,
  ) {}

  /** A socket was told everything up to `seq`. */
  startAt(room: StoredRoom, seq: number): void {
    if (!this.rooms.has(room) && this.isFollowed(room)) this.rooms.set(room, { seq, held: new Map() });
  }

  /** Events that were delivered before are delivered again, as senders repeat them; clients skip them by number. */
  accept(events: readonly StoredLiveEvent[]): void {
    for (const stored of events) {
      const { seq } = stored.event;
      const room = this.rooms.get(stored.room);
      if (!room) {
        this.deliver(stored);
        this.startAt(stored.room, seq);
      } else if (seq > room.seq + 1) {
        room.held.set(seq, stored);
        room.timer ??= setTimeout(() => void this.fill(stored.room, room), this.maxWaitMs);
      } else {
        this.deliver(stored);
        room.seq = Math.max(room.seq, seq);
        this.deliverHeld(room);
      }
    }
  }

  /** Nobody follows the room any more. */
  forget(room: StoredRoom): void {
    clearTimeout(this.rooms.get(room)?.timer);
    this.rooms.delete(room);
  }

  stop(): void {
    for (const room of this.rooms.keys()) this.forget(room);
  }

  private deliverHeld(room: FollowedRoom): void {
    for (let next = room.held.get(room.seq + 1); next; next = room.held.get(room.seq + 1)) {
      room.seq += 1;
      room.held.delete(room.seq);
      this.deliver(next);
    }
    if (room.held.size > 0) return;
    clearTimeout(room.timer);
    room.timer = undefined;
  }

  private async fill(name: StoredRoom, room: FollowedRoom): Promise<void> {
    const stored = await this.readAfter(name, room.seq).catch(() => []);
    if (this.rooms.get(name) !== room) return;
    room.timer = undefined;
    // One that was held is delivered with those before it.
    for (const one of stored) if (one.event.seq > room.seq) this.accept([one]);
    // What is not stored any more cannot be told; clients see the gap and ask for a snapshot.
    for (const event of [...room.held.values()].sort((a, b) => a.event.seq - b.event.seq)) {
      room.seq = event.event.seq;
      this.deliver(event);
    }
    room.held.clear();
    clearTimeout(room.timer);
    room.timer = undefined;
  }
}
