import type { Server as HttpServer } from 'node:http';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Namespace } from 'socket.io';
import { z } from 'zod';
import {
  CHAT_NAMESPACE,
  chatRoom,
  LIVE_BATCH,
  LIVE_NAMESPACE,
  type ServerToClient,
  VISITOR_TYPING,
} from '#wasl/contracts';
import {
  apiUrl,
  Authenticator,
  ConnectionRefused,
  createLiveAdapter,
  createSocketServer,
  onPeerMessage,
  type LiveAdapter,
  LiveGapFiller,
  LiveStore,
  Metrics,
  openNamespace,
  type Principal,
  RoomOrder,
  type RuntimeSettings,
  openSendOnlyNamespace,
  SETTINGS,
  type SocketServer,
  STORED_LIVE_EVENTS_SCHEMA,
  type StoredLiveEvent,
  type StoredRoom,
} from '#wasl/platform';
import { TicketAccess } from '#wasl/tickets';
import { type Credential, credentialOf } from './live-credentials.js';
import { LIVE_EVENTS, LIVE_RATE } from './live-events.js';
import { isWriteBufferFull, Subscriptions } from './subscriptions.js';
import { type LiveSocket, Viewers } from './viewers.js';

const RECHECK_MS = 60_000;
const PATIENCE_MS = 1_000;
const MAX_MESSAGE_BYTES = 16_384;

/** The service, queue or owner of a ticket says who may read it. */
const mayCloseWalls = ({ changed }: { changed: string[] }) =>
  ['serviceId', 'queueId', 'assigneeId'].some((name) => changed.includes(name));

const hasSameReach = (one: Principal, other: Principal) =>
  one.entityId === other.entityId &&
  one.groups.length === other.groups.length &&
  one.groups.every((group) => other.groups.includes(group));

/** The live namespace: authenticates sockets, lets them subscribe to rooms, and delivers events. */
@Injectable()
export class LiveServer implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('Live');
  private readonly link: LiveAdapter;
  private readonly server: SocketServer;
  private readonly namespace: Namespace<Record<string, never>, ServerToClient>;
  private readonly chats: Namespace;
  private readonly recheck: NodeJS.Timeout;
  private readonly repeater: LiveGapFiller;
  private readonly order: RoomOrder;
  /** not in `socket.data`, because other processes can read that */
  private readonly signedIn = new WeakMap<LiveSocket, { caller: Principal; credential: Credential }>();

  constructor(
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(Subscriptions) private readonly subscriptions: Subscriptions,
    @Inject(Viewers) private readonly viewers: Viewers,
    @Inject(TicketAccess) private readonly access: TicketAccess,
    @Inject(LiveStore) store: LiveStore,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {
    // Other processes detect missed messages themselves.
    this.repeater = new LiveGapFiller(store, (events) => this.order.accept(events));
    this.order = new RoomOrder(
      (event) => this.deliver(event),
      (room) => this.namespace.adapter.rooms.has(room),
      (room, seq) => store.after(room, seq),
    );
    this.link = createLiveAdapter(settings, (since) => this.repeater.markGap(since));
    this.server = createSocketServer({
      settings,
      origin: new URL(apiUrl(settings)).origin,
      maxBytes: MAX_MESSAGE_BYTES,
      adapter: this.link.adapter,
    });
    // Chat visitors are connected to the portal; this process only forwards typing notifications to them.
    this.chats = openSendOnlyNamespace(this.server.io, CHAT_NAMESPACE);
    onPeerMessage(this.chats, VISITOR_TYPING, z.string().max(40), (number) => {
      this.namespace.local.to(`ticket:${number}`).emit('typing', { number });
    });
    this.namespace = this.open();
    onPeerMessage(this.namespace as Namespace, LIVE_BATCH, STORED_LIVE_EVENTS_SCHEMA, (events) =>
      this.order.accept(events),
    );
    this.namespace.adapter.on('delete-room', (room: StoredRoom) => this.order.forget(room));
    this.viewers.useSockets({
      find: (room) => this.socketsIn(room),
      publish: async (message) => this.publish(await store.append(message)),
    });
    this.recheck = setInterval(() => void this.recheckEntitlements(), RECHECK_MS);
    this.recheck.unref();
  }

  attach(http: HttpServer): void {
    this.server.attach(http);
  }

  /** Signing out and disabling an account disconnect sockets in every process. */
  disconnectSession(sessionId: string): void {
    this.namespace.in(`session:${sessionId}`).disconnectSockets(true);
  }

  /** Disconnects all sessions and tokens of a person, except one that may stay. */
  disconnectPerson(staffId: string, exceptSessionId?: string): void {
    const sockets = this.namespace.in(`person:${staffId}`);
    (exceptSessionId ? sockets.except(`session:${exceptSessionId}`) : sockets).disconnectSockets(true);
  }

  /** Runs before the HTTP server closes, because that waits for the last connection. */
  beforeApplicationShutdown(): void {
    // The engine is missing when no server was attached.
    (this.server.io.engine as { close(): void } | undefined)?.close();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.recheck);
    this.repeater.stop();
    this.order.stop();
    await this.server.io.close();
    await this.link.close();
  }

  /** Staff whose consoles are connected to this process. */
  connectedStaffIds(): string[] {
    const callers = this.sockets().flatMap((socket) => this.signedIn.get(socket)?.caller ?? []);
    return [...new Set(callers.flatMap((caller) => (caller.sessionId ? [caller.id] : [])))];
  }

  /**
   * Disconnects sockets whose session expired, account was disabled or token was revoked. Where permissions changed, the
   * socket is disconnected too; the client reconnects and subscribes to the rooms that it may still see.
   */
  async recheckEntitlements(): Promise<void> {
    for (const socket of this.sockets()) {
      try {
        if (isWriteBufferFull(socket) || !(await this.isStillEntitled(socket))) socket.disconnect(true);
        else await this.leaveClosedRooms(socket);
      } catch (error) {
        this.logger.warn(`sockets not rechecked: ${(error as Error).message}`);
        return;
      }
    }
  }

  private open(): Namespace {
    return openNamespace<typeof LIVE_EVENTS, LiveSocket>(this.server.io, LIVE_NAMESPACE, {
      events: LIVE_EVENTS,
      rate: LIVE_RATE,
      admit: (socket) => this.signIn(socket),
      // Signed out during the handshake, when there was no socket to disconnect yet.
      onConnected: async (socket) => {
        if (!(await this.isStillEntitled(socket))) socket.disconnect(true);
      },
      onDisconnecting: (socket, rooms) => this.viewers.left(socket, rooms),
      handlers: {
        subscribe: (socket, request) =>
          this.subscriptions.subscribe(socket, this.callerOf(socket), request, this.order),
        unsubscribe: (socket, request) =>
          this.subscriptions.unsubscribe(socket, this.callerOf(socket), request),
        typing: (socket, { number }) => {
          if (socket.rooms.has(`ticket:${number}`)) this.chats.to(chatRoom(number)).emit('typing');
          return this.viewers.typing(socket, number);
        },
        probe: () => undefined,
      },
    });
  }

  private sockets(): LiveSocket[] {
    return [...this.namespace.sockets.values()] as unknown as LiveSocket[];
  }

  /** To the sockets of every api process. */
  private publish(stored: StoredLiveEvent): void {
    this.order.accept([stored]);
    (this.namespace as Namespace).serverSideEmit(LIVE_BATCH, [stored]);
    this.metrics.liveEvents.inc({ type: stored.event.type });
  }

  /** Delivers to the sockets of this process in the room. */
  private deliver({ room, event }: StoredLiveEvent): void {
    this.namespace.local.to(room).emit('event', event);
    if (event.type === 'ticket.changed' && room.startsWith('ticket:') && mayCloseWalls(event.data))
      for (const socket of this.sockets().filter(({ rooms }) => rooms.has(room)))
        void this.leaveClosedRooms(socket).catch((error: Error) =>
          this.logger.warn(`rooms not rechecked: ${error.message}`),
        );
  }

  /** Takes a socket out of the rooms of tickets that its owner may no longer read. */
  private async leaveClosedRooms(socket: LiveSocket): Promise<void> {
    const numbers = [...socket.rooms].flatMap((room) => /^ticket:(.+)$/.exec(room)?.[1] ?? []);
    if (numbers.length === 0) return;
    const digits = new Map(numbers.map((number) => [number.replaceAll('-', ''), `ticket:${number}`]));
    const readable = await this.access.readableOf([...digits.keys()], this.callerOf(socket));
    for (const number of readable) digits.delete(number);
    for (const room of digits.values()) await socket.leave(room);
    if (digits.size > 0) this.viewers.left(socket, [...digits.values()]);
  }

  /** Asks all processes. A process that has just crashed does not answer; then only this process's sockets are known. */
  private async socketsIn(room: string): Promise<Pick<LiveSocket, 'id' | 'data'>[]> {
    const everywhere = this.namespace.in(room).timeout(PATIENCE_MS).fetchSockets();
    const found = await everywhere.catch(() => this.namespace.local.in(room).fetchSockets());
    return found as unknown as Pick<LiveSocket, 'id' | 'data'>[];
  }

  private async signIn(socket: LiveSocket): Promise<void> {
    const credential = credentialOf(socket.handshake);
    const caller = credential && (await this.find(credential));
    if (!caller) throw new ConnectionRefused('unauthorized');
    const person = `person:${caller.id}`;
    const open = this.namespace.adapter.rooms.get(person)?.size ?? 0;
    if (open >= this.settings.SOCKETS_PER_USER) throw new ConnectionRefused('sockets.too_many');
    this.signedIn.set(socket, { caller, credential });
    socket.data = { person: { id: caller.id, name: caller.name }, typing: null };
    await socket.join([`session:${caller.sessionId}`, person]);
  }

  private callerOf(socket: LiveSocket): Principal {
    return this.signedIn.get(socket)!.caller;
  }

  private async isStillEntitled(socket: LiveSocket): Promise<boolean> {
    const { caller, credential } = this.signedIn.get(socket)!;
    const now = await this.find(credential);
    if (now?.permissions.size !== caller.permissions.size || !hasSameReach(now, caller)) return false;
    return [...now.permissions].every((permission) => caller.permissions.has(permission));
  }

  /** A person who must enrol a second factor first counts as not signed in here. */
  private async find(credential: Credential): Promise<Principal | null> {
    const caller =
      credential.kind === 'token'
        ? await this.authenticator.byToken(credential.value, 'look')
        : await this.authenticator.bySession(credential.value, 'look');
    return caller?.mustEnrol ? null : caller;
  }
}
