import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { SubscribeAnswer } from '#wasl/contracts';
import { DomainError } from '#wasl/kernel';
import type { Principal, RoomOrder } from '#wasl/platform';
import type { LIVE_EVENTS } from './live-events.js';
import { Rooms } from './rooms.js';
import { type LiveSocket, Viewers } from './viewers.js';

/** More rooms than any screen shows at the same time. */
const MAX_ROOMS = 200;
/** a socket that does not read is disconnected instead of buffering for it */
const MAX_BUFFERED_BYTES = 1_000_000;

type Payload<Name extends keyof typeof LIVE_EVENTS> = z.output<(typeof LIVE_EVENTS)[Name]['payload']>;

/** Subscribes and unsubscribes sockets. */
@Injectable()
export class Subscriptions {
  constructor(
    @Inject(Rooms) private readonly rooms: Rooms,
    @Inject(Viewers) private readonly viewers: Viewers,
  ) {}

  /** @throws DomainError when the room must not be joined */
  async subscribe(
    socket: LiveSocket,
    caller: Principal,
    { room: name, since, aside }: Payload<'subscribe'>,
    order: Pick<RoomOrder, 'startAt'>,
  ): Promise<SubscribeAnswer> {
    if (isWriteBufferFull(socket)) throw new DomainError('too_many', 'room.slow');
    const room = await this.rooms.open(name, caller);
    // Counted synchronously, so that parallel requests cannot exceed the limit together.
    if (socket.rooms.size >= MAX_ROOMS && !socket.rooms.has(room.stored))
      throw new DomainError('too_many', 'room.too_many');
    const isSeen = this.viewers.setPassive(socket, room.stored, aside === true);
    // Join before reading the snapshot, so that an event in between arrives twice rather than never; `seq` tells.
    await socket.join(room.stored);
    const answer = await this.rooms.catchUp(room, since, caller);
    order.startAt(room.stored, answer.seq);
    if (room.kind !== 'ticket') return answer;
    const viewers = await this.viewers.entered(room.stored, isSeen);
    return 'snapshot' in answer ? { ...answer, snapshot: { ...answer.snapshot, viewers } as never } : answer;
  }

  async unsubscribe(
    socket: LiveSocket,
    caller: Principal,
    { room: name }: Payload<'unsubscribe'>,
  ): Promise<void> {
    const room = await this.rooms.open(name, caller);
    await socket.leave(room.stored);
    this.viewers.left(socket, [room.stored]);
  }
}

export function isWriteBufferFull(socket: LiveSocket): boolean {
  const transport = socket.conn.transport as unknown as { socket?: { bufferedAmount?: number } };
  return (transport.socket?.bufferedAmount ?? 0) > MAX_BUFFERED_BYTES;
}
