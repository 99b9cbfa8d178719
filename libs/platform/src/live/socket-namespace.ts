import { Logger } from '@nestjs/common';
import type { Namespace, Server, Socket } from 'socket.io';
import { DomainError } from '#wasl/kernel';
import { Gate } from '../database/gate.js';
import { asDomainError } from '../http/problem.filter.js';
import { describeFault, faultTitle } from '../logging/describe-fault.js';
import { type RateLimit, RateWindow } from './rate-window.js';
import {
  type ReadPacket,
  readPacket,
  readPayload,
  type SocketEvents,
  type SocketHandlers,
} from './socket-events.js';

/** Handlers of one socket that run beside each other; the others wait their turn. */
const CONCURRENT = 8;
const TURN_WITHIN_MS = 15_000;

export interface NamespaceOptions<Events extends SocketEvents, S> {
  events: Events;
  handlers: SocketHandlers<Events, S>;
  /** @throws to refuse the socket; `unauthorized` and domain codes reach the client, other faults as `internal` */
  admit(socket: S): Promise<void> | void;
  /** the socket is in */
  entered?(socket: S): Promise<void> | void;
  /** the socket goes, from these rooms */
  leaving?(socket: S, rooms: string[]): Promise<void> | void;
  /** of all events of one socket together; one that sends `cutBeyond` more is disconnected */
  rate: RateLimit & { cutBeyond: number };
}

/** A client that is refused at the door is told this code. */
export class ConnectionRefused extends Error {
  override name = 'ConnectionRefused';
}

/**
 * Opens a namespace. Everything that its clients send goes through here: socket.io calls listeners outside of any
 * try, so that a fault in one would end the process. No listener is registered for events at all; each packet is read,
 * counted, validated and answered here, whatever is wrong with it.
 */
export function openNamespace<Events extends SocketEvents, S extends Closable>(
  server: Server,
  name: string,
  options: NamespaceOptions<Events, S>,
): Namespace {
  const logger = new Logger(`Sockets(${name})`);
  const namespace = server.of(name);
  const guarded = (what: string, work: () => Promise<void> | void) =>
    void settled(work).catch((error: unknown) => logFault(logger, what, error));

  namespace.use((socket, next) => {
    settled(() => options.admit(socket as unknown as S)).then(
      () => next(),
      (error: unknown) => next(new Error(refusalCode(logger, 'handshake', error))),
    );
  });
  namespace.on('connection', (socket: Socket) => {
    const served = socket as unknown as S;
    const receive = receiverOf(served, options, logger);
    // Never passed on: nothing listens behind this.
    socket.use((packet) => void receive(packet));
    socket.on('disconnecting', () => {
      const rooms = [...socket.rooms];
      guarded('disconnecting', () => options.leaving?.(served, rooms));
    });
    guarded('connection', () => options.entered?.(served));
  });
  return namespace;
}

/** Begins at once; a fault at once is a rejection too. */
const settled = async (work: () => Promise<void> | void): Promise<void> => work();

type Closable = Pick<Socket, 'disconnect'>;

/** @returns what takes every packet of one socket; it never throws and never rejects */
export function receiverOf<Events extends SocketEvents, S extends Closable>(
  socket: S,
  options: Pick<NamespaceOptions<Events, S>, 'events' | 'handlers' | 'rate'>,
  logger: Pick<Logger, 'error'>,
): (packet: readonly unknown[]) => Promise<void> {
  const { events, handlers, rate } = options;
  const total = new RateWindow(rate);
  const limits = new Map(
    Object.entries(events).flatMap(([name, { limit }]) => (limit ? [[name, new RateWindow(limit)]] : [])),
  );
  const turns = new Gate(CONCURRENT, TURN_WITHIN_MS);

  const outcome = async ({ name, args }: ReadPacket): Promise<object | void> => {
    if (name === null) throw new DomainError('invalid', 'event.unknown');
    const read = readPayload(events[name]!, args);
    if (!read) throw new DomainError('invalid', 'request.invalid');
    if (limits.get(name)?.excess(performance.now())) throw new DomainError('too_many', 'rate.limited');
    return turns.pass(async () => handlers[name]!(socket, read.payload as never));
  };

  return async (sent) => {
    let packet: ReadPacket | undefined;
    try {
      packet = readPacket(events, sent);
      const excess = total.excess(performance.now());
      if (excess > rate.cutBeyond) {
        socket.disconnect(true);
        return;
      }
      if (excess > 0) throw new DomainError('too_many', 'rate.limited');
      packet.answer({ ok: true, ...(await outcome(packet)) });
    } catch (error) {
      answerFault(packet, refusalCode(logger, packet?.name ?? 'unknown event', error), logger);
    }
  };
}

function answerFault(packet: ReadPacket | undefined, code: string, logger: Pick<Logger, 'error'>): void {
  try {
    packet?.answer({ ok: false, code });
  } catch (error) {
    logFault(logger, 'acknowledgement', error);
  }
}

/** What the client is told; a fault of ours is logged. */
function refusalCode(logger: Pick<Logger, 'error'>, what: string, error: unknown): string {
  if (error instanceof ConnectionRefused) return error.message;
  const known = typeof error === 'object' && error !== null ? asDomainError(error) : null;
  if (known) return known.code;
  logFault(logger, what, error);
  return 'internal';
}

export function logFault(logger: Pick<Logger, 'error'>, what: string, error: unknown): void {
  const fault = describeFault(error);
  logger.error(`${what}: ${faultTitle(fault)}`, fault.at ?? '', 'Sockets');
}
