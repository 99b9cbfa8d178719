import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { ariFrame, type FakeChannel, recordedChannel } from './frames.js';

interface Answer {
  status: number;
  body?: unknown;
}
const NO_CONTENT: Answer = { status: 204 };
const notFound = (what: string): Answer => ({ status: 404, body: { message: `${what} not found` } });

/**
 * A fake Asterisk with its REST interface (ARI): channels, bridges, one application with one
 * websocket. Channels neither created nor subscribed through it only get StasisEnd, as recorded.
 */
export class FakeAri {
  readonly requests: { method: string; path: string; query: Record<string, string>; body: unknown }[] = [];
  readonly channels = new Map<string, FakeChannel>();
  readonly bridges = new Map<string, Set<string>>();
  readonly music = new Set<string>();
  readonly recordings = new Map<string, 'recording' | 'paused'>();
  /** files of recordings that have ended */
  readonly stored = new Map<string, Buffer>();
  /** what it records */
  sound: Buffer = Buffer.alloc(0);
  private readonly followed = new Set<string>();
  private readonly linked = new Map<string, string>();
  private readonly server: Server;
  private readonly sockets = new WebSocketServer({ noServer: true });
  private live?: WebSocket;
  /** extensions without a registered telephone */
  readonly unknownExtensions = new Set<string>();
  private count = 0;
  /** when it was started, as it says */
  startupTime = '2026-11-20T06:00:00.000+0000';
  /** number of connections of the application */
  connections = 0;
  port = 0;

  constructor(
    readonly app: string,
    private readonly user: string,
    public password: string,
  ) {
    this.server = createServer((request, response) => void this.serve(request, response));
    this.server.on('upgrade', (request, socket, head) => {
      const url = new URL(request.url!, 'http://pbx');
      if (!this.allowed(request, url)) return socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      if (url.pathname !== '/ari/events' || url.searchParams.get('app') !== this.app)
        return socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
      this.sockets.handleUpgrade(request, socket, head, (ws) => {
        // The previous websocket stays open but gets no more events.
        this.live?.send(JSON.stringify({ type: 'ApplicationReplaced', application: this.app }));
        this.live = ws;
        this.connections++;
        ws.on('close', () => {
          if (this.live === ws) this.live = undefined;
        });
      });
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
    return `http://${this.user}:${this.password}@127.0.0.1:${this.port}`;
  }

  get isWatched(): boolean {
    return this.live !== undefined;
  }

  /** The websocket ends without a close frame, as when a machine dies. */
  cut(): void {
    this.live?.terminate();
    this.live = undefined;
  }

  /** It dies with all its calls and is started again: no event tells of them. */
  crashes(): void {
    this.channels.clear();
    this.bridges.clear();
    this.startupTime = new Date().toISOString().replace('Z', '+0000');
    this.cut();
  }

  async close(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  send(event: object): void {
    this.live?.send(JSON.stringify(event));
  }

  /** An inbound call that the dialplan passes to the application. @returns the channel's id */
  arrives(call: {
    from: string;
    exten?: string;
    args?: string[];
    linkedId?: string;
    silently?: boolean;
  }): string {
    const id = `${Math.floor(Date.now() / 1000)}.${++this.count}`;
    const args = call.args ?? ['inbound', call.exten ?? '700'];
    const channel: FakeChannel = {
      ...recordedChannel(),
      id,
      name: `PJSIP/trunk-${this.count.toString(16).padStart(8, '0')}`,
      state: 'Up',
      caller: { name: '', number: call.from },
      dialplan: {
        context: 'to-stasis',
        exten: call.exten ?? '700',
        priority: 2,
        app_name: 'Stasis',
        app_data: [this.app, ...args].join(','),
      },
      creationtime: new Date().toISOString().replace('Z', '+0000'),
    };
    this.channels.set(id, channel);
    this.linked.set(id, call.linkedId ?? id);
    if (!call.silently) this.send(ariFrame('StasisStart', channel, { args }));
    return id;
  }

  /** The ringing channel of an extension. */
  ringingAt(extension: string): FakeChannel | undefined {
    return [...this.channels.values()].find(
      (channel) => channel.state === 'Ringing' && channel.name.startsWith(`PJSIP/${extension}-`),
    );
  }

  picksUp(extension: string): string {
    const channel = this.ringingAt(extension)!;
    channel.state = 'Up';
    this.send(ariFrame('ChannelStateChange', channel));
    const [, ...args] = channel.dialplan.app_data.split(',');
    this.send(ariFrame('StasisStart', channel, { args }));
    return channel.id;
  }

  doesNotPickUp(extension: string, cause = 19): void {
    this.destroy(this.ringingAt(extension)!.id, cause, 'No Answer');
  }

  /** Reports the end of a channel, as of those that we made. */
  follow(id: string): void {
    this.followed.add(id);
  }

  /** The party of this channel hangs up. */
  hangsUp(id: string): void {
    const channel = this.channels.get(id);
    if (!channel) return;
    this.send(ariFrame('ChannelHangupRequest', channel));
    const talking = [...this.bridges.values()].some((bridge) => bridge.has(id) && bridge.size > 1);
    this.destroy(id, talking ? 16 : 0, talking ? 'Normal Clearing' : 'Unknown');
  }

  /** Ends a channel without an event, as during a lost connection. */
  vanishes(id: string): void {
    this.channels.delete(id);
  }

  private destroy(id: string, cause: number, text: string): void {
    const channel = this.channels.get(id);
    if (!channel) return;
    for (const bridge of this.bridges.values()) bridge.delete(id);
    this.channels.delete(id);
    if (channel.dialplan.app_name === 'Stasis' && channel.state === 'Up')
      this.send(ariFrame('StasisEnd', channel));
    if (this.followed.has(id)) this.send(ariFrame('ChannelDestroyed', channel, { cause, cause_txt: text }));
  }

  private allowed(request: IncomingMessage, url: URL): boolean {
    const expected = `${this.user}:${this.password}`;
    const [scheme, value] = (request.headers.authorization ?? '').split(' ');
    if (scheme === 'Basic') return Buffer.from(value ?? '', 'base64').toString() === expected;
    return url.searchParams.get('api_key') === expected;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, 'http://pbx');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const query = Object.fromEntries(url.searchParams);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    if (!this.allowed(request, url)) {
      response.writeHead(401).end(JSON.stringify({ message: 'Authentication required' }));
      return;
    }
    this.requests.push({ method: request.method!, path: url.pathname, query, body });
    const parts = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
    const answer = this.answer(request.method!, parts.slice(1), query, body);
    if (Buffer.isBuffer(answer.body)) {
      response.writeHead(answer.status, { 'content-type': 'audio/wav' }).end(answer.body);
      return;
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  }

  private answer(method: string, parts: string[], query: Record<string, string>, body: unknown): Answer {
    const [what, id, part] = parts;
    switch (what) {
      case 'channels':
        if (!id) return method === 'GET' ? this.list() : this.originate(query, body);
        return this.channels.has(id) ? this.onChannel(method, id, part, query) : notFound('Channel');
      case 'bridges':
        return this.onBridge(method, id, part, query);
      case 'asterisk':
        return { status: 200, body: { status: { startup_time: this.startupTime } } };
      case 'applications':
        this.followed.add(query.eventSource!.replace('channel:', ''));
        return { status: 200, body: { name: this.app } };
      case 'recordings':
        if (parts[1] === 'stored') return this.onStored(method, parts[2]!, parts[3]);
        return this.onRecording(method, parts[2]!, parts[3]);
      default:
        return notFound('Resource');
    }
  }

  private list(): Answer {
    return { status: 200, body: [...this.channels.values()] };
  }

  private originate(query: Record<string, string>, body: unknown): Answer {
    const extension = /^PJSIP\/(.+)$/.exec(query.endpoint ?? '')?.[1];
    if (!extension || this.unknownExtensions.has(extension)) {
      return { status: 500, body: { message: 'Allocation failed' } };
    }
    const id = query.channelId ?? `made.${++this.count}`;
    const channel: FakeChannel = {
      ...recordedChannel(),
      id,
      name: `PJSIP/${extension}-${(++this.count).toString(16).padStart(8, '0')}`,
      state: 'Ringing',
      caller: { name: '', number: (body as { callerId?: string } | undefined)?.callerId ?? '' },
      dialplan: {
        context: 'internal',
        exten: 's',
        priority: 1,
        app_name: 'Stasis',
        app_data: `${query.app},${query.appArgs}`,
      },
    };
    this.channels.set(id, channel);
    this.followed.add(id);
    return { status: 200, body: channel };
  }

  private onChannel(
    method: string,
    id: string,
    part: string | undefined,
    query: Record<string, string>,
  ): Answer {
    const channel = this.channels.get(id)!;
    switch (`${method} ${part ?? ''}`) {
      case 'GET variable':
        return { status: 200, body: { value: this.linked.get(id) ?? id } };
      case 'POST answer':
        channel.state = 'Up';
        return NO_CONTENT;
      case 'POST moh':
        this.music.add(id);
        return NO_CONTENT;
      case 'DELETE moh':
        this.music.delete(id);
        return NO_CONTENT;
      case 'POST continue':
        channel.dialplan = { ...channel.dialplan, app_name: 'Playback', app_data: 'closed' };
        this.send(ariFrame('StasisEnd', channel));
        return NO_CONTENT;
      case 'DELETE ':
        setImmediate(() => this.destroy(id, query.reason === 'busy' ? 17 : 16, 'Normal Clearing'));
        return NO_CONTENT;
      default:
        return { status: 405, body: { message: 'Invalid method' } };
    }
  }

  private onBridge(
    method: string,
    id: string | undefined,
    part: string | undefined,
    query: Record<string, string>,
  ): Answer {
    if (!id) {
      this.bridges.set(query.bridgeId!, new Set());
      return { status: 200, body: { id: query.bridgeId, technology: 'simple_bridge', channels: [] } };
    }
    const bridge = this.bridges.get(id);
    if (!bridge) return notFound('Bridge');
    const channels = (query.channel ?? '').split(',').filter(Boolean);
    if (channels.some((channel) => !this.channels.has(channel))) {
      return { status: 400, body: { message: 'Channel not found' } };
    }
    switch (`${method} ${part ?? ''}`) {
      case 'POST addChannel':
        channels.forEach((channel) => bridge.add(channel));
        return NO_CONTENT;
      case 'POST removeChannel':
        channels.forEach((channel) => bridge.delete(channel));
        return NO_CONTENT;
      case 'POST record':
        this.recordings.set(query.name!, 'recording');
        return { status: 201, body: { name: query.name, format: query.format, state: 'recording' } };
      case 'DELETE ':
        this.bridges.delete(id);
        // Its recordings end with it.
        for (const name of [...this.recordings.keys()]) this.endRecording(name);
        return NO_CONTENT;
      default:
        return { status: 405, body: { message: 'Invalid method' } };
    }
  }

  private onRecording(method: string, name: string, part: string | undefined): Answer {
    if (!this.recordings.has(name)) return notFound('Recording');
    if (part === 'pause') this.recordings.set(name, method === 'POST' ? 'paused' : 'recording');
    if (part === 'stop') this.endRecording(name);
    return NO_CONTENT;
  }

  private endRecording(name: string): void {
    this.recordings.delete(name);
    this.stored.set(name, this.sound);
  }

  private onStored(method: string, name: string, part: string | undefined): Answer {
    const file = this.stored.get(name);
    if (!file) return notFound('Recording');
    if (method === 'GET' && part === 'file') return { status: 200, body: file };
    if (method === 'DELETE' && part === undefined) this.stored.delete(name);
    return NO_CONTENT;
  }
}
