import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a receiver was sent. */
export interface ReceivedMessage {
  path: string;
  headers: Record<string, string>;
  /** as it came, to the byte */
  body: string;
  id: string;
  type: string;
  data: Record<string, unknown>;
  /** number of the ticket */
  number: string | undefined;
}

type Answer = (response: ServerResponse, message: ReceivedMessage, request: IncomingMessage) => void;

/** A receiver of webhooks on this machine. By default it takes everything. */
export class WebhookReceiver {
  readonly received: ReceivedMessage[] = [];
  answer: Answer = (response) => response.writeHead(204).end();

  private constructor(
    private readonly server: Server,
    private readonly host: string,
  ) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        const { type, data } = JSON.parse(body) as Pick<ReceivedMessage, 'type' | 'data'>;
        const headers = request.headers as Record<string, string>;
        const message = {
          path: request.url ?? '',
          headers,
          body,
          id: headers['webhook-id']!,
          type,
          data,
          number: data.number as string | undefined,
        };
        this.received.push(message);
        this.answer(response, message, request);
      });
    });
  }

  static async start(host = '127.0.0.1'): Promise<WebhookReceiver> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, host, done));
    return new WebhookReceiver(server, host);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://${this.host}:${this.port}/hook`;
  }

  about(number: string): ReceivedMessage[] {
    return this.received.filter((message) => message.number === number);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
