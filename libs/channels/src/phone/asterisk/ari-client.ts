import { Logger } from '@nestjs/common';
import { type RawData, WebSocket } from 'ws';
import { catchAndLog } from '#wasl/platform';
import { type AriChannel, type AriEvent, parseAriEvent } from './domain/ari-events.js';
import { AsteriskRefused } from './asterisk-address.js';

const ANSWER_MS = 5_000;
const PING_MS = 15_000;
const MAX_EVENT_BYTES = 4_000_000;

/** ARI answered with an error. */
export class AriError extends Error {
  override name = 'AriError';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

type Query = Record<string, string | number | boolean | undefined>;

/** The Asterisk REST Interface: commands over HTTP, events over one websocket. */
export class AriClient {
  private readonly logger = new Logger('Asterisk');
  private readonly base: string;
  private readonly authorization: string;
  private socket?: WebSocket;

  /** @param url `http://user:pass@host:8088`, with the PBX's HTTP prefix as its path, if it has one */
  constructor(
    url: string,
    readonly app: string,
  ) {
    const { origin, pathname, username, password } = new URL(url);
    this.base = `${origin}${pathname.replace(/\/(ari\/?)?$/, '')}/ari`;
    const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    this.authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
  }

  /**
   * Opens the websocket of our application.
   * @param on.closed called once after it was open
   * @throws AsteriskRefused with a wrong name or password
   */
  open(on: { event: (event: AriEvent) => void; closed: () => void }): Promise<void> {
    const url = `${this.base.replace(/^http/, 'ws')}/events?${new URLSearchParams({ app: this.app })}`;
    const socket = new WebSocket(url, {
      headers: { authorization: this.authorization },
      handshakeTimeout: ANSWER_MS,
      maxPayload: MAX_EVENT_BYTES,
      perMessageDeflate: false,
    });
    this.socket = socket;
    return new Promise((resolve, reject) => {
      let open = false;
      socket.on('open', () => {
        open = true;
        keepAlive(socket);
        resolve();
      });
      const take = (data: RawData) => {
        const event = parseAriEvent(data.toString());
        if (event) on.event(event);
      };
      socket.on('message', catchAndLog(this.logger, 'ARI event', take));
      socket.on('unexpected-response', (request, response) => {
        request.destroy();
        reject(refusal(response.statusCode ?? 0));
      });
      // An error is always followed by the close.
      socket.on('error', (error) => reject(error));
      socket.on('close', () => (open ? on.closed() : reject(new Error('ARI closed the connection'))));
    });
  }

  close(): void {
    this.socket?.terminate();
  }

  get = <T>(path: string, query: Query = {}) => this.request<T>('GET', path, query);
  post = <T>(path: string, query: Query = {}, body?: object) => this.request<T>('POST', path, query, body);
  delete = (path: string, query: Query = {}) => this.request<void>('DELETE', path, query);

  /** Where the file of a recording that has ended is read. */
  storedRecording(name: string): { url: URL; headers: Record<string, string> } {
    return {
      url: new URL(`${this.base}${storedPath(name)}/file`),
      headers: { authorization: this.authorization },
    };
  }

  /** Nothing happens when it is gone already. */
  async removeStoredRecording(name: string): Promise<void> {
    await this.delete(storedPath(name)).catch((error: unknown) => {
      if (!(error instanceof AriError && error.status === 404)) throw error;
    });
  }

  channels(): Promise<AriChannel[]> {
    return this.get<AriChannel[]>('/channels');
  }

  /** When the PBX was started, in its own words; null when it does not say. */
  async startedAt(): Promise<string | null> {
    const info = await this.get<{ status?: { startup_time?: string } }>('/asterisk/info', {
      only: 'status',
    }).catch((error: unknown) => {
      if (error instanceof AriError) return null;
      throw error;
    });
    return info?.status?.startup_time ?? null;
  }

  /** @returns null when it has none, or the channel is gone */
  async variable(channelId: string, variable: string): Promise<string | null> {
    const path = `/channels/${encodeURIComponent(channelId)}/variable`;
    return this.get<{ value: string }>(path, { variable }).then(
      ({ value }) => value || null,
      (error: unknown) => {
        if (error instanceof AriError) return null;
        throw error;
      },
    );
  }

  /** @throws AriError, AsteriskRefused, or what the network says */
  private async request<T>(method: string, path: string, query: Query, body?: object): Promise<T> {
    const given = Object.entries(query).filter((entry) => entry[1] !== undefined);
    const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    const response = await fetch(`${this.base}${path}${search && `?${search}`}`, {
      method,
      headers: {
        authorization: this.authorization,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const text = await response.text();
    if (response.status === 401 || response.status === 403) throw refusal(response.status);
    if (!response.ok) throw new AriError(response.status, messageIn(text) ?? `HTTP ${response.status}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}

const storedPath = (name: string) => `/recordings/stored/${encodeURIComponent(name)}`;

const refusal = (status: number): Error =>
  status === 401 || status === 403
    ? new AsteriskRefused(`ARI refused the sign-in: HTTP ${status}`)
    : new Error(`ARI answered the websocket with HTTP ${status}`);

function messageIn(text: string): string | null {
  try {
    return (JSON.parse(text) as { message?: string }).message ?? null;
  } catch {
    return null;
  }
}

/** Detects a silently broken connection by a ping that is not answered. */
function keepAlive(socket: WebSocket): void {
  let answered = true;
  socket.on('pong', () => (answered = true));
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, PING_MS);
  socket.on('close', () => clearInterval(timer));
}
