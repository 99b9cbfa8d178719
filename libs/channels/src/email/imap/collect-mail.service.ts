import { Inject, Injectable, Logger } from '@nestjs/common';
import { Catalogue } from '#wasl/directory';
import { MailAddresses } from '../mail-addresses.service.js';
import type { Envelope } from '../mail-record.js';
import { ReceiveMail } from '../receive-mail.service.js';
import { type ReceiveFailure, classifyReceiveFailure } from '../receive-failure.js';
import type { ImapAddress } from './imap-address.js';
import { shouldCollect, type ListedMail, type MailboxCursor, batchesOf } from './domain/mail-selection.js';
import { envelopeFromHeaders } from './domain/header-envelope.js';
import { MailboxCursors } from './mailbox-cursors.js';
import type { MailboxSession } from './mailbox-session.js';

export const MAX_COLLECTED_BYTES = 40 * 1024 * 1024;
const HEAD_BYTES = 64 * 1024;
const LIST_BATCH_SIZE = 200;
const FETCH_BATCH_SIZE = 20;
const FETCH_BATCH_BYTES = 8 * 1024 * 1024;
const MAX_RECIPIENTS = 50;
/** After this many attempts a mail is quarantined, so that those behind it are processed. */
const MAX_ATTEMPTS = 3;
/** Failures of our own, retried however long they last. */
const OWN_FAILURES: ReceiveFailure[] = ['disk_full', 'store_unavailable'];

/**
 * Collects new mail of a mailbox, in order. A mail is marked as read only when it is stored, and the cursor follows.
 * What is seen again after a crash is recognised by its Message-ID.
 */
@Injectable()
export class CollectMail {
  private readonly logger = new Logger('CollectMail');
  /** failed attempts, by mailbox and UID */
  private readonly failures = new Map<string, number>();

  constructor(
    @Inject(MailboxCursors) private readonly cursors: MailboxCursors,
    @Inject(ReceiveMail) private readonly receiveMail: ReceiveMail,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  /** @throws when the connection ends, or mail cannot be stored for now: then it stays in the mailbox */
  async collect(session: MailboxSession, { key }: ImapAddress): Promise<void> {
    const cursor = await this.cursors.begin(key, session);
    const uids = await session.uidsAfter(cursor.lastUid);
    for (let from = 0; from < uids.length; from += LIST_BATCH_SIZE) {
      const some = uids.slice(from, from + LIST_BATCH_SIZE);
      const wanted = (await session.list(some)).filter((mail) => shouldCollect(mail, cursor));
      for (const part of batchesOf(wanted, FETCH_BATCH_SIZE, FETCH_BATCH_BYTES)) {
        await this.collectBatch(session, key, cursor, part);
      }
      await this.cursors.advance(key, cursor.uidValidity, some.at(-1)!);
    }
  }

  private async collectBatch(
    session: MailboxSession,
    key: string,
    cursor: MailboxCursor,
    part: ListedMail[],
  ): Promise<void> {
    const contents = await this.contentsOf(session, part);
    const stored: number[] = [];
    const set: number[] = [];
    try {
      for (const mail of part) {
        const kept = await this.take(session, mail, contents.get(mail.uid), `${key}/${cursor.uidValidity}`);
        (kept ? set : stored).push(mail.uid);
      }
    } finally {
      // Marked even when a later mail failed, because these are stored.
      await session.addFlags(stored, ['\\Seen']);
      await session.addFlags(set, ['\\Seen', '\\Flagged']);
      const last = Math.max(0, ...stored, ...set);
      if (last > 0) await this.cursors.advance(key, cursor.uidValidity, last);
    }
  }

  /** Fetches a batch; when that fails, one by one, so that the unreadable mail is found. */
  private async contentsOf(
    session: MailboxSession,
    part: ListedMail[],
  ): Promise<Map<number, Buffer | Error | null>> {
    const uids = part.filter(({ size }) => size <= MAX_COLLECTED_BYTES).map(({ uid }) => uid);
    const found = new Map<number, Buffer | Error | null>(uids.map((uid) => [uid, null]));
    if (uids.length === 0) return found;
    try {
      for (const [uid, raw] of await session.contents(uids)) found.set(uid, raw);
    } catch (error) {
      if (!session.usable) throw error;
      for (const uid of uids) found.set(uid, await this.contentOf(session, uid));
    }
    return found;
  }

  private async contentOf(session: MailboxSession, uid: number): Promise<Buffer | Error | null> {
    try {
      return (await session.contents([uid])).get(uid) ?? null;
    } catch (error) {
      if (!session.usable) throw error;
      return error as Error;
    }
  }

  /**
   * @param content undefined when it is too large, null when it has been removed from the mailbox
   * @returns whether it was quarantined
   */
  private async take(
    session: MailboxSession,
    mail: ListedMail,
    content: Buffer | Error | null | undefined,
    mailbox: string,
  ): Promise<boolean> {
    if (content === null) return false;
    if (content === undefined) {
      const head = await session.readHead(mail.uid, HEAD_BYTES);
      return this.quarantine(await this.envelopeOf(head), head, 'mail.too_large');
    }
    if (content instanceof Error) {
      const note = Buffer.from(`Subject: UID ${mail.uid} of ${mailbox}\r\n\r\n`);
      return this.quarantine({ from: '', recipients: [] }, note, `mail.not_readable: ${content.message}`);
    }
    return this.receive(await this.envelopeOf(content), content, `${mailbox}/${mail.uid}`);
  }

  private async receive(envelope: Envelope, raw: Buffer, name: string): Promise<boolean> {
    try {
      const { outcome } = await this.receiveMail.receive(envelope, raw);
      this.failures.delete(name);
      return outcome === 'quarantined';
    } catch (error) {
      const attempts = (this.failures.get(name) ?? 0) + 1;
      this.failures.set(name, attempts);
      if (attempts < MAX_ATTEMPTS || OWN_FAILURES.includes(classifyReceiveFailure(error))) throw error;
      // This also fails while the database is unavailable, which tells our own failure from one of the mail.
      const aside = await this.quarantine(envelope, raw, (error as Error).message);
      this.failures.delete(name);
      return aside;
    }
  }

  private async quarantine(envelope: Envelope, raw: Buffer, fault: string): Promise<true> {
    await this.receiveMail.quarantine(envelope, raw, fault);
    this.logger.warn(`mail from the mailbox quarantined: ${fault}`);
    return true;
  }

  /** Addressed to those of our addresses that the header names, else to the default queue. */
  private async envelopeOf(raw: Buffer): Promise<Envelope> {
    const { from, recipients } = envelopeFromHeaders(raw.subarray(0, HEAD_BYTES).toString('utf8'));
    const known: string[] = [];
    for (const address of recipients.filter((one) => this.addresses.isOurs(one)).slice(0, MAX_RECIPIENTS)) {
      if (await this.addresses.resolve(address)) known.push(address);
    }
    if (known.length > 0) return { from, recipients: known };
    const queue = await this.catalogue.defaultQueue();
    return { from, recipients: [this.addresses.queueAddress(queue.key)] };
  }
}
