import type { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { StoredHeaders } from './mail-draft.js';

export interface StoredMail {
  id: string;
  ticketId: string | null;
  messageId: string;
  recipient: string;
  subject: string;
  text: string;
  html: string | null;
  headers: StoredHeaders;
  attempts: number;
  createdAt: Date;
  /** its recipient reported our mail as abuse */
  stopped: boolean;
}

export interface MailFile {
  filename: string;
  contentType: string;
  content: Readable;
}

/**
 * Encodes a stored mail. Headers are passed as values for the composer to encode and fold, never joined as text, and
 * the stored values contain no line breaks.
 * @param loopMark identifies our own mail when it comes back
 */
export function composeMail(mail: StoredMail, files: MailFile[], loopMark: string): Promise<Buffer> {
  const { headers } = mail;
  const composer = new MailComposer({
    messageId: mail.messageId,
    date: mail.createdAt,
    from: headers.from,
    to: { name: '', address: mail.recipient },
    replyTo: { name: headers.from.name, address: headers.replyTo },
    subject: mail.subject,
    ...(headers.inReplyTo && { inReplyTo: headers.inReplyTo }),
    ...(headers.references.length > 0 && { references: headers.references }),
    headers: {
      'X-Wasl': loopMark,
      ...(headers.automatic && {
        'Auto-Submitted': headers.automatic,
        'X-Auto-Response-Suppress': 'All',
      }),
      // RFC 8058: mail programs unsubscribe by POST, because mail scanners open links.
      ...(headers.unsubscribe && {
        'List-Unsubscribe': `<${headers.unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    text: mail.text,
    ...(mail.html && { html: mail.html }),
    attachments: files,
    textEncoding: 'B',
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
