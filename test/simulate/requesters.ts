import { setTimeout as pause } from 'node:timers/promises';
import type { LedgerEntry, Ledger } from './ledger.js';
import type { MailSender } from './mail.js';
import { OutgoingMail, type SentMail } from './outgoing-mail.js';
import { Random } from './random.js';
import type { Target } from './target.js';

/** Requesters who wrote by mail and reply after an agent answered. */
export class Requesters {
  private readonly mailboxes: OutgoingMail;
  private readonly writing = new Set<Promise<void>>();
  private closed = false;

  constructor(
    private readonly target: Target,
    private readonly ledger: Ledger,
    private readonly mail: MailSender,
  ) {
    this.mailboxes = new OutgoingMail(target.outgoingMail);
    ledger.onAnswered((item) => this.answered(item));
  }

  /** Starts no more replies and waits for those being sent. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.writing);
  }

  private answered(item: LedgerEntry): void {
    const { channel, repliesBack } = item.arrival;
    if (this.closed || channel !== 'email' || !repliesBack || item.reply) return;
    item.reply = { sentAt: Date.now() };
    const letter = this.writeBack(item)
      .catch((error: Error) => void (item.reply!.fault = error.message))
      .finally(() => this.writing.delete(letter));
    this.writing.add(letter);
  }

  private async writeBack(item: LedgerEntry): Promise<void> {
    const { n, content, seed } = item.arrival;
    const { marks } = this.ledger;
    const random = new Random(seed).fork('reply');
    await pause(random.between(500, 3_000));
    const received = await this.latest(marks.address(n));
    const original = marks.messageId(n);
    const messageId = `<${marks.ofReply(n)}@home.example>`;
    await this.mail.send({
      from: { name: content.name, address: marks.address(n) },
      // Without access to the mailbox, they reply to their own mail.
      to: received?.replyTo || `${content.queue}@${this.target.mailDomain}`,
      messageId,
      subject: `Re: ${received?.subject.startsWith('=?') === false ? received.subject : content.subject}`,
      text: `${content.language === 'ar' ? 'شكرا، ولكن بقي سؤال.' : 'Thanks, one more thing.'} ${marks.ofReply(n)}\n`,
      inReplyTo: received?.messageId ?? original,
      references: received ? [original, received.messageId] : [original],
    });
    this.ledger.acknowledgeReply(item, messageId);
  }

  private async latest(address: string): Promise<SentMail | undefined> {
    const mails = await this.mailboxes.to(address);
    return mails.findLast((mail) => !mail.automatic) ?? mails.at(-1);
  }
}
