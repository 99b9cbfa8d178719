import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { MailAddresses, oneLine } from '#wasl/channels';
import { StaffLinks } from '#wasl/identity';
import { Database, BatchLoader, Keys, Metrics, UnitOfWork, OnJob } from '#wasl/platform';
import { signInCodeOf } from '#wasl/selfservice';
import { addSystemHistory, BlobStore, formatTicketNumber } from '#wasl/tickets';
import { composeMail, type MailFile, type StoredMail } from './compose-mail.js';
import { isPermanentFailure } from './domain/delivery-failure.js';
import { CODE_PLACEHOLDER } from './domain/notices.js';
import { LINK_PLACEHOLDER } from './domain/staff-notices.js';
import { mailRetryDelay } from './domain/retry-schedule.js';
import { MailSigner } from './mail-signer.service.js';
import { MailTransport } from './mail-transport.js';

/** The lease of a mail that is being sent; the sender renews it while it is alive. */
const LEASE_SECONDS = 15;
const RENEW_MS = 4_000;
/** Attempts to record that a mail was sent, and the pause between them. */
const MARK_SENT_ATTEMPTS = 20;
const MARK_SENT_PAUSE_MS = 1_000;

/** This process did not run for so long that another may have the mail by now; that one sends it. */
class LeaseOver extends Error {
  override message = 'the lease of this mail is over';
}

/** The recipient reported our mail as abuse. */
class StoppedAddress extends Error {
  override message = 'mail.stopped: the recipient reported our mail as abuse';
}

/**
 * Sends one stored mail. A lease in its row allows one sender at a time, and another when that one has died. A mail
 * is sent twice only when its sender dies between the server's acceptance and recording it, and then with the same
 * Message-ID.
 */
@Injectable()
export class MailSender {
  private readonly logger = new Logger('MailSender');
  /** keyed by request object: of two requests for the same mail, one gets it */
  private readonly claims = new BatchLoader<{ id: string }, StoredMail>((asked) => this.claim(asked));
  private readonly sentBatch = new BatchLoader<StoredMail, void>((mails) => this.markSent(mails));

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(MailSigner) private readonly signer: MailSigner,
    @Inject(MailTransport) private readonly transport: MailTransport,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
    @Inject(BlobStore) private readonly blobs: BlobStore,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(StaffLinks) private readonly links: StaffLinks,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  @OnJob('mail-out', { concurrency: 4 })
  async sendAll({ outgoingMailIds }: { outgoingMailIds: string[] }): Promise<void> {
    await Promise.all(outgoingMailIds.map((id) => this.send(id)));
  }

  /** Does nothing when the mail is not due, is being sent, or has been. */
  async send(id: string): Promise<void> {
    const lease = { until: leaseEnd() };
    const mail = await this.claims.load({ id });
    if (!mail) return;
    const renewal = setInterval(() => void this.renew(mail, lease), RENEW_MS);
    try {
      const delivery = mail.stopped ? Promise.reject(new StoppedAddress()) : this.deliver(mail, lease);
      const fault = await delivery.then(
        () => null,
        (error: Error) => error,
      );
      if (fault) await this.failed(mail, fault);
      else await this.sent(mail);
    } finally {
      clearInterval(renewal);
    }
  }

  /** Rows locked by another sender are skipped: it has the mail. */
  private async claim(asked: { id: string }[]): Promise<Map<{ id: string }, StoredMail>> {
    const mails = await this.database.query<StoredMail>(
      `UPDATE outgoing_mail
          SET state = 'sending', attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => $2)
        WHERE id IN (SELECT id FROM outgoing_mail
                      WHERE id = ANY($1::uuid[]) AND state IN ('queued', 'sending') AND next_attempt_at <= now()
                        FOR NO KEY UPDATE SKIP LOCKED)
       RETURNING id, ticket_id AS "ticketId", message_id AS "messageId", recipient, subject, body_text AS text,
                 body_html AS html, headers, attempts, created_at AS "createdAt",
                 (ticket_id IS NOT NULL OR follower_id IS NOT NULL) AND EXISTS (
                   SELECT 1 FROM address_reach a
                    WHERE a.kind = 'email' AND a.value = recipient AND a.mail_stopped_at IS NOT NULL) AS stopped`,
      [asked.map(({ id }) => id), LEASE_SECONDS],
    );
    return new Map(mails.map((mail) => [asked.find(({ id }) => id === mail.id)!, mail]));
  }

  private async renew(mail: StoredMail, lease: Lease): Promise<void> {
    const until = leaseEnd();
    await this.database
      .query(
        `UPDATE outgoing_mail SET next_attempt_at = now() + make_interval(secs => $3)
          WHERE id = $1 AND state = 'sending' AND attempts = $2 RETURNING id`,
        [mail.id, mail.attempts, LEASE_SECONDS],
      )
      .then((rows) => {
        if (rows.length > 0) lease.until = until;
      })
      .catch((error: Error) => this.logger.warn(`mail ${mail.id} not renewed: ${error.message}`));
  }

  private async deliver(mail: StoredMail, lease: Lease): Promise<void> {
    const written = await composeMail(
      await this.withSecrets(mail),
      await this.files(mail),
      this.addresses.loopMark(mail.messageId),
    );
    const content = await this.signer.sign(written);
    // Bounces come back to the signed address, and so to the ticket.
    const envelope = { from: mail.headers.bounceTo ?? mail.headers.replyTo, to: mail.recipient };
    if (performance.now() >= lease.until) throw new LeaseOver();
    await this.transport.deliver({ id: mail.id, envelope, content });
  }

  /** Links and codes that let somebody in are not stored with the mail. */
  private async withSecrets(mail: StoredMail): Promise<StoredMail> {
    const { linkId, codeId } = mail.headers;
    if (linkId) return filledIn(mail, LINK_PLACEHOLDER, await this.links.urlOf(linkId));
    return codeId ? filledIn(mail, CODE_PLACEHOLDER, signInCodeOf(this.keys, codeId)) : mail;
  }

  private async files(mail: StoredMail): Promise<MailFile[]> {
    if (!mail.headers.messageUuid) return [];
    // By the message's own ticket, because the mail may be about a ticket that was merged into it.
    const rows = await this.database.query<{ sha256: Buffer; name: string; type: string; checking: boolean }>(
      `SELECT sha256, name, type, state = 'checking' AS checking FROM attachment
        WHERE ticket_id = (SELECT ticket_id FROM message WHERE id = $1) AND message_id = $1 AND state <> 'refused'
        ORDER BY id`,
      [mail.headers.messageUuid],
    );
    if (rows.some(({ checking }) => checking)) throw new Error('a file is still being checked');
    return rows.map(({ sha256, name, type }) => ({
      filename: name,
      contentType: type,
      content: Readable.from(this.contentOf(sha256), { objectMode: false }),
    }));
  }

  /** Opened one after the other, when the mail is encoded. */
  private async *contentOf(sha256: Buffer): AsyncGenerator<Buffer> {
    yield* (await this.blobs.read(sha256)) as AsyncIterable<Buffer>;
  }

  /** Retried for some seconds, because a sent mail that is not recorded would be sent again. */
  private async sent(mail: StoredMail): Promise<void> {
    this.metrics.mail.inc({ direction: 'out', outcome: 'sent' });
    for (let attempt = 1; ; attempt++) {
      try {
        await this.sentBatch.load(mail);
        return;
      } catch (error) {
        if (attempt >= MARK_SENT_ATTEMPTS) throw error;
        await pause(MARK_SENT_PAUSE_MS);
      }
    }
  }

  private async markSent(mails: StoredMail[]): Promise<Map<StoredMail, void>> {
    await this.database.query(
      `UPDATE outgoing_mail m SET state = 'sent', sent_at = now(), last_error = NULL
         FROM unnest($1::uuid[], $2::int[]) AS sent_batch (id, attempts)
        WHERE m.id = sent_batch.id AND m.attempts = sent_batch.attempts`,
      [mails.map((mail) => mail.id), mails.map((mail) => mail.attempts)],
    );
    return new Map();
  }

  private async failed(mail: StoredMail, error: Error): Promise<void> {
    const wait =
      error instanceof StoppedAddress || isPermanentFailure(error) ? null : mailRetryDelay(mail.attempts);
    const text = oneLine(error.message, 500);
    this.logger.warn(`mail ${mail.id} not sent (attempt ${mail.attempts}): ${text}`);
    if (wait === null) return this.giveUp(mail, text);
    this.metrics.mail.inc({ direction: 'out', outcome: 'deferred' });
    await this.database.query(
      `UPDATE outgoing_mail SET state = 'queued', last_error = $3, next_attempt_at = now() + make_interval(secs => $4)
        WHERE id = $1 AND attempts = $2 AND state = 'sending'`,
      [mail.id, mail.attempts, text, wait / 1000],
    );
  }

  /** Staff are notified, see it on the ticket, and may send it again. */
  private async giveUp(mail: StoredMail, fault: string): Promise<void> {
    this.metrics.mail.inc({ direction: 'out', outcome: 'failed' });
    await this.unitOfWork.run(async (tx) => {
      const rows = await tx.query<{ number: string | null }>(
        `UPDATE outgoing_mail m SET state = 'failed', last_error = $3 WHERE id = $1 AND attempts = $2 AND state = 'sending'
         RETURNING (SELECT number FROM ticket WHERE id = m.ticket_id) AS number`,
        [mail.id, mail.attempts, fault],
      );
      if (rows.length === 0) return;
      const number = rows[0]!.number;
      if (mail.ticketId) {
        addSystemHistory(tx, { ticketId: mail.ticketId, type: 'mail_failed', data: { mail: mail.id } });
      }
      tx.emit('mail.failed', {
        outgoingMailId: mail.id,
        ticketId: mail.ticketId,
        number: number && formatTicketNumber(number),
      });
    });
  }
}

/** @property until by this process's monotonic clock, which goes on while the process is stopped */
interface Lease {
  until: number;
}

const leaseEnd = () => performance.now() + LEASE_SECONDS * 1_000;

const filledIn = (mail: StoredMail, place: string, secret: string): StoredMail => ({
  ...mail,
  text: mail.text.replaceAll(place, secret),
  html: mail.html?.replaceAll(place, secret) ?? null,
});
