import { Inject, Injectable, Logger } from '@nestjs/common';
import { DomainError, unprocessable } from '#wasl/kernel';
import { Database, Metrics, type Tx, UnitOfWork } from '#wasl/platform';
import { automationOf } from './domain/automatic-mail.js';
import type { DeliveryReport } from './domain/delivery-report.js';
import { MailHeaders } from './domain/mail-headers.js';
import { NAMELESS_MAIL_SYSTEM } from './domain/mail-system.js';
import {
  fingerprintsOf,
  hasSameContent,
  identityOf,
  type MailIdentity,
  replacementMessageId,
} from './domain/mail-identity.js';
import { derivedMessageId, messageIdFrom } from './domain/message-id.js';
import { DeliveryReports } from './delivery-reports.service.js';
import { withCurrentFingerprints } from './earlier-mail.js';
import { type Destination, MailAddresses } from './mail-addresses.service.js';
import {
  AlreadyReceived,
  type Delivery,
  type Envelope,
  isAlreadyReceived,
  type InboundMail,
  type ReceiveResult,
  recordIgnored,
  recordRepeated,
} from './mail-record.js';
import { type Destinations, MailToTicket } from './mail-to-ticket.service.js';
import { OriginalMail } from './original-mail.service.js';
import { MailReader } from './reading/mail-reader.service.js';
import { recordQuarantined } from './record-quarantined.js';
import { classifyReceiveFailure } from './receive-failure.js';
import { lookUpSeen, lookUpThread, type ThreadFacts } from './thread-lookup.js';

const HEAD_BYTES = 64 * 1024;
const MAX_ATTEMPTS = 3;
const DUPLICATE: ReceiveResult = { outcome: 'duplicate', ticketId: null };

/**
 * Receives one mail: when it returns, the mail is stored. Mail that can never be processed is quarantined; every
 * other failure is thrown, so that the sender retries.
 */
@Injectable()
export class ReceiveMail {
  private readonly logger = new Logger('ReceiveMail');

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Database) private readonly database: Database,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
    @Inject(MailToTicket) private readonly tickets: MailToTicket,
    @Inject(MailReader) private readonly reader: MailReader,
    @Inject(OriginalMail) private readonly originals: OriginalMail,
    @Inject(DeliveryReports) private readonly reports: DeliveryReports,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  /** @param kept the quarantined row of a mail that is retried */
  async receive(envelope: Envelope, raw: Buffer, kept: string | null = null): Promise<ReceiveResult> {
    const delivery: Delivery = { envelope, raw, quarantinedId: kept };
    const received = await this.attempt(delivery);
    this.metrics.mail.inc({ direction: 'in', outcome: received.outcome });
    return received;
  }

  /**
   * Quarantines a mail without trying to process it.
   * @param fault for administrators: a code, or words
   * @throws when it cannot be stored
   */
  async quarantine(envelope: Envelope, raw: Buffer, fault: string): Promise<void> {
    await this.storeQuarantined({ envelope, raw, quarantinedId: null }, new Error(fault));
    this.metrics.mail.inc({ direction: 'in', outcome: 'quarantined' });
  }

  private async attempt(delivery: Delivery): Promise<ReceiveResult> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.take(delivery);
      } catch (error) {
        if (isAlreadyReceived(error)) {
          // Another mail took its Message-ID meanwhile: looked at again, it is known whether it was this very mail.
          if (attempt < MAX_ATTEMPTS) continue;
          // A retry that somebody else settled meanwhile; anything else is asked for again, because it is not stored.
          if (delivery.quarantinedId) return DUPLICATE;
          throw new AlreadyReceived();
        }
        if (classifyReceiveFailure(error) !== 'poison') throw error;
        return this.storeQuarantined(delivery, error as Error);
      }
    }
  }

  private async take(delivery: Delivery): Promise<ReceiveResult> {
    const mail = await this.reader.read(delivery.raw, delivery.envelope.from);
    const automation = automationOf({
      ...mail,
      returnPath: delivery.envelope.from,
      sender: mail.from.address,
    });
    const automatic = { automatic: automation === 'automatic', unanswered: automation !== 'none' };
    const original = await this.originals.store(delivery.raw);
    const report = this.reports.read({ mail }, delivery.envelope.from);
    if (!report && mail.from.address === NAMELESS_MAIL_SYSTEM) throw unprocessable('mail.no_sender');
    const origin = { mail, ...automatic, original, fingerprints: fingerprintsOf(mail) };
    // First, because some systems report a mail of ours by returning it with its own header.
    if (report) {
      const sentTo = await this.ownDestinations(delivery.envelope);
      return this.unitOfWork.run((tx) => this.handleReport(tx, delivery, origin, report, sentTo));
    }
    if (this.addresses.hasValidLoopMark(mail.messageId, mail.headers.all('x-wasl')))
      return this.unitOfWork.run((tx) => this.dropOwnMail(tx, delivery, origin));
    const to = await this.destinations(delivery.envelope);
    const files = await this.tickets.storeFiles(mail);
    const isFromUs = (await this.addresses.resolve(mail.from.address)) !== null;
    return this.unitOfWork.run(async (tx): Promise<ReceiveResult> => {
      const facts = await lookUpThread(tx, this.tickets.lookupKeys(origin, to));
      if (facts.sent && hasSameContent(mail, facts.sent)) return this.dropOwnMail(tx, delivery, origin);
      const identity = await this.identify(tx, delivery, origin, facts);
      if ('repeats' in identity) return repeated(tx, delivery, identity.repeats);
      const { messageId } = identity;
      // A mail from one of our own addresses is never ours in this form; answering it would cause a loop.
      if (isFromUs) throw new DomainError('unprocessable', 'mail.from_our_address');
      const claimedId = messageId === mail.messageId ? null : mail.messageId;
      const placed = { ...origin, claimedId, mail: { ...mail, messageId } };
      return this.tickets.place(tx, { delivery, origin: placed, to, facts, files });
    });
  }

  private async handleReport(
    tx: Tx,
    delivery: Delivery,
    origin: InboundMail,
    report: DeliveryReport,
    sentTo: Destination[],
  ): Promise<ReceiveResult> {
    const identity = await this.identify(tx, delivery, origin);
    if ('repeats' in identity) return repeated(tx, delivery, identity.repeats);
    const named = { ...origin, mail: { ...origin.mail, ...identity } };
    const { ticketId } = await this.reports.handle(tx, delivery, named, report, sentTo);
    return { outcome: 'report', ticketId };
  }

  /** Drops a mail of our own that came back. */
  private async dropOwnMail(tx: Tx, delivery: Delivery, origin: InboundMail): Promise<ReceiveResult> {
    const identity = await this.identify(tx, delivery, origin);
    if ('repeats' in identity) return repeated(tx, delivery, identity.repeats);
    await recordIgnored(tx, delivery, { ...origin, mail: { ...origin.mail, ...identity } }, 'mail.loop');
    return { outcome: 'ignored', ticketId: null };
  }

  /** @param found what is known of its Message-IDs, when that was looked up; a mail of ours with its id is one */
  private async identify(
    tx: Tx,
    { envelope, quarantinedId }: Delivery,
    { mail, fingerprints }: InboundMail,
    found?: Pick<ThreadFacts, 'seen' | 'sent'>,
  ): Promise<MailIdentity> {
    const { originals, reader } = this;
    const { messageId } = mail;
    const clues = { messageId, fingerprint: fingerprints.current };
    const ids = [messageId, replacementMessageId(messageId, clues.fingerprint)];
    const { seen, sent } = found ?? { ...(await lookUpSeen(tx, ids)), sent: null };
    const known = await withCurrentFingerprints({ originals, reader }, seen, fingerprints, envelope.from);
    return identityOf(clues, { seen: known, sent }, quarantinedId);
  }

  private async destinations(envelope: Envelope): Promise<Destinations> {
    const known = await this.ownDestinations(envelope);
    const signed = known.filter((destination) => destination.ticket !== null);
    const first = signed[0] ?? known[0];
    if (!first) throw new DomainError('unprocessable', 'mail.no_destination');
    return {
      queueKey: first.queue.key,
      signed: signed.map((destination) => destination.ticket!),
      signedAddresses: signed,
    };
  }

  private async ownDestinations(envelope: Envelope): Promise<Destination[]> {
    const found = await Promise.all(envelope.recipients.map((address) => this.addresses.resolve(address)));
    return found.filter((destination) => destination !== null);
  }

  private async storeQuarantined(delivery: Delivery, error: Error): Promise<ReceiveResult> {
    const head = MailHeaders.from(
      delivery.raw
        .subarray(0, HEAD_BYTES)
        .toString('utf8')
        .replace(/\u0000/g, ''),
    );
    const messageId = messageIdFrom(head.first('message-id')) ?? derivedMessageId(delivery.raw);
    const sender = head.first('from').slice(0, 320) || null;
    await recordQuarantined(this.database, delivery, { messageId, sender }, faultText(error));
    this.logger.warn(`mail quarantined: ${faultText(error)}`);
    return { outcome: 'quarantined', ticketId: null };
  }
}

async function repeated(tx: Tx, delivery: Delivery, mailId: string): Promise<ReceiveResult> {
  await recordRepeated(tx, delivery, mailId);
  return DUPLICATE;
}

/** For administrators: the code or message of the error. */
function faultText(error: Error): string {
  return error.message
    .replace(/\s+/g, ' ')
    .replace(/\u0000/g, '')
    .slice(0, 500);
}
