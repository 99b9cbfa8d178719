import { simpleParser, type AddressObject, type ParsedMail as Parsed } from 'mailparser';
import { unprocessable } from '#wasl/kernel';
import { normalizeMailAddress } from './domain/mail-address.js';
import { MailHeaders } from './domain/mail-headers.js';
import { derivedMessageId, messageIdFrom, referencesOf } from './domain/message-id.js';
import { oneLine } from './domain/subject.js';
import { textOfHtml } from './html-body.js';

const MOST_PARTS = 100;
const LONGEST_HEAD = 256 * 1024;
const LONGEST_TEXT = 100_000;
const PARSING_MS = 20_000;

export interface MailAttachment {
  name: string;
  type: string;
  content: Buffer;
  contentId: string | null;
}

/** A mail, read: everything later steps need, and nothing they would have to clean again. */
export interface IncomingMail {
  /** with brackets; made from the content when the mail has none */
  messageId: string;
  references: string[];
  headers: MailHeaders;
  /** the sender's own address, by From, else Reply-To, Sender, Return-Path */
  from: { address: string; name: string | null };
  subject: string;
  text: string;
  html: string | null;
  attachments: MailAttachment[];
}

/**
 * Reads a mail within bounds: so many parts, so large a head, so long a time. Nothing is rendered or fetched.
 * @throws unprocessable `mail.unreadable`, `mail.no_sender`: it is then kept whole for a person to look at
 */
export async function parseMail(raw: Buffer, envelopeFrom: string): Promise<IncomingMail> {
  const parsed = await within(PARSING_MS, parse(raw));
  const headers = new MailHeaders(parsed.headerLines.map(({ line }) => line));
  const from = senderOf(parsed, headers, envelopeFrom);
  if (!from) throw unprocessable('mail.no_sender');
  const whole = bodyOf(parsed);
  return {
    messageId: messageIdFrom(headers.first('message-id')) ?? derivedMessageId(raw),
    references: referencesOf(headers.first('in-reply-to'), headers.all('references').join(' ')),
    headers,
    from,
    subject: oneLine(parsed.subject ?? ''),
    text: whole.slice(0, LONGEST_TEXT),
    html: parsed.html || null,
    attachments: [...attachmentsOf(parsed), ...overlong(whole)],
  };
}

async function parse(raw: Buffer): Promise<Parsed> {
  try {
    return await simpleParser(raw, {
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
      keepCidLinks: true,
      keepDeliveryStatus: true,
      ignoreEmbedded: true,
      checksumAlgo: false,
      maxChildNodes: MOST_PARTS,
      maxHeadSize: LONGEST_HEAD,
    });
  } catch (error) {
    throw unprocessable('mail.unreadable', { detail: oneLine((error as Error).message, 200) });
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unprocessable('mail.unreadable', { detail: 'took too long' })), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function senderOf(parsed: Parsed, headers: MailHeaders, envelopeFrom: string): IncomingMail['from'] | null {
  const sender = parsed.headers.get('sender') as AddressObject | undefined;
  for (const field of [parsed.from, parsed.replyTo, sender]) {
    for (const { address, name } of field?.value ?? []) {
      const normal = normalizeMailAddress(address);
      if (normal) return { address: normal, name: oneLine(name ?? '', 120) || null };
    }
  }
  const returnPath = headers.first('return-path').replace(/[<>]/g, '');
  const address = normalizeMailAddress(envelopeFrom) ?? normalizeMailAddress(returnPath);
  return address ? { address, name: null } : null;
}

/** PostgreSQL's text has no NUL. */
function bodyOf(parsed: Parsed): string {
  const text = parsed.text?.trim() || (parsed.html ? textOfHtml(parsed.html) : '');
  return text
    .replace(/\u0000/g, '')
    .replace(/\r\n?/g, '\n')
    .trim();
}

function attachmentsOf(parsed: Parsed): MailAttachment[] {
  return parsed.attachments.map((part) => ({
    name: part.filename || nameFor(part.contentType),
    type: part.contentType.toLowerCase(),
    content: part.content,
    contentId: part.cid ?? null,
  }));
}

function nameFor(type: string): string {
  return type.startsWith('message/') ? 'message.eml' : 'attachment';
}

/** A text longer than a message may be goes on in a file: nothing that came is lost. */
function overlong(text: string): MailAttachment[] {
  if (text.length <= LONGEST_TEXT) return [];
  return [{ name: 'message.txt', type: 'text/plain', content: Buffer.from(text, 'utf8'), contentId: null }];
}
