import type { Server as HttpServer } from 'node:http';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import { Chats } from '#wasl/channels';
import { CHAT_NAMESPACE, chatRoom, VISITOR_TYPING } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { isUiLanguage, type UiLanguage } from '#wasl/kernel';
import {
  ConnectionRefused,
  createLiveAdapter,
  createSocketServer,
  type LiveAdapter,
  openNamespace,
  portalUrl,
  type RuntimeSettings,
  SETTINGS,
  type SocketServer,
} from '#wasl/platform';
import { formatTicketNumber } from '#wasl/tickets';
import { pageContextOf } from '../views/page-context.js';
import { CHAT_EVENTS, CHAT_RATE } from './chat-events.js';
import { type ChatUpdateView, chatUpdateView } from './chat-view.js';
import { VisitorTokens } from './visitor-tokens.js';

/** Browser windows that may have one conversation open at the same time. */
const MAX_PAGES = 6;
const MAX_MESSAGE_BYTES = 32_768;

/** What a socket was admitted for. Not in `socket.data`, because other processes can read that. */
interface Visitor {
  /** twelve digits */
  number: string;
  language: UiLanguage;
}

/** Sockets of chat visitors. A signed token admits each to its own conversation only. */
@Injectable()
export class ChatServer implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly visitors = new WeakMap<Socket, Visitor>();
  private link?: LiveAdapter;
  private server?: SocketServer;
  private namespace?: Namespace;

  constructor(
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(Chats) private readonly chats: Chats,
    @Inject(VisitorTokens) private readonly tokens: VisitorTokens,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  attach(http: HttpServer): void {
    // Messages between processes may have been lost, so every page asks for updates again.
    this.link = createLiveAdapter(this.settings, () => void this.namespace?.local.emit('news'));
    this.server = createSocketServer({
      settings: this.settings,
      origin: new URL(portalUrl(this.settings)).origin,
      maxBytes: MAX_MESSAGE_BYTES,
      adapter: this.link.adapter,
      transports: ['websocket'],
    });
    this.namespace = openNamespace<typeof CHAT_EVENTS, Socket>(this.server.io, CHAT_NAMESPACE, {
      events: CHAT_EVENTS,
      rate: CHAT_RATE,
      admit: (socket) => this.admit(socket),
      handlers: {
        since: (socket, { after }) => this.since(this.visitors.get(socket)!, after ?? null),
        say: (socket, said) => this.say(this.visitors.get(socket)!, said),
        typing: (socket) => {
          const number = formatTicketNumber(this.visitors.get(socket)!.number);
          this.namespace!.serverSideEmit(VISITOR_TYPING, number);
        },
      },
    });
    this.server.attach(http);
  }

  /** Runs before the HTTP server closes, because that waits for the last connection. */
  beforeApplicationShutdown(): void {
    // The engine is missing when no server was attached.
    (this.server?.io.engine as { close(): void } | undefined)?.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.server?.io.close();
    await this.link?.close();
  }

  private async admit(socket: Socket): Promise<void> {
    const { token, language } = (socket.handshake.auth ?? {}) as { token?: unknown; language?: unknown };
    const number = this.tokens.read(token);
    if (!number) throw new ConnectionRefused('unauthorized');
    const room = chatRoom(formatTicketNumber(number));
    const pages = this.namespace!.adapter.rooms.get(room)?.size ?? 0;
    if (pages >= MAX_PAGES) throw new ConnectionRefused('unauthorized');
    this.visitors.set(socket, { number, language: isUiLanguage(language) ? language : 'en' });
    await socket.join(room);
  }

  private async since(visitor: Visitor, after: string | null): Promise<ChatUpdateView> {
    const news = await this.chats.poll(visitor.number, after);
    return chatUpdateView(news, pageContextOf(visitor.language, this.country));
  }

  private async say(visitor: Visitor, { id, text }: { id: string; text: string }): Promise<object> {
    return { id: await this.chats.addMessage(visitor.number, id, text) };
  }
}
