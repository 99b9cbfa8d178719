import { waitFor } from '#wasl/testing';
import type { Client } from './client.js';
import { startSystem, type TestSystem } from './system.js';
import { type ReceivedMessage, WebhookReceiver } from './webhook-receiver.js';

export interface MadeWebhook {
  id: string;
  secret: string;
  version: number;
}

export interface Delivery {
  id: string;
  messageId: string;
  type: string;
  ticket: string | null;
  state: string;
  attempts: number;
  nextAttemptAt: string | null;
  lastStatus: number | null;
  lastError: string | null;
  response: string | null;
}

const PATH = '/api/v1/admin/webhooks';

/** A system with a worker that may send to 127.0.0.1, and to no other address of this machine. */
export class WebhookSystem {
  private readonly receivers: WebhookReceiver[] = [];

  private constructor(
    readonly system: TestSystem,
    readonly admin: Client,
  ) {}

  /** @param consoleFolder where the console is served from */
  static async start(consoleFolder?: string): Promise<WebhookSystem> {
    const system = await startSystem(
      { root: { role: 'administrator' }, mona: {} },
      { worker: true, consoleFolder, env: { WEBHOOK_ALLOW: '127.0.0.1/32' } },
    );
    return new WebhookSystem(system, await system.signInAs('root'));
  }

  async stop(): Promise<void> {
    await this.system.stop();
    await Promise.all(this.receivers.map((receiver) => receiver.stop()));
  }

  async receiver(host?: string): Promise<WebhookReceiver> {
    const receiver = await WebhookReceiver.start(host);
    this.receivers.push(receiver);
    return receiver;
  }

  async create(url: string, events: string[], more: object = {}): Promise<MadeWebhook> {
    const { status, body } = await this.admin.post(PATH, { url, events, ...more });
    if (status !== 201) throw new Error(`making a webhook answered ${status}: ${JSON.stringify(body)}`);
    return body as unknown as MadeWebhook;
  }

  /** So that it is told nothing of later tests. */
  async remove({ id }: MadeWebhook): Promise<void> {
    await this.admin.delete(`${PATH}/${id}`);
  }

  /** @returns the number of a new ticket */
  async ticket(more: object = {}): Promise<string> {
    const { status, body } = await this.admin.post('/api/v1/tickets', {
      subject: 'A lamp is out',
      description: 'In front of the school.',
      requester: { name: 'Sara Salem', phone: '+97333123456' },
      ...more,
    });
    if (status !== 201) throw new Error(`making a ticket answered ${status}: ${JSON.stringify(body)}`);
    return body.number as string;
  }

  async say(number: string, kind: 'public_reply' | 'internal_note', body = 'Something that was said.') {
    const answer = await this.admin.post(`/api/v1/tickets/${number}/messages`, { kind, body });
    if (answer.status !== 201) throw new Error(`a message answered ${answer.status}`);
    return answer.body as { id: string };
  }

  /** @returns what a receiver was told of a ticket, when there is at least so much of it */
  told(receiver: WebhookReceiver, number: string, count = 1): Promise<ReceivedMessage[]> {
    return waitFor(() => (receiver.about(number).length >= count ? receiver.about(number) : undefined), {
      within: 60_000,
      what: `${count} messages about ${number}`,
    });
  }

  async deliveries({ id }: { id: string }, query = ''): Promise<Delivery[]> {
    const { body } = await this.admin.get(`${PATH}/${id}/deliveries${query}`);
    return body.data as Delivery[];
  }

  /** @returns the newest delivery of that kind once it is so */
  delivery(webhook: { id: string }, type: string, fits: (delivery: Delivery) => boolean): Promise<Delivery> {
    return waitFor(
      async () => (await this.deliveries(webhook)).find((one) => one.type === type && fits(one)),
      { within: 60_000, what: `a delivery of ${type}` },
    );
  }

  /** Moves the next attempts of a webhook to now. */
  async letTimePass({ id }: { id: string }): Promise<void> {
    await this.system.database.query(
      `UPDATE webhook_delivery SET next_attempt_at = now() WHERE webhook_id = $1 AND state = 'queued'`,
      [id],
    );
  }

  async webhook({ id }: { id: string }) {
    const { body } = await this.admin.get(`${PATH}?page[size]=100`);
    return (body.data as (MadeWebhook & Record<string, unknown>)[]).find((one) => one.id === id)!;
  }
}
