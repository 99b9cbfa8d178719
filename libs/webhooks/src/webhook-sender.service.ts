import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { CLOCK, type Clock } from '#wasl/kernel';
import {
  Database,
  describeFault,
  faultTitle,
  Keys,
  Metrics,
  networksOf,
  NoAnswer,
  OutsideAddresses,
  PeriodicTask,
  postOutside,
  type RuntimeSettings,
  SETTINGS,
} from '#wasl/platform';
import {
  type AttemptOutcome,
  type ClaimedDelivery,
  DeliveryQueue,
  TEST_EVENT,
} from './delivery-queue.service.js';
import { DisableWebhook } from './disable-webhook.service.js';
import { excerptOf } from './domain/excerpt.js';
import { judgeAttempt } from './domain/judge-attempt.js';
import { messageIdOf, signedHeaders } from './domain/sign-message.js';
import { signingSecrets } from './webhook-secrets.js';

/** How many deliveries one process sends to one receiver at once. The number of webhooks is limited as well. */
const CONCURRENCY_PER_WEBHOOK = 4;
const TIMEOUT_MS = 15_000;
const MAX_RESPONSE_BYTES = 4_096;
/** How long a process that ends waits for answers. */
const SHUTDOWN_GRACE_MS = 3_000;

/** What one webhook has under way in this process. */
interface Lane {
  running: number;
  claiming: boolean;
  claimAgain: boolean;
}

/**
 * Sends deliveries, each webhook in a lane of its own: a receiver that is slow, or not there, holds up nothing but
 * itself.
 */
@Injectable()
export class WebhookSender implements BeforeApplicationShutdown {
  private readonly logger = new Logger('WebhookSender');
  private readonly lanes = new Map<string, Lane>();
  private readonly attempts = new Set<Promise<void>>();
  private readonly addresses: OutsideAddresses;
  private readonly ending = new AbortController();
  private stopped = false;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DeliveryQueue) private readonly queue: DeliveryQueue,
    @Inject(DisableWebhook) private readonly disable: DisableWebhook,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(SETTINGS) settings: RuntimeSettings,
  ) {
    this.addresses = new OutsideAddresses(networksOf(settings.WEBHOOK_ALLOW ?? '') ?? []);
  }

  /** Something was queued. */
  wake(): void {
    this.sendDue().catch((error: unknown) => this.warn('deliveries not claimed', error));
  }

  /** Finds what is due: queued, to be tried again, or left behind by a worker that ended. Waits for no answers. */
  @PeriodicTask({ name: 'send-due-webhooks', everyMs: 2_000 })
  async sendDue(): Promise<void> {
    if (this.stopped) return;
    for (const id of await this.queue.webhooksWithDue()) await this.fill(id);
  }

  /** Lets answers arrive for a moment, then breaks off: what was broken off is sent again by another worker. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    const timer = setTimeout(() => this.ending.abort(), SHUTDOWN_GRACE_MS);
    await Promise.all(this.attempts);
    clearTimeout(timer);
  }

  private async fill(webhookId: string): Promise<void> {
    const lane = this.lanes.get(webhookId) ?? { running: 0, claiming: false, claimAgain: false };
    this.lanes.set(webhookId, lane);
    lane.claimAgain = true;
    if (lane.claiming) return;
    lane.claiming = true;
    try {
      while (lane.claimAgain && lane.running < CONCURRENCY_PER_WEBHOOK && !this.stopped) {
        lane.claimAgain = false;
        const { claimed, postponed } = await this.queue.claim(
          webhookId,
          CONCURRENCY_PER_WEBHOOK - lane.running,
        );
        for (const delivery of claimed) this.start(lane, delivery);
        if (postponed) lane.claimAgain = true;
      }
    } finally {
      lane.claiming = false;
      if (lane.running === 0) this.lanes.delete(webhookId);
    }
  }

  private start(lane: Lane, delivery: ClaimedDelivery): void {
    lane.running++;
    const attempt = this.deliver(delivery)
      .catch((error: unknown) => this.warn(`delivery ${delivery.id} not recorded`, error))
      .then(() => {
        lane.running--;
        this.attempts.delete(attempt);
        return this.fill(delivery.webhookId);
      })
      .catch((error: unknown) => this.warn('deliveries not claimed', error));
    this.attempts.add(attempt);
  }

  private async deliver(delivery: ClaimedDelivery): Promise<void> {
    const outcome = await this.attempt(delivery);
    if (!outcome) return this.queue.release(delivery);
    const { status, fault } = outcome;
    const attempt = status === null ? { fault: fault ?? '' } : { status };
    const verdict = judgeAttempt(attempt, delivery.attempts, delivery.type === TEST_EVENT);
    this.metrics.webhooks.inc({ outcome: verdict.is });
    switch (verdict.is) {
      case 'delivered':
        return this.queue.recordDelivered(delivery, status ?? 0, outcome.response ?? '');
      case 'retry':
        return this.queue.recordFailure(delivery, outcome, verdict.afterMs);
      case 'failed':
        return this.queue.recordFailure(delivery, outcome, null);
      case 'gone':
        return this.disable.afterAttempt(delivery, outcome, 'gone');
      case 'exhausted':
        return this.disable.afterAttempt(delivery, outcome, 'failing');
    }
  }

  /** @returns null when this process ended it */
  private async attempt({ webhookId, url, eventId, body }: ClaimedDelivery): Promise<AttemptOutcome | null> {
    try {
      const secrets = await signingSecrets(this.database, this.keys, webhookId);
      const timestamp = Math.floor(this.clock.now().getTime() / 1000);
      const answer = await postOutside({
        url: new URL(url),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Wasl-Webhooks/1',
          ...signedHeaders(messageIdOf(eventId), timestamp, body, secrets),
        },
        body,
        addresses: this.addresses,
        timeoutMs: TIMEOUT_MS,
        maxBytes: MAX_RESPONSE_BYTES,
        signal: this.ending.signal,
      });
      return { status: answer.status, fault: null, response: excerptOf(answer.body) };
    } catch (error) {
      if (this.ending.signal.aborted) return null;
      if (error instanceof NoAnswer) return { status: null, fault: error.reason, response: null };
      this.warn(`webhook ${webhookId} not called`, error);
      return { status: null, fault: 'not sent, see the log of the worker', response: null };
    }
  }

  private warn(what: string, error: unknown): void {
    this.logger.warn(`${what}: ${faultTitle(describeFault(error))}`);
  }
}
