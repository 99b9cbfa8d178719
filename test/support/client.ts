import { io, type Socket } from 'socket.io-client';
import type { LiveEvent, LiveRoom, LiveType, SubscribeAnswer } from '#wasl/contracts';
import { waitFor } from '#wasl/testing';
import { checkConventions } from './check-conventions.js';

export interface Answer {
  status: number;
  // The shape of answers is up to each test.
  body: Record<string, unknown>;
  headers: Headers;
}

/** An HTTP and socket client of the api. */
export class Client {
  readonly events: LiveEvent[] = [];
  private socket?: Socket;

  constructor(
    readonly url: string,
    readonly cookie?: string,
  ) {}

  static async signIn(url: string, email: string, password: string): Promise<Client> {
    const answer = await new Client(url).post('/api/v1/session', { email, password });
    if (answer.status !== 200) throw new Error(`signing in answered ${answer.status}`);
    return new Client(url, answer.headers.get('set-cookie')!.split(';')[0]);
  }

  get = (path: string, headers = {}) => this.call('GET', path, undefined, headers);
  post = (path: string, body?: unknown, headers = {}) => this.call('POST', path, body, headers);
  put = (path: string, body?: unknown, headers = {}) => this.call('PUT', path, body, headers);
  patch = (path: string, body?: unknown, headers = {}) => this.call('PATCH', path, body, headers);
  delete = (path: string, headers = {}) => this.call('DELETE', path, undefined, headers);

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.cookie && { cookie: this.cookie }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const answer = (isJson && text ? JSON.parse(text) : { text }) as Answer['body'];
    if (answer !== null) checkConventions(method, path, response, answer);
    return { status: response.status, body: answer, headers: response.headers };
  }

  /** Opens the live socket. @throws the server's refusal */
  async connect(options: { auth?: object; headers?: Record<string, string> } = {}): Promise<void> {
    const headers = { ...(this.cookie && { cookie: this.cookie }), ...options.headers };
    const socket = io(`${this.url}/live`, {
      transports: ['websocket'],
      extraHeaders: headers,
      auth: options.auth,
      reconnection: false,
      forceNew: true,
    });
    this.socket = socket;
    socket.on('event', (event: LiveEvent) => this.events.push(event));
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
  }

  async subscribe(room: LiveRoom | string, since?: number, more: object = {}): Promise<SubscribeAnswer> {
    return (await this.socket!.emitWithAck('subscribe', { room, since, ...more })) as SubscribeAnswer;
  }

  get isConnected(): boolean {
    return this.socket?.connected ?? false;
  }

  emit(name: string, payload: unknown): void {
    this.socket!.emit(name, payload);
  }

  /** Waits for the first live event of a type that matches. */
  async waitForEvent<T extends LiveType>(
    type: T,
    fits: (event: LiveEvent<T>) => boolean = () => true,
  ): Promise<LiveEvent<T>> {
    const found = () =>
      this.events.find((event) => event.type === type && fits(event as LiveEvent<T>)) as
        LiveEvent<T> | undefined;
    return waitFor(found, { what: `a live message ${type}` }) as Promise<LiveEvent<T>>;
  }

  /** Waits until the visitor of a live chat types. */
  waitForTyping(number: string): Promise<void> {
    return new Promise((resolve) => {
      this.socket!.on('typing', (message: { number: string }) => message.number === number && resolve());
    });
  }

  close(): void {
    this.socket?.close();
  }
}
