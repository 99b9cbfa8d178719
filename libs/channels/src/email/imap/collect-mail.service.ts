import { Inject, Injectable, Logger } from '@nestjs/common';
import { Catalogue } from '#wasl/directory';
import { MailAddresses } from '../mail-addresses.service.js';
import type { Envelope } from '../mail-record.js';
import { ReceiveMail } from '../receive-mail.service.js';
import { type ReceivingFault, receivingFault } from '../receiving-fault.js';
import type { ImapAddress } from './imap-address.js';
import { isWanted, type ListedMail, type MailboxCursor, partsOf } from './domain/wanted-mail.js';
import { writtenEnvelope } from './domain/written-envelope.js';
import { MailboxCursors } from './mailbox-cursors.js';
import type { MailboxSession } from './mailbox-session.js';

export const LARGEST_COLLECTED = 40 * 1024 * 1024;
const HEAD_BYTES = 64 * 1024;
const LISTED_AT_ONCE = 200;
const MAILS_AT_ONCE = 20;
const BYTES_AT_ONCE = 8 * 1024 * 1024;
const MOST_RECIPIENTS = 50;
/** After so many attempts a mail is kept for a person, and those behind it go on. */
const ATTEMPTS = 3;
/** Our own trouble for certain, however long it lasts. */
const OURS: ReceivingFault[] = ['disk_full', 'store_away'];

/**
 * Takes what is new in a mailbox, in its order. A mail is marked as read only when it is stored; the cursor follows the
 * marks. Whatever is seen again after a crash is known by its Message-ID.
 */
@Injectable()
export class CollectMail {
  private readonly logger = new Logger('CollectMail');
  /** attempts in vain, by mailbox and UID */
  private readonly failures = new Map<string, number>();

  constructor(
    @Inject(MailboxCursors) private readonly cursors: MailboxCursors,
    @Inject(ReceiveMail) private readonly receiveMail: ReceiveMail,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  /** @throws when the connection ends, or mail cannot be stored for now: then it stays where it is */
  async collect(session: MailboxSession, { key }: ImapAddress): Promise<void> {
    const cursor = await this.cursors.begin(key, session);
    const uids = await session.uidsAfter(cursor.lastUid);
    for (let from = 0; from < uids.length; from += LISTED_AT_ONCE) {
      const some = uids.slice(from, from + LISTED_AT_ONCE);
      const wanted = (await session.list(some)).filter((mail) => isWanted(mail, cursor));
      for (const part of partsOf(wanted, MAILS_AT_ONCE, BYTES_AT_ONCE)) {
        await this.takePart(session, key, cursor, part);
      }
      await this.cursors.advance(key, cursor.uidValidity, some.at(-1)!);
    }
  }

  private async takePart(
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
      // What is stored is stored, even if the one after it was not.
      await session.mark(stored, ['\\Seen']);
      await session.mark(set, ['\\Seen', '\\Flagged']);
      const last = Math.max(0, ...stored, ...set);
      if (last > 0) await this.cursors.advance(key, cursor.uidValidity, last);
    }
  }

  /** One by one when they do not come together: so the one that the server cannot give is found. */
  private async contentsOf(
    session: MailboxSession,
    part: ListedMail[],
  ): Promise<Map<number, Buffer | Error | null>> {
    const uids = part.filter(({ size }) => size <= LARGEST_COLLECTED).map(({ uid }) => uid);
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
   * @returns whether it was set aside for administrators
   */
  private async take(
    session: MailboxSession,
    mail: ListedMail,
    content: Buffer | Error | null | undefined,
    mailbox: string,
  ): Promise<boolean> {
    if (content === null) return false;
    if (content === undefined) {
      const head = await session.beginning(mail.uid, HEAD_BYTES);
      return this.setAside(await this.envelopeOf(head), head, 'mail.too_large');
    }
    if (content instanceof Error) {
      const note = Buffer.from(`Subject: UID ${mail.uid} of ${mailbox}\r\n\r\n`);
      return this.setAside({ from: '', recipients: [] }, note, `mail.not_readable: ${content.message}`);
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
      if (attempts < ATTEMPTS || OURS.includes(receivingFault(error))) throw error;
      // Fails as well while the database is away, and so tells our trouble from the mail's.
      const aside = await this.setAside(envelope, raw, (error as Error).message);
      this.failures.delete(name);
      return aside;
    }
  }

  private async setAside(envelope: Envelope, raw: Buffer, fault: string): Promise<true> {
    await this.receiveMail.setAside(envelope, raw, fault);
    this.logger.warn(`mail of the mailbox kept for administrators: ${fault}`);
    return true;
  }

  /** To those of our addresses that it names; else to the default queue, whose mailbox this is. */
  private async envelopeOf(raw: Buffer): Promise<Envelope> {
    const { from, recipients } = writtenEnvelope(raw.subarray(0, HEAD_BYTES).toString('utf8'));
    const known: string[] = [];
    for (const address of recipients.filter((one) => this.addresses.isOurs(one)).slice(0, MOST_RECIPIENTS)) {
      if (await this.addresses.resolve(address)) known.push(address);
    }
    if (known.length > 0) return { from, recipients: known };
    const queue = await this.catalogue.defaultQueue();
    return { from, recipients: [this.addresses.ofQueue(queue.key)] };
  }
}
