import { Inject, Injectable } from '@nestjs/common';
import { isUuid } from '#wasl/kernel';
import { Metrics, type Tx, UnitOfWork } from '#wasl/platform';
import { markUndeliverable } from '#wasl/requesters';
import { addSystemHistory, formatTicketNumber, survivingTicketId } from '#wasl/tickets';
import { oneLine } from '../email/domain/subject.js';
import type { TextReceipt } from './domain/gateway-event.js';

interface Sent {
  id: string;
  ticketId: string | null;
  recipient: string;
  state: 'queued' | 'sending' | 'sent' | 'delivered' | 'failed';
}

/** Handles delivery receipts of the gateway. */
@Injectable()
export class TextReceipts {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  /**
   * Receipts come late, repeated and in any order: a delivered text stays delivered. One may even come before the
   * response to the message itself.
   * @returns whether it was about one of our messages
   */
  async handle(receipt: TextReceipt): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const sent = await lockSent(tx, receipt);
      if (!sent) return false;
      if (sent.state === 'delivered' || receipt.state === 'sent') return true;
      if (receipt.state === 'failed') await this.failed(tx, sent, receipt);
      else await this.delivered(tx, sent);
      return true;
    });
  }

  private async delivered(tx: Tx, sent: Sent): Promise<void> {
    await tx.query(
      `UPDATE outgoing_text SET state = 'delivered', delivered_at = $2, sent_at = coalesce(sent_at, $2), last_error = NULL
        WHERE id = $1`,
      [sent.id, tx.now],
    );
    this.metrics.texts.inc({ direction: 'out', outcome: 'delivered' });
  }

  private async failed(tx: Tx, sent: Sent, receipt: TextReceipt): Promise<void> {
    if (receipt.unreachable) {
      markUndeliverable(tx, { kind: 'phone', value: sent.recipient });
    }
    if (sent.state === 'failed') return;
    await markTextFailed(tx, sent, oneLine(receipt.error ?? 'not delivered', 500));
    this.metrics.texts.inc({ direction: 'out', outcome: 'failed' });
  }
}

/** Marks a text as failed: staff are notified and see it on the ticket, or on the ticket it was merged into. */
export async function markTextFailed(
  tx: Tx,
  text: { id: string; ticketId: string | null },
  fault: string,
): Promise<void> {
  await tx.query(`UPDATE outgoing_text SET state = 'failed', last_error = $2 WHERE id = $1`, [
    text.id,
    fault,
  ]);
  if (text.ticketId) {
    addSystemHistory(tx, { ticketId: text.ticketId, type: 'text_failed', data: { text: text.id } });
  }
  const [survivor] = text.ticketId
    ? await tx.query<{ number: string }>(
        `SELECT number FROM ticket WHERE id = (${survivingTicketId('$1')})`,
        [text.ticketId],
      )
    : [];
  tx.emit('text.failed', {
    outgoingTextId: text.id,
    ticketId: text.ticketId,
    number: survivor ? formatTicketNumber(survivor.number) : null,
  });
}

async function lockSent(tx: Tx, { id, reference }: TextReceipt): Promise<Sent | null> {
  const [row] = await tx.query<Sent>(
    `SELECT o.id, o.ticket_id AS "ticketId", o.recipient, o.state FROM outgoing_text o
      WHERE o.id = $1 OR o.provider_id = $2
      ORDER BY o.id = $1 DESC NULLS LAST LIMIT 1 FOR NO KEY UPDATE OF o`,
    [reference && isUuid(reference) ? reference : null, id],
  );
  return row ?? null;
}
