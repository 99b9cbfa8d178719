import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { parseCookie } from 'cookie';
import { type Namespace, Server } from 'socket.io';
import {
  CHAT_NAMESPACE,
  chatRoom,
  type ClientToServer,
  LIVE_BATCH,
  LIVE_NAMESPACE,
  type ServerToClient,
  type SubscribeAnswer,
  VISITOR_TYPING,
} from '#wasl/contracts';
import { DomainError } from '#wasl/kernel';
import {
  apiUrl,
  Authenticator,
  createLiveAdapter,
  isForeignOrigin,
  type LiveAdapter,
  LiveRepeater,
  sendOnly,
  LiveStore,
  type Principal,
  SESSION_COOKIE,
  type StoredLiveEvent,
  SETTINGS,
  type RunningSettings,
} from '#wasl/platform';
import { Rooms } from './rooms.js';
import { type LiveSocket, Viewers } from './viewers.js';

/** More rooms than any screen shows at once. */
const MOST_ROOMS = 200;
const RECHECK_MS = 60_000;
const PATIENCE_MS = 1_000;
/** a socket that does not read is cut rather than buffered for */
const MOST_BUFFERED = 1_000_000;

/** The live namespace: sockets sign in, enter rooms, and are told what happens there. */
@Injectable()
export class LiveServer implements OnApplicationShutdown {
  private readonly logger = new Logger('Live');
  private readonly link: LiveAdapter;
  private readonly server: Server;
  private readonly namespace: Namespace<ClientToServer, ServerToClient, BetweenServers>;
  private readonly chats: Namespace;
  private readonly recheck: NodeJS.Timeout;
  private readonly repeater: LiveRepeater;
  /** not in `socket.data`, which other processes can ask for */
  private readonly signedIn = new WeakMap<LiveSocket, { caller: Principal; credential: Credential }>();

  constructor(
    @Inject(SETTINGS) private readonly settings: RunningSettings,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(Rooms) private readonly rooms: Rooms,
    @Inject(Viewers) private readonly viewers: Viewers,
    @Inject(LiveStore) store: LiveStore,
  ) {
    // Other processes know for themselves whether they missed something.
    this.repeater = new LiveRepeater(store, (events) => this.deliver(events));
    this.link = createLiveAdapter(settings, (since) => this.repeater.doubt(since));
    this.server = new Server({
      path: '/socket.io',
      adapter: this.link.adapter,
      serveClient: false,
      maxHttpBufferSize: 16_384,
      pingInterval: 20_000,
      pingTimeout: 15_000,
      allowRequest: (request, decide) => decide(null, this.isOurs(request)),
    });
    // Visitors who chat are connected to the portal; from here they are only told that somebody writes.
    this.chats = sendOnly(this.server, CHAT_NAMESPACE);
    this.chats.on(VISITOR_TYPING, (number: string) => {
      this.namespace.local.to(`ticket:${number}`).emit('typing', { number });
    });
    this.namespace = this.server.of(LIVE_NAMESPACE);
    this.namespace.use((socket, next) => {
      this.signIn(socket as unknown as LiveSocket).then(
        () => next(),
        (error: Error) => next(error),
      );
    });
    this.namespace.on('connection', (socket) => this.welcome(socket as unknown as LiveSocket));
    this.namespace.on(LIVE_BATCH, (events) => this.deliver(events));
    this.viewers.lookIn((room) => this.socketsIn(room));
    this.recheck = setInterval(() => void this.recheckAll(), RECHECK_MS);
    this.recheck.unref();
  }

  attach(http: HttpServer): void {
    this.server.attach(http);
  }

  /** Sign-out and disabling end sockets too, in every process. */
  endSession(sessionId: string): void {
    this.namespace.in(`session:${sessionId}`).disconnectSockets(true);
  }

  /** The same for every session and token of a person, but for one that may stay. */
  endPerson(staffId: string, exceptSessionId?: string): void {
    const sockets = this.namespace.in(`person:${staffId}`);
    (exceptSessionId ? sockets.except(`session:${exceptSessionId}`) : sockets).disconnectSockets(true);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.recheck);
    this.repeater.stop();
    await this.server.close();
    await this.link.close();
  }

  /** Whose consoles are connected to this process. */
  people(): string[] {
    const sockets = [...this.namespace.sockets.values()] as unknown as LiveSocket[];
    const callers = sockets.flatMap((socket) => this.signedIn.get(socket)?.caller ?? []);
    return [...new Set(callers.flatMap((caller) => (caller.sessionId ? [caller.id] : [])))];
  }

  /** To those who are in the rooms, in this process. */
  private deliver(events: readonly StoredLiveEvent[]): void {
    for (const { room, event } of events) this.namespace.local.to(room).emit('event', event);
  }

  /** Asks all processes; one that has just died does not answer, and then what this one knows must do. */
  private async socketsIn(room: string): Promise<Pick<LiveSocket, 'id' | 'data'>[]> {
    const everywhere = this.namespace.in(room).timeout(PATIENCE_MS).fetchSockets();
    const found = await everywhere.catch(() => this.namespace.local.in(room).fetchSockets());
    return found as unknown as Pick<LiveSocket, 'id' | 'data'>[];
  }

  private isOurs(request: IncomingMessage): boolean {
    return !isForeignOrigin(request.headers.origin, request.headers.host, [
      new URL(apiUrl(this.settings)).origin,
    ]);
  }

  private async signIn(socket: LiveSocket): Promise<void> {
    const credential = credentialOf(socket);
    const caller = credential && (await this.find(credential));
    if (!caller) throw new Error('unauthorized');
    this.signedIn.set(socket, { caller, credential });
    socket.data = { person: { id: caller.id, name: caller.name }, typing: null };
    await socket.join([`session:${caller.sessionId}`, `person:${caller.id}`]);
  }

  private callerOf(socket: LiveSocket): Principal {
    return this.signedIn.get(socket)!.caller;
  }

  private find(credential: Credential): Promise<Principal | null> {
    return credential.kind === 'token'
      ? this.authenticator.byToken(credential.value)
      : this.authenticator.bySession(credential.value);
  }

  private welcome(socket: LiveSocket): void {
    socket.on('subscribe', (request, answer) => {
      if (typeof answer !== 'function') return;
      void this.subscribe(socket, request).then(answer);
    });
    socket.on('unsubscribe', (request, answer) => {
      void this.unsubscribe(socket, request).then((result) => typeof answer === 'function' && answer(result));
    });
    socket.on('typing', (request) => {
      const number = String(request?.number ?? '').slice(0, 40);
      if (socket.rooms.has(`ticket:${number}`)) this.chats.to(chatRoom(number)).emit('typing');
      void this.viewers.typing(socket, number);
    });
    socket.on('disconnecting', () => void this.viewers.left(socket, [...socket.rooms]));
  }

  private async subscribe(socket: LiveSocket, request: unknown): Promise<SubscribeAnswer> {
    try {
      const { room: name, since, aside } = (request ?? {}) as Record<string, unknown>;
      if (socket.rooms.size >= MOST_ROOMS) throw new DomainError('too_many', 'room.too_many');
      if (this.isChoking(socket)) throw new DomainError('too_many', 'room.slow');
      const room = await this.rooms.open(name, this.callerOf(socket));
      const isSeen = this.viewers.place(socket, room.stored, aside === true);
      // Entering before reading: what happens in between arrives twice rather than never; `seq` tells.
      await socket.join(room.stored);
      const answer = await this.rooms.catchUp(room, since, this.callerOf(socket));
      if (room.kind !== 'ticket') return answer;
      const viewers = await this.viewers.entered(room.stored, isSeen);
      return 'snapshot' in answer
        ? { ...answer, snapshot: { ...answer.snapshot, viewers } as never }
        : answer;
    } catch (error) {
      return this.refusal(error);
    }
  }

  private async unsubscribe(socket: LiveSocket, request: unknown): Promise<{ ok: boolean; code?: string }> {
    try {
      const room = await this.rooms.open(
        (request as { room?: unknown } | undefined)?.room,
        this.callerOf(socket),
      );
      await socket.leave(room.stored);
      await this.viewers.left(socket, [room.stored]);
      return { ok: true };
    } catch (error) {
      return this.refusal(error);
    }
  }

  private refusal(error: unknown): { ok: false; code: string } {
    if (error instanceof DomainError) return { ok: false, code: error.code };
    this.logger.error((error as Error).message, (error as Error).stack, 'Live');
    return { ok: false, code: 'internal' };
  }

  private isChoking(socket: LiveSocket): boolean {
    const transport = socket.conn.transport as unknown as { socket?: { bufferedAmount?: number } };
    return (transport.socket?.bufferedAmount ?? 0) > MOST_BUFFERED;
  }

  /** Sessions end by time, accounts are disabled, tokens revoked: their sockets go within a minute. */
  private async recheckAll(): Promise<void> {
    for (const socket of this.namespace.sockets.values() as unknown as Iterable<LiveSocket>) {
      try {
        if (this.isChoking(socket) || !(await this.find(this.signedIn.get(socket)!.credential)))
          socket.disconnect(true);
      } catch (error) {
        this.logger.warn(`sockets not rechecked: ${(error as Error).message}`);
        return;
      }
    }
  }
}

/** What processes tell each other about this namespace. */
interface BetweenServers {
  [LIVE_BATCH]: (events: readonly StoredLiveEvent[]) => void;
}

interface Credential {
  kind: 'token' | 'session';
  value: string;
}

function credentialOf(socket: LiveSocket): Credential | null {
  const { token } = socket.handshake.auth as { token?: unknown };
  if (typeof token === 'string') return { kind: 'token', value: token };
  const session = parseCookie(socket.handshake.headers.cookie ?? '')[SESSION_COOKIE];
  return session ? { kind: 'session', value: session } : null;
}
