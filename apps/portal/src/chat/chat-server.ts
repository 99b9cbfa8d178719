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
  type RunningSettings,
  SETTINGS,
  type SocketServer,
} from '#wasl/platform';
import { formatTicketNumber } from '#wasl/tickets';
import { frameOf } from '../views/frame.js';
import { CHAT_EVENTS, CHAT_RATE } from './chat-events.js';
import { type ShownNews, shownNews } from './shown-chat.js';
import { VisitorTokens } from './visitor-tokens.js';

/** Windows that one conversation may have open at once. */
const MOST_PAGES = 6;
const LARGEST_MESSAGE = 32_768;

/** What a socket was admitted for; not in `socket.data`, which other processes can ask for. */
interface Visitor {
  /** twelve digits */
  number: string;
  language: UiLanguage;
}

/** The sockets of visitors who chat. Each is admitted to its own conversation by a signed token, and sees nothing else. */
@Injectable()
export class ChatServer implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly visitors = new WeakMap<Socket, Visitor>();
  private link?: LiveAdapter;
  private server?: SocketServer;
  private namespace?: Namespace;

  constructor(
    @Inject(SETTINGS) private readonly settings: RunningSettings,
    @Inject(Chats) private readonly chats: Chats,
    @Inject(VisitorTokens) private readonly tokens: VisitorTokens,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  attach(http: HttpServer): void {
    // What may have been lost between processes is asked for again by every page.
    this.link = createLiveAdapter(this.settings, () => void this.namespace?.local.emit('news'));
    this.server = createSocketServer({
      settings: this.settings,
      origin: new URL(portalUrl(this.settings)).origin,
      maxBytes: LARGEST_MESSAGE,
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

  /** Before the HTTP server closes, which waits for the last connection. */
  beforeApplicationShutdown(): void {
    // There is no engine where nothing was attached.
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
    if (pages >= MOST_PAGES) throw new ConnectionRefused('unauthorized');
    this.visitors.set(socket, { number, language: isUiLanguage(language) ? language : 'en' });
    await socket.join(room);
  }

  private async since(visitor: Visitor, after: string | null): Promise<ShownNews> {
    const news = await this.chats.news(visitor.number, after);
    return shownNews(news, frameOf(visitor.language, this.country));
  }

  private async say(visitor: Visitor, { id, text }: { id: string; text: string }): Promise<object> {
    return { id: await this.chats.say(visitor.number, id, text) };
  }
}
