import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SIGNATURE_HEADER, signatureOf, TIMESTAMP_HEADER } from '#wasl/channels';

export const GATEWAY_SECRET = 'a secret between gateway and us';

export interface AcceptedText {
  id: string;
  medium: string;
  to: string;
  text: string;
  /** the gateway's own id */
  providerId: string;
}

/** A fake gateway for SMS and WhatsApp, which accepts our messages, refuses them, or does not answer. */
export class FakeTextGateway {
  readonly accepted: AcceptedText[] = [];
  /** number of requests, including refused ones */
  requests = 0;
  /** the answer from now on; null accepts messages */
  answer: { status: number; body?: object; headers?: Record<string, string> } | null = null;
  /** called with the message before it answers */
  beforeAnswer: (text: AcceptedText) => Promise<void> = async () => undefined;
  private counter = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakeTextGateway> {
    const server = createServer();
    const gateway = new FakeTextGateway(server);
    server.on('request', (request, response) => {
      void gateway.take(request).then(({ status, body, headers }) => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(JSON.stringify(body ?? {}));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return gateway;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1/`;
  }

  /** Messages sent to a number, newest last. */
  to(number: string): AcceptedText[] {
    return this.accepted.filter((text) => text.to === number);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async take(request: IncomingMessage): Promise<NonNullable<FakeTextGateway['answer']>> {
    this.requests++;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const timestamp = String(request.headers[TIMESTAMP_HEADER]);
    if (request.headers[SIGNATURE_HEADER] !== signatureOf(GATEWAY_SECRET, timestamp, body))
      return { status: 401, body: { error: 'signature' } };
    if (request.method !== 'POST' || request.url !== '/v1/messages') return { status: 404 };
    const text = JSON.parse(body.toString('utf8')) as Omit<AcceptedText, 'providerId'>;
    if (request.headers['idempotency-key'] !== text.id) return { status: 400, body: { error: 'key' } };
    const known = this.accepted.find((one) => one.id === text.id);
    const taken = known ?? { ...text, providerId: `gw-${++this.counter}` };
    await this.beforeAnswer(taken);
    if (this.answer) return this.answer;
    if (!known) this.accepted.push(taken);
    return { status: 202, body: { id: taken.providerId } };
  }
}

/** Headers with the gateway's signature for a message to us. */
export function signedHeaders(body: string, options: { secret?: string; at?: number } = {}) {
  const timestamp = String(Math.floor((options.at ?? Date.now()) / 1000));
  return {
    'content-type': 'application/json',
    [TIMESTAMP_HEADER]: timestamp,
    [SIGNATURE_HEADER]: signatureOf(options.secret ?? GATEWAY_SECRET, timestamp, body),
  };
}
