import { Logger } from '@nestjs/common';
import type { Namespace, Server, Socket } from 'socket.io';
import { DomainError } from '#wasl/kernel';
import { Semaphore } from '../database/semaphore.js';
import { toDomainError } from '../http/problem.filter.js';
import { describeFault, faultTitle } from '../logging/describe-fault.js';
import { type RateLimit, RateWindow } from './rate-window.js';
import {
  type ParsedPacket,
  parsePacket,
  parsePayload,
  type SocketEvents,
  type SocketHandlers,
} from './socket-events.js';

/** Maximum number of concurrent handlers per socket; further events wait. */
const MAX_CONCURRENT_HANDLERS = 8;
const HANDLER_WAIT_MS = 15_000;

export interface NamespaceOptions<Events extends SocketEvents, S> {
  events: Events;
  handlers: SocketHandlers<Events, S>;
  /** @throws to refuse the socket; `unauthorized` and domain codes reach the client, other faults as `internal` */
  admit(socket: S): Promise<void> | void;
  /** called when the socket is connected */
  onConnected?(socket: S): Promise<void> | void;
  /** called when the socket disconnects, with its rooms */
  onDisconnecting?(socket: S, rooms: string[]): Promise<void> | void;
  /** limit of all events of one socket together; a socket that exceeds it by `disconnectAfterExcess` is disconnected */
  rate: RateLimit & { disconnectAfterExcess: number };
}

/** Refuses a connection; the message is the error code sent to the client. */
export class ConnectionRefused extends Error {
  override name = 'ConnectionRefused';
}

/**
 * Opens a namespace. socket.io calls listeners outside any try block, so an error in one would end the process. So no
 * listeners are registered for events: each packet is parsed, counted, validated and answered here.
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
    const typedSocket = socket as unknown as S;
    const receive = packetReceiver(typedSocket, options, logger);
    // `next` is never called: no listeners are registered.
    socket.use((packet) => void receive(packet));
    socket.on('disconnecting', () => {
      const rooms = [...socket.rooms];
      guarded('disconnecting', () => options.onDisconnecting?.(typedSocket, rooms));
    });
    guarded('connection', () => options.onConnected?.(typedSocket));
  });
  return namespace;
}

/** Starts immediately and turns synchronous errors into rejections. */
const settled = async (work: () => Promise<void> | void): Promise<void> => work();

type Closable = Pick<Socket, 'disconnect'>;

/** @returns a function that handles every packet of one socket; it never throws and never rejects */
export function packetReceiver<Events extends SocketEvents, S extends Closable>(
  socket: S,
  options: Pick<NamespaceOptions<Events, S>, 'events' | 'handlers' | 'rate'>,
  logger: Pick<Logger, 'error'>,
): (packet: readonly unknown[]) => Promise<void> {
  const { events, handlers, rate } = options;
  const total = new RateWindow(rate);
  const limits = new Map(
    Object.entries(events).flatMap(([name, { limit }]) => (limit ? [[name, new RateWindow(limit)]] : [])),
  );
  const semaphore = new Semaphore(MAX_CONCURRENT_HANDLERS, HANDLER_WAIT_MS);

  const handle = async ({ name, args }: ParsedPacket): Promise<object | void> => {
    if (name === null) throw new DomainError('invalid', 'event.unknown');
    const read = parsePayload(events[name]!, args);
    if (!read) throw new DomainError('invalid', 'request.invalid');
    if (limits.get(name)?.excess(performance.now())) throw new DomainError('too_many', 'rate.limited');
    return semaphore.run(async () => handlers[name]!(socket, read.payload as never));
  };

  return async (sent) => {
    let packet: ParsedPacket | undefined;
    try {
      packet = parsePacket(events, sent);
      const excess = total.excess(performance.now());
      if (excess > rate.disconnectAfterExcess) {
        socket.disconnect(true);
        return;
      }
      if (excess > 0) throw new DomainError('too_many', 'rate.limited');
      packet.answer({ ok: true, ...(await handle(packet)) });
    } catch (error) {
      answerFault(packet, refusalCode(logger, packet?.name ?? 'unknown event', error), logger);
    }
  };
}

function answerFault(packet: ParsedPacket | undefined, code: string, logger: Pick<Logger, 'error'>): void {
  try {
    packet?.answer({ ok: false, code });
  } catch (error) {
    logFault(logger, 'acknowledgement', error);
  }
}

/** The error code sent to the client; internal errors are logged. */
function refusalCode(logger: Pick<Logger, 'error'>, what: string, error: unknown): string {
  if (error instanceof ConnectionRefused) return error.message;
  const known = typeof error === 'object' && error !== null ? toDomainError(error) : null;
  if (known) return known.code;
  logFault(logger, what, error);
  return 'internal';
}

export function logFault(logger: Pick<Logger, 'error'>, what: string, error: unknown): void {
  const fault = describeFault(error);
  logger.error(`${what}: ${faultTitle(fault)}`, fault.at ?? '', 'Sockets');
}
