import { Inject, Injectable, Logger } from '@nestjs/common';
import { markTextFailed, oneLine, TextGateway, type TextMedium, TextRejected } from '#wasl/channels';
import { Database, Keys, Metrics, UnitOfWork, OnJob } from '#wasl/platform';
import { signInCodeOf } from '#wasl/selfservice';
import { CODE_PLACEHOLDER } from './domain/notices.js';
import { textRetryDelay } from './domain/retry-schedule.js';

/** The lease; longer than the gateway's timeout. */
const LEASE_SECONDS = 30;

interface StoredText {
  id: string;
  ticketId: string | null;
  medium: TextMedium;
  recipient: string;
  body: string;
  codeId: string | null;
  attempts: number;
}

/**
 * Sends one stored text. A lease in its row allows one sender at a time; the gateway uses the row's id to recognise a
 * text sent twice because its sender died before recording it.
 */
@Injectable()
export class TextSender {
  private readonly logger = new Logger('TextSender');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TextGateway) private readonly gateway: TextGateway,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  @OnJob('text-out', { concurrency: 2 })
  async sendAll({ outgoingTextIds }: { outgoingTextIds: string[] }): Promise<void> {
    await Promise.all(outgoingTextIds.map((id) => this.send(id)));
  }

  /** Does nothing when the text is not due, is being sent, or has been. */
  async send(id: string): Promise<void> {
    const text = await this.claim(id);
    if (!text) return;
    try {
      const { medium, recipient: to, codeId } = text;
      const body = codeId
        ? text.body.replaceAll(CODE_PLACEHOLDER, signInCodeOf(this.keys, codeId))
        : text.body;
      const providerId = await this.gateway.deliver({ id: text.id, medium, to, text: body });
      await this.sent(text, providerId);
    } catch (error) {
      await this.failed(text, error as Error);
    }
  }

  private async claim(id: string): Promise<StoredText | null> {
    const [text] = await this.database.query<StoredText>(
      `UPDATE outgoing_text
          SET state = 'sending', attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => $2)
        WHERE id = (SELECT id FROM outgoing_text
                     WHERE id = $1 AND state IN ('queued', 'sending') AND next_attempt_at <= now()
                       FOR NO KEY UPDATE SKIP LOCKED)
       RETURNING id, ticket_id AS "ticketId", medium, recipient, body, code_id AS "codeId", attempts`,
      [id, LEASE_SECONDS],
    );
    return text ?? null;
  }

  /** A receipt may have come first; its state is kept. */
  private async sent(text: StoredText, providerId: string | null): Promise<void> {
    await this.database.query(
      `UPDATE outgoing_text SET provider_id = coalesce($2, provider_id), sent_at = coalesce(sent_at, now()),
              state = CASE state WHEN 'sending' THEN 'sent' ELSE state END,
              last_error = CASE state WHEN 'failed' THEN last_error END
        WHERE id = $1`,
      [text.id, providerId],
    );
    this.metrics.texts.inc({ direction: 'out', outcome: 'sent' });
  }

  private async failed(text: StoredText, error: Error): Promise<void> {
    const refusal = error instanceof TextRejected ? error : null;
    const wait = refusal?.final ? null : textRetryDelay(text.attempts);
    const fault = oneLine(error.message, 500);
    this.logger.warn(`text ${text.id} not sent (attempt ${text.attempts}): ${fault}`);
    if (wait === null) return this.giveUp(text, fault);
    this.metrics.texts.inc({ direction: 'out', outcome: 'deferred' });
    await this.database.query(
      `UPDATE outgoing_text SET state = 'queued', last_error = $3, next_attempt_at = now() + make_interval(secs => $4)
        WHERE id = $1 AND attempts = $2 AND state = 'sending'`,
      [text.id, text.attempts, fault, Math.max(wait, refusal?.retryAfterMs ?? 0) / 1000],
    );
  }

  /** Staff are notified, see it on the ticket, and may send it again. */
  private async giveUp(text: StoredText, fault: string): Promise<void> {
    this.metrics.texts.inc({ direction: 'out', outcome: 'failed' });
    await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query(
        `SELECT 1 FROM outgoing_text WHERE id = $1 AND attempts = $2 AND state = 'sending' FOR NO KEY UPDATE`,
        [text.id, text.attempts],
      );
      if (row) await markTextFailed(tx, text, fault);
    });
  }
}
