import { unprocessable } from '#wasl/kernel';
import { MailHeaders } from './domain/mail-headers.js';
import { derivedMessageId, messageIdFrom, referencesOf } from './domain/message-id.js';
import { FaultList, type MailFault } from './domain/mime/faults.js';
import type { Block, MailAttachment } from './domain/mime/mail-content.js';
import { readParts } from './domain/mime/part-tree.js';
import { readContent } from './domain/mime/read-content.js';
import { hasOneAuthor, type Sender, senderOf } from './domain/sender.js';
import { oneLine } from './domain/subject.js';
import { textOfHtml } from './html-body.js';

const LONGEST_TEXT = 100_000;

/** A mail, read: everything later steps need, and nothing they would have to clean again. */
export interface IncomingMail {
  /** with brackets; made from the content when the mail has none */
  messageId: string;
  references: string[];
  headers: MailHeaders;
  from: Sender;
  /** false when it is not certain who wrote it: no usable From, or several */
  oneAuthor: boolean;
  subject: string;
  text: string;
  /** as it came; cleaned when it is looked at */
  html: string | null;
  attachments: MailAttachment[];
  /** what was wrong with it, and did not hinder */
  faults: MailFault[];
}

/**
 * Reads a mail within bounds of parts, depth, head and text, in one pass and without waiting for anything. Nothing is
 * rendered or fetched. What lies beyond a bound is in the original, which is kept.
 * @throws unprocessable `mail.no_sender`: it is then kept whole for a person to look at
 */
export function readMail(raw: Buffer, envelopeFrom: string): IncomingMail {
  const faults = new FaultList();
  const root = readParts(raw, faults);
  const { head } = root;
  const headers = new MailHeaders(head.lines());
  const from = senderOf(head, envelopeFrom, faults);
  if (!from) throw unprocessable('mail.no_sender');
  const { blocks, attachments } = readContent(root, faults);
  const whole = textOf(blocks);
  return {
    messageId: messageIdFrom(head.raw('message-id')) ?? derivedMessageId(raw),
    references: referencesOf(head.raw('in-reply-to'), head.allRaw('references').join(' ')),
    headers,
    from,
    oneAuthor: hasOneAuthor(head),
    subject: oneLine(head.text('subject')),
    text: whole.slice(0, LONGEST_TEXT),
    html: htmlOf(blocks),
    attachments: [...attachments, ...overlong(whole)],
    faults: faults.list(),
  };
}

/** PostgreSQL's text has no NUL. */
function textOf(blocks: Block[]): string {
  return blocks
    .map(({ text, html }) => (text ?? (html ? textOfHtml(html) : '')).trim())
    .filter(Boolean)
    .join('\n\n')
    .replace(/\u0000/g, '')
    .trim();
}

/** One document of all that came as HTML; plain text between is kept as such. */
function htmlOf(blocks: Block[]): string | null {
  if (!blocks.some(({ html }) => html)) return null;
  return blocks.map(({ text, html }) => html ?? `<pre>${escape(text ?? '')}</pre>`).join('\n');
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A text longer than a message may be goes on in a file: nothing that came is lost. */
function overlong(text: string): MailAttachment[] {
  if (text.length <= LONGEST_TEXT) return [];
  return [{ name: 'message.txt', type: 'text/plain', content: Buffer.from(text, 'utf8'), contentId: null }];
}
