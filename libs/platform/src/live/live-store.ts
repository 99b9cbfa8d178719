import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { LiveEvent, LivePayloads, LiveRoom, LiveType, Projected } from '#wasl/contracts';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';

/** A room as stored and as named in socket.io: like a LiveRoom, but a personal room includes its owner's id. */
export type StoredRoom = `me:${string}` | Exclude<LiveRoom, 'me'>;

export type LiveMessage<T extends LiveType = LiveType> = {
  [K in T]: { room: StoredRoom; type: K; data: LivePayloads[K] };
}[T];
export type StoredLiveEvent = { room: StoredRoom; event: LiveEvent };

/** Schema of batches sent between processes. Checked only superficially, because each api process reads every batch. */
export const STORED_LIVE_EVENTS_SCHEMA = z.custom<StoredLiveEvent[]>(
  (given) => Array.isArray(given) && given.every(isStoredLiveEvent),
);

function isStoredLiveEvent(given: unknown): boolean {
  const { room, event } = (given ?? {}) as Partial<StoredLiveEvent>;
  return (
    typeof room === 'string' && typeof event === 'object' && event !== null && typeof event.seq === 'number'
  );
}

export const publicRoom = (room: StoredRoom): LiveRoom =>
  room.startsWith('me:') ? 'me' : (room as LiveRoom);

/** Above this number of missed events a snapshot is sent instead. */
const MAX_CATCH_UP_EVENTS = 200;

/**
 * Stores messages for a while and numbers them per room without gaps, in the transaction of the outbox projection. The
 * lock on the row of a room is held until the commit, so numbers follow the order of commits, `LiveStore.append` included.
 */
export async function storeLiveMessages(
  tx: Pick<Tx, 'query' | 'now'>,
  messages: LiveMessage[],
): Promise<StoredLiveEvent[]> {
  if (messages.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { room } of messages) counts.set(room, (counts.get(room) ?? 0) + 1);
  const rows = await tx.query<{ room: string; seq: string }>(
    `INSERT INTO live_room (room, seq) SELECT * FROM unnest($1::text[], $2::bigint[])
     ON CONFLICT (room) DO UPDATE SET seq = live_room.seq + excluded.seq RETURNING room, seq`,
    [[...counts.keys()], [...counts.values()]],
  );
  const next = new Map(rows.map((row) => [row.room, Number(row.seq) - counts.get(row.room)!]));
  const at = tx.now.toISOString();
  const stored = messages.map(({ room, type, data }) => {
    const seq = next.get(room)! + 1;
    next.set(room, seq);
    // Queue statistics carry the sequence number at which they are valid.
    const numbered = type === 'queue.changed' ? { ...data, seq } : data;
    return { room, event: { room: publicRoom(room), seq, type, at, data: numbered } as LiveEvent };
  });
  await tx.query(
    `INSERT INTO live_event (room, seq, type, at, data)
     SELECT room, seq, type, $5, data FROM unnest($1::text[], $2::bigint[], $3::text[], $4::jsonb[]) AS e (room, seq, type, data)`,
    [
      stored.map((s) => s.room),
      stored.map((s) => s.event.seq),
      stored.map((s) => s.event.type),
      stored.map((s) => JSON.stringify(s.event.data)),
      tx.now,
    ],
  );
  return stored;
}

type Query = Database['query'];

/** One statement, so that the room's row is locked no longer than its commit takes. */
const APPEND = `
WITH room AS (INSERT INTO live_room (room, seq) VALUES ($1, 1)
              ON CONFLICT (room) DO UPDATE SET seq = live_room.seq + 1 RETURNING seq)
INSERT INTO live_event (room, seq, type, at, data) SELECT $1, room.seq, $2, now(), $3 FROM room RETURNING seq, at`;

/** Reads live rooms for subscribers. */
@Injectable()
export class LiveStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * What a subscriber needs to catch up: the events after `since` if all of them are still stored, else a snapshot;
   * both with the sequence number at which they are valid. `snapshot` must use the given `query`, to read the same
   * database snapshot.
   */
  async catchUp<S>(
    room: StoredRoom,
    since: number | undefined,
    snapshot: (query: Query, seq: number) => Promise<S>,
  ): Promise<{ seq: number; events: LiveEvent[] } | { seq: number; snapshot: S }> {
    return this.database.readInSnapshot(async (query) => {
      const [row] = await query<{ seq: string }>('SELECT seq FROM live_room WHERE room = $1', [room]);
      const seq = Number(row?.seq ?? 0);
      if (since !== undefined && since <= seq && seq - since <= MAX_CATCH_UP_EVENTS) {
        const events = await readAfter(query, room, since);
        if (events.length === seq - since) return { seq, events };
      }
      return { seq, snapshot: await snapshot(query, seq) };
    });
  }

  /**
   * Numbers and stores a message that is no event of the domain: nobody but the room is told of it. The caller sends it to
   * every process.
   */
  async append({ room, type, data }: LiveMessage): Promise<StoredLiveEvent> {
    const [row] = await this.database.query<{ seq: string; at: Date }>(APPEND, [
      room,
      type,
      JSON.stringify(data),
    ]);
    return { room, event: toEvent({ room, type, data, ...row! }) };
  }

  /** The events of a room after a number, as far as they are stored. */
  async after(room: StoredRoom, seq: number): Promise<StoredLiveEvent[]> {
    const events = await readAfter(this.database.query.bind(this.database), room, seq);
    return events.map((event) => ({ room, event }));
  }

  /** Up to when events are in the figures: until the oldest that is not dispatched. */
  async projected(): Promise<Projected> {
    const [row] = await this.database.query<{ at: Date; now: Date }>(
      `SELECT coalesce(min(at), now()) AS at, now() FROM outbox WHERE set_aside_at IS NULL`,
    );
    const { at, now } = row!;
    return { at: at.toISOString(), behindMs: Math.max(0, now.getTime() - at.getTime()) };
  }

  /**
   * The events of the last seconds in every room, for a new leader after the previous one died between commit and
   * sending.
   */
  async recent(seconds: number): Promise<StoredLiveEvent[]> {
    const rows = await this.database.query<EventRow>(
      `SELECT room, seq, type, at, data FROM live_event WHERE at > now() - $1 * interval '1 second' ORDER BY room, seq`,
      [seconds],
    );
    return rows.map((row) => ({ room: row.room, event: toEvent(row) }));
  }
}

interface EventRow {
  room: StoredRoom;
  seq: string;
  type: LiveType;
  at: Date;
  data: LivePayloads[LiveType];
}

async function readAfter(query: Query, room: StoredRoom, since: number): Promise<LiveEvent[]> {
  const rows = await query<EventRow>(
    'SELECT room, seq, type, at, data FROM live_event WHERE room = $1 AND seq > $2 ORDER BY seq',
    [room, since],
  );
  return rows.map(toEvent);
}

function toEvent(row: EventRow): LiveEvent {
  return {
    room: publicRoom(row.room),
    seq: Number(row.seq),
    type: row.type,
    at: row.at.toISOString(),
    data: row.data,
  } as LiveEvent;
}
