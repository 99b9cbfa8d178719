import { Inject, Injectable, Logger } from '@nestjs/common';
import type { WebhookDisabledReason } from '#wasl/contracts';
import { type Tx, UnitOfWork } from '#wasl/platform';
import type { AttemptOutcome, ClaimedDelivery } from './delivery-queue.service.js';

/** Disables a webhook whose receiver failed for days, or says that it is gone. */
@Injectable()
export class DisableWebhook {
  private readonly logger = new Logger('Webhooks');

  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async afterAttempt(
    { id, webhookId, attempts }: ClaimedDelivery,
    outcome: AttemptOutcome,
    because: Exclude<WebhookDisabledReason, 'administrator'>,
  ): Promise<void> {
    const disabled = await this.unitOfWork.run(async (tx) => {
      await tx.query('SELECT 1 FROM webhook WHERE id = $1 FOR UPDATE', [webhookId]);
      const [delivery] = await tx.query(
        `UPDATE webhook_delivery SET state = 'failed', last_status = $3, last_error = $4, response = $5
          WHERE id = $1 AND attempts = $2 AND state = 'sending' RETURNING id`,
        [id, attempts, outcome.status, outcome.fault, outcome.response],
      );
      if (!delivery || !(await markDisabled(tx, webhookId, because))) return false;
      tx.emit('webhook.disabled', { webhookId, because });
      tx.emit('audit.noted', {
        actorId: null,
        action: 'webhook.disabled',
        targetKind: 'webhook',
        targetId: webhookId,
        detail: { because, status: outcome.status, fault: outcome.fault },
      });
      return true;
    });
    if (disabled) this.logger.error(`webhook ${webhookId} is disabled: ${because}`);
  }
}

/** The caller has locked the webhook. @returns false when it was disabled before */
export async function markDisabled(
  tx: Tx,
  webhookId: string,
  because: WebhookDisabledReason,
): Promise<boolean> {
  const [row] = await tx.query(
    `UPDATE webhook SET disabled_at = $2, disabled_because = $3, version = version + 1
      WHERE id = $1 AND disabled_at IS NULL RETURNING id`,
    [webhookId, tx.now, because],
  );
  if (row) await cancelWaiting(tx, webhookId);
  return row !== undefined;
}

/** What is being sent at this moment ends by itself, or with its lease. */
export async function cancelWaiting(tx: Tx, webhookId: string): Promise<void> {
  await tx.query(
    `UPDATE webhook_delivery SET state = 'cancelled'
      WHERE webhook_id = $1 AND (state = 'queued' OR (state = 'sending' AND next_attempt_at <= now()))`,
    [webhookId],
  );
}
