import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type Namespace, Server, type Socket } from 'socket.io';
import { Chats } from '#wasl/channels';
import {
  CHAT_NAMESPACE,
  type ChatAnswer,
  chatRoom,
  type ServerToVisitor,
  VISITOR_TYPING,
} from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { DomainError, isUiLanguage, isUuid, type UiLanguage } from '#wasl/kernel';
import {
  createLiveAdapter,
  isForeignOrigin,
  type LiveAdapter,
  portalUrl,
  SETTINGS,
  type RunningSettings,
} from '#wasl/platform';
import { formatTicketNumber } from '#wasl/tickets';
import { plainText } from '../forms/draft.js';
import { frameOf } from '../views/frame.js';
import { PaceOfPage } from './pace-of-page.js';
import { type ShownNews, shownNews } from './shown-chat.js';
import { VisitorTokens } from './visitor-tokens.js';

/** Windows that one conversation may have open at once. */
const MOST_PAGES = 6;
const LONGEST = 4_000;

interface VisitorToServer {
  since(request: unknown, answer: (result: ChatAnswer<ShownNews>) => void): void;
  say(request: unknown, answer: (result: ChatAnswer) => void): void;
  typing(): void;
}
type VisitorSocket = Socket<VisitorToServer, ServerToVisitor>;

/** What a socket was admitted for; not in `socket.data`, which other processes can ask for. */
interface Visitor {
  /** twelve digits */
  number: string;
  language: UiLanguage;
  pace: PaceOfPage;
}

/** The sockets of visitors who chat. Each is admitted to its own conversation by a signed token, and sees nothing else. */
@Injectable()
export class ChatServer implements OnApplicationShutdown {
  private readonly logger = new Logger('Chat');
  private readonly visitors = new WeakMap<VisitorSocket, Visitor>();
  private link?: LiveAdapter;
  private server?: Server;
  private namespace?: Namespace<VisitorToServer, ServerToVisitor>;

  constructor(
    @Inject(SETTINGS) private readonly settings: RunningSettings,
    @Inject(Chats) private readonly chats: Chats,
    @Inject(VisitorTokens) private readonly tokens: VisitorTokens,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  attach(http: HttpServer): void {
    // What may have been lost between processes is asked for again by every page.
    this.link = createLiveAdapter(this.settings, () => void this.namespace?.local.emit('news'));
    this.server = new Server({
      path: '/socket.io',
      adapter: this.link.adapter,
      serveClient: false,
      transports: ['websocket'],
      maxHttpBufferSize: 32_768,
      connectTimeout: 10_000,
      pingInterval: 20_000,
      pingTimeout: 15_000,
      allowRequest: (request, decide) => decide(null, this.isOurs(request)),
    });
    this.namespace = this.server.of(CHAT_NAMESPACE);
    this.namespace.use((socket, next) => next(this.admit(socket) ? undefined : new Error('unauthorized')));
    this.namespace.on('connection', (socket) => this.welcome(socket));
    this.server.attach(http);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.server?.close();
    await this.link?.close();
  }

  private isOurs(request: IncomingMessage): boolean {
    const ours = [new URL(portalUrl(this.settings)).origin];
    return !isForeignOrigin(request.headers.origin, request.headers.host, ours);
  }

  private admit(socket: VisitorSocket): boolean {
    const { token, language } = socket.handshake.auth as { token?: unknown; language?: unknown };
    const number = this.tokens.read(token);
    if (!number) return false;
    const pages = this.namespace!.adapter.rooms.get(chatRoom(formatTicketNumber(number)))?.size ?? 0;
    if (pages >= MOST_PAGES) return false;
    const spoken = isUiLanguage(language) ? language : 'en';
    this.visitors.set(socket, { number, language: spoken, pace: new PaceOfPage() });
    return true;
  }

  private welcome(socket: VisitorSocket): void {
    const visitor = this.visitors.get(socket)!;
    const number = formatTicketNumber(visitor.number);
    void socket.join(chatRoom(number));
    socket.use((_event, next) => {
      if (visitor.pace.mayAsk(performance.now())) next();
      else socket.disconnect(true);
    });
    socket.on('since', (request, answer) => {
      if (typeof answer === 'function') void this.answer(() => this.since(visitor, request)).then(answer);
    });
    socket.on('say', (request, answer) => {
      if (typeof answer === 'function') void this.answer(() => this.say(visitor, request)).then(answer);
    });
    socket.on('typing', () => {
      if (visitor.pace.maySay(performance.now())) this.namespace!.serverSideEmit(VISITOR_TYPING, number);
    });
  }

  private async since(visitor: Visitor, request: unknown): Promise<ShownNews> {
    const { after } = (request ?? {}) as { after?: unknown };
    const news = await this.chats.news(visitor.number, typeof after === 'string' ? after : null);
    return shownNews(news, frameOf(visitor.language, this.country));
  }

  private async say(visitor: Visitor, request: unknown): Promise<object> {
    const { id, text } = (request ?? {}) as { id?: unknown; text?: unknown };
    const words = typeof text === 'string' ? plainText(text).trim() : '';
    if (typeof id !== 'string' || !isUuid(id) || words === '' || words.length > LONGEST)
      throw new DomainError('invalid', 'request.invalid');
    if (!visitor.pace.maySay(performance.now())) throw new DomainError('too_many', 'rate.limited');
    return { id: await this.chats.say(visitor.number, id, words) };
  }

  private async answer<T extends object>(work: () => Promise<T>): Promise<ChatAnswer<T>> {
    try {
      return { ok: true, ...(await work()) };
    } catch (error) {
      if (error instanceof DomainError) return { ok: false, code: error.code };
      this.logger.error((error as Error).message, (error as Error).stack, 'Chat');
      return { ok: false, code: 'internal' };
    }
  }
}
