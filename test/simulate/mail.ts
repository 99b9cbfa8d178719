import { createTransport, type Transporter } from 'nodemailer';
import { setTimeout as pause } from 'node:timers/promises';
import type { Target } from './target.js';

export interface RawMail {
  from: { name: string; address: string };
  to: string;
  messageId: string;
  subject: string;
  text: string;
  inReplyTo?: string;
  references?: string[];
}

const PATIENCE_MS = 60_000;

/** Sends mail like other mail servers: raw RFC 5322 over SMTP, with retries until it is accepted. */
export class MailSender {
  private readonly transport: Transporter;

  constructor({ host, smtpPort }: Pick<Target, 'host' | 'smtpPort'>) {
    const options = { host, port: smtpPort, secure: false, ignoreTLS: true, pool: true, maxConnections: 8 };
    const times = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 20_000 };
    this.transport = createTransport({ ...options, ...times } as Parameters<typeof createTransport>[0]);
  }

  /** Returns after reply 250. @throws the server's last reply */
  async send(mail: RawMail): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    const raw = rawMail(mail);
    for (let wait = 200; ; wait = Math.min(wait * 2, 1_000)) {
      try {
        await this.transport.sendMail({ envelope: { from: mail.from.address, to: [mail.to] }, raw });
        return;
      } catch (error) {
        const { responseCode = 0 } = error as { responseCode?: number };
        if (responseCode >= 500 || Date.now() + wait > end) throw error;
        await pause(wait);
      }
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** The bytes of a mail; the text is in base64, so that any language works. */
export function rawMail(mail: RawMail): string {
  const head = [
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `From: ${encodedWord(mail.from.name)} <${mail.from.address}>`,
    `To: <${mail.to}>`,
    `Message-ID: ${mail.messageId}`,
    `Subject: ${encodedWord(mail.subject)}`,
    ...(mail.inReplyTo ? [`In-Reply-To: ${mail.inReplyTo}`] : []),
    ...(mail.references?.length ? [`References: ${mail.references.join('\r\n ')}`] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  const body = Buffer.from(mail.text, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n');
  return `${head.join('\r\n')}\r\n\r\n${body}\r\n`;
}

/** RFC 2047; encoded words of at most 75 characters that split no character. */
export function encodedWord(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const pieces: string[] = [];
  let piece = '';
  for (const letter of text) {
    if (Buffer.byteLength(piece + letter) > 42) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece]
    .map((part) => `=?UTF-8?B?${Buffer.from(part, 'utf8').toString('base64')}?=`)
    .join('\r\n ');
}
