import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile, normalizePhone } from '#wasl/country';
import { Metrics, type Tx, UnitOfWork } from '#wasl/platform';
import { setTextOptOut } from '#wasl/requesters';
import type { IncomingText } from './domain/gateway-event.js';
import { keywordIn } from './domain/keyword.js';
import {
  lockSenderAndCheckNew,
  readSender,
  recordText,
  type Sender,
  type TextOutcome,
} from './text-record.js';
import { TextToTicket } from './text-to-ticket.service.js';

/** Receives one text: when it returns, the text is stored. */
@Injectable()
export class ReceiveText {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TextToTicket) private readonly tickets: TextToTicket,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** @returns the outcome; `duplicate` when it was received before */
  async receive(text: IncomingText): Promise<TextOutcome | 'duplicate'> {
    const outcome = await this.take(text);
    this.metrics.texts.inc({ direction: 'in', outcome });
    return outcome;
  }

  private async take(text: IncomingText): Promise<TextOutcome | 'duplicate'> {
    const number = normalizePhone(text.from, this.country);
    // A sender name or short code cannot be answered: advertising, bank codes, our own texts.
    if (!number?.startsWith('+')) return this.ignore(text, text.from);
    if (text.text === '' && text.files.length === 0) return this.ignore(text, number);
    const files = await this.tickets.storeFiles(text);
    return this.unitOfWork.run(async (tx) => {
      if (!(await lockSenderAndCheckNew(tx, text, number))) return 'duplicate';
      const sender = await readSender(tx, number);
      const keyword = files.length === 0 ? keywordIn(text.text) : null;
      if (keyword) return this.applyKeyword(tx, text, number, sender, keyword);
      const result = await this.tickets.place(tx, { text, number, sender, files });
      recordText(tx, text, number, result);
      return result.outcome;
    });
  }

  private async ignore(text: IncomingText, from: string): Promise<TextOutcome | 'duplicate'> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await lockSenderAndCheckNew(tx, text, from))) return 'duplicate';
      recordText(tx, text, from, { outcome: 'ignored', ticketId: null, messageUuid: null });
      return 'ignored';
    });
  }

  /**
   * Somebody we never wrote to can only stop following reports; tickets they open later are not affected. A number
   * that a stranger gave for a ticket has been written to, so its owner can stop that.
   */
  private async applyKeyword(
    tx: Tx,
    text: IncomingText,
    number: string,
    sender: Sender,
    keyword: 'stop' | 'start',
  ): Promise<TextOutcome> {
    const outcome = keyword === 'stop' ? 'stopped' : 'resumed';
    const id = recordText(tx, text, number, { outcome, ticketId: null, messageUuid: null });
    if (keyword === 'stop') {
      await tx.query(`DELETE FROM report_follower WHERE kind = 'phone' AND address = $1`, [number]);
    }
    if (!sender.id && !sender.contacted) return outcome;
    setTextOptOut(tx, number, keyword === 'stop');
    tx.emit('text.keyword', { inboundTextId: id, keyword });
    return outcome;
  }
}
