import { unprocessable } from '#wasl/kernel';
import { isReport } from './domain/delivery-report.js';
import { MailHeaders } from './domain/mail-headers.js';
import { NAMELESS_MAIL_SYSTEM } from './domain/mail-system.js';
import { derivedMessageId, messageIdFrom, referencesOf } from './domain/message-id.js';
import { FaultList, type MailFault } from './domain/mime/faults.js';
import type { Block, MailAttachment } from './domain/mime/mail-content.js';
import { readParts } from './domain/mime/part-tree.js';
import { readContent } from './domain/mime/read-content.js';
import { hasOneAuthor, type Sender, senderOf } from './domain/sender.js';
import { oneLine } from './domain/subject.js';
import { htmlToText } from './html-body.js';

const MAX_TEXT_LENGTH = 100_000;

/** A parsed mail: everything that later steps need, already cleaned. */
export interface IncomingMail {
  /** with brackets; made from the content when the mail has none */
  messageId: string;
  references: string[];
  headers: MailHeaders;
  from: Sender;
  /** false when the author is uncertain: no usable From, or several */
  oneAuthor: boolean;
  subject: string;
  text: string;
  /** as received; sanitized when it is shown */
  html: string | null;
  attachments: MailAttachment[];
  /** faults that did not prevent reading it */
  faults: MailFault[];
}

/**
 * Parses a mail within limits of parts, depth, header and text, in one synchronous pass. Nothing is rendered or
 * fetched. What exceeds a limit is in the stored original.
 * @throws unprocessable `mail.no_sender`: the mail is then quarantined
 */
export function readMail(
  raw: Buffer,
  envelopeFrom: string,
  faults = new FaultList(raw.length),
): IncomingMail {
  const root = readParts(raw, faults);
  const { head } = root;
  const headers = new MailHeaders(head.lines());
  const from = senderOf(head, envelopeFrom, faults);
  if (!from && !isReport(headers)) throw unprocessable('mail.no_sender');
  const { blocks, attachments } = readContent(root, faults);
  for (const { html } of blocks) faults.spend(html?.length ?? 0);
  const whole = textOf(blocks);
  return {
    messageId: messageIdFrom(head.raw('message-id')) ?? derivedMessageId(raw),
    references: referencesOf(head.raw('in-reply-to'), head.allRaw('references').join(' ')),
    headers,
    from: from ?? { address: NAMELESS_MAIL_SYSTEM, name: null },
    oneAuthor: hasOneAuthor(head),
    subject: oneLine(head.text('subject')),
    text: whole.slice(0, MAX_TEXT_LENGTH),
    html: htmlOf(blocks),
    attachments: [...attachments, ...overlong(whole)],
    faults: faults.list(),
  };
}

/** NUL is removed, because PostgreSQL cannot store it in text. */
function textOf(blocks: Block[]): string {
  return blocks
    .map(({ text, html }) => (text ?? (html ? htmlToText(html) : '')).trim())
    .filter(Boolean)
    .join('\n\n')
    .replace(/\u0000/g, '')
    .trim();
}

/** One document of all HTML parts; plain text between them is kept as such. */
function htmlOf(blocks: Block[]): string | null {
  if (!blocks.some(({ html }) => html)) return null;
  return blocks.map(({ text, html }) => html ?? `<pre>${escape(text ?? '')}</pre>`).join('\n');
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A text longer than the limit continues in an attachment, so that nothing is lost. */
function overlong(text: string): MailAttachment[] {
  if (text.length <= MAX_TEXT_LENGTH) return [];
  return [{ name: 'message.txt', type: 'text/plain', content: Buffer.from(text, 'utf8'), contentId: null }];
}
