import { isDeepStrictEqual } from 'node:util';
import type { CurrentCall, LiveEvent, LiveRoom, LiveQueue, Snapshots } from '#wasl/contracts';
import { waitFor } from '#wasl/testing';
import {
  withAgent,
  withCalls,
  withLoad,
  withNotice,
  withOffer,
  withoutOffer,
  withoutQueue,
  withQueue,
  withTargets,
  withUnserved,
} from '../../apps/console/src/live/patches.js';
import { Client } from './client.js';

type Snapshot = Snapshots[keyof Snapshots];

const FOLLOWS_WITHIN_MS = 10_000;

/**
 * What a room's snapshot becomes by one event, for a client that never asks again. Uses the functions of the console, so
 * that what it shows is what is proved.
 */
export function applyEvent(room: LiveRoom, before: Snapshot, event: LiveEvent): Snapshot {
  if (room === 'me') return applyToOwn(before as Snapshots['me'], event);
  if (room === 'board') return applyToBoard(before as Snapshots['board'], event);
  if (room.startsWith('queue:')) return event.type === 'queue.changed' ? event.data : before;
  if (room.startsWith('referrals:')) return event.type === 'referral.changed' ? event.data.desk : before;
  return applyToTicket(before as Snapshots['ticket'], event);
}

function applyToOwn(own: Snapshots['me'], event: LiveEvent): Snapshots['me'] {
  switch (event.type) {
    case 'presence.changed':
      return { ...own, presence: { ...own.presence, ...event.data } };
    case 'offer.made':
      return { ...own, offers: withOffer(own.offers, event.data) };
    case 'offer.expired':
      return { ...own, offers: withoutOffer(own.offers, event.data.id) };
    case 'notice':
      return { ...own, calls: callsAfter(own.calls, event) };
    default:
      return own;
  }
}

/** The console shows a call that has ended for a while; a snapshot does not hold it. */
function callsAfter(calls: CurrentCall[], { data }: LiveEvent<'notice'>): CurrentCall[] {
  return withNotice(withCalls([], calls, 0), data, 0).flatMap(({ state, since, ...call }) =>
    state === 'ended'
      ? []
      : [{ ...call, state: state === 'talking' ? 'active' : state, since: new Date(since).toISOString() }],
  );
}

function applyToBoard(board: Snapshots['board'], event: LiveEvent): Snapshots['board'] {
  switch (event.type) {
    case 'queue.changed':
      return withQueue(board, event.data)!;
    case 'queue.removed':
      return withoutQueue(board, event.data.key)!;
    case 'presence.changed':
      return withAgent(board, event.data)!;
    case 'agent.load':
      return withLoad(board, event.data)!;
    case 'sla.alarms':
      return withTargets(board, event.data)!;
    case 'notice':
      return event.data.kind === 'queue.unserved' ? withUnserved(board, event.data, event.at)! : board;
    default:
      return board;
  }
}

function applyToTicket(ticket: Snapshots['ticket'], event: LiveEvent): Snapshots['ticket'] {
  switch (event.type) {
    case 'ticket.changed':
      return { ...ticket, version: event.data.version, status: event.data.status };
    case 'viewer.changed':
      return { ...ticket, viewers: event.data.viewers };
    default:
      return ticket;
  }
}

/** A client that reads one room's snapshot once, and afterwards only its events. */
export class LiveFollower {
  private constructor(
    readonly name: string,
    /** whose room it is */
    readonly owner: Client,
    readonly room: LiveRoom,
    private readonly client: Client,
    private first: { seq: number; snapshot: Snapshot },
  ) {}

  static async start(name: string, room: LiveRoom, like: Client): Promise<LiveFollower> {
    const client = new Client(like.url, like.cookie);
    await client.connect();
    const { seq, snapshot } = await read(client, room);
    return new LiveFollower(name, like, room, client, { seq, snapshot });
  }

  /** Waits until all events up to `seq` have come. @returns the state they lead to; events must have no gaps */
  async stateAt(seq: number): Promise<Snapshot> {
    const events = await waitFor(
      () => {
        const ordered = this.eventsAfter(this.first.seq);
        return (ordered.at(-1)?.seq ?? this.first.seq) >= seq ? ordered : undefined;
      },
      { what: `event ${seq} of ${this.room} for ${this.name}` },
    );
    const numbers = events.map((event) => event.seq);
    const wanted = numbers.map((_, n) => this.first.seq + 1 + n);
    if (numbers.join() !== wanted.join()) throw new Error(`gaps in ${this.room}: ${numbers.join()}`);
    return events
      .filter((event) => event.seq <= seq)
      .reduce((state, event) => applyEvent(this.room, state, event), this.first.snapshot);
  }

  close(): void {
    this.client.close();
  }

  /** An event may come twice, from the snapshot's moment or a new leader; its number tells. */
  private eventsAfter(seq: number): LiveEvent[] {
    const bySeq = new Map(this.client.events.map((event) => [event.seq, event]));
    return [...bySeq.values()].filter((event) => event.seq > seq).sort((a, b) => a.seq - b.seq);
  }
}

/** The snapshot that a new client is given. */
export async function freshSnapshot(
  like: Client,
  room: LiveRoom,
): Promise<{ seq: number; snapshot: Snapshot }> {
  const client = new Client(like.url, like.cookie);
  await client.connect();
  try {
    return await read(client, room);
  } finally {
    client.close();
  }
}

/** In the background, so that reading does not change who views a ticket. */
async function read(client: Client, room: LiveRoom): Promise<{ seq: number; snapshot: Snapshot }> {
  const answer = await client.subscribe(room, undefined, { aside: true });
  if (!answer.ok || !('snapshot' in answer)) throw new Error(`no snapshot of ${room}`);
  return { seq: answer.seq, snapshot: answer.snapshot };
}

/**
 * Compares the state of every follower with a new snapshot of its room.
 * @param waitUntilIdle waits until every event was dispatched
 * @returns the first difference that stays, as state and snapshot; null when there is none
 */
export async function findDifference(
  followers: LiveFollower[],
  waitUntilIdle: () => Promise<void>,
): Promise<{ room: LiveRoom; state: unknown; snapshot: unknown } | null> {
  const compare = async (follower: LiveFollower) => {
    const { owner, room } = follower;
    await waitUntilIdle();
    const fresh = await freshSnapshot(owner, room);
    const snapshot = comparable(room, fresh.snapshot);
    const state = comparable(room, await follower.stateAt(fresh.seq));
    return isDeepStrictEqual(state, snapshot) ? null : { room, state, snapshot };
  };
  for (const follower of followers) {
    // A snapshot may be ahead of the events, by what was just written, or by who views, which is told some times a second.
    const end = performance.now() + FOLLOWS_WITHIN_MS;
    let difference = await compare(follower);
    while (difference && performance.now() < end) difference = await compare(follower);
    if (difference) return difference;
  }
  return null;
}

/** A snapshot in an order of its own and without what depends on the moment it is read at. */
function comparable(room: LiveRoom, snapshot: Snapshot): unknown {
  if (room === 'me') {
    const { presence, offers, calls } = snapshot as Snapshots['me'];
    const { id, name, state, reason, since, queues } = presence;
    return {
      presence: { id, name, state, reason, since, queues: [...queues].sort() },
      offers: sorted(offers, 'id'),
      calls: sorted(calls, 'interactionId'),
    };
  }
  if (room.startsWith('referrals:')) return snapshot;
  if (room === 'board') {
    const { queues, agents, alarms } = snapshot as Snapshots['board'];
    return {
      unserved: sorted(alarms!.unserved, 'queue'),
      targets: alarms!.targets.map((alarm) => JSON.stringify(alarm)).sort(),
      queues: queues.map(withoutMoment),
      agents: sorted(agents, 'id').map((agent) => ({ ...agent, queues: [...agent.queues].sort() })),
    };
  }
  if (room.startsWith('queue:')) return withoutMoment(snapshot as LiveQueue);
  const ticket = snapshot as Snapshots['ticket'];
  return { ...ticket, viewers: sorted(ticket.viewers, 'id') };
}

function withoutMoment({ longestWaitSeconds: _, seq: __, at: ___, ...figures }: LiveQueue) {
  return figures;
}

function sorted<T>(list: T[], key: keyof T): T[] {
  return [...list].sort((a, b) => String(a[key]).localeCompare(String(b[key])));
}
