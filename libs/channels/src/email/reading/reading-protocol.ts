import { MailHeaders } from '../domain/mail-headers.js';
import type { MailPage } from '../mail-page.js';
import type { IncomingMail } from '../read-mail.js';

/** The messages between a process and its thread that reads mail. */
export type ReadJob = { id: number; raw: Uint8Array } & (
  { kind: 'mail'; envelopeFrom: string } | { kind: 'page'; remoteImages: boolean }
);

/** A parsed mail without classes, which threads cannot pass to each other. */
export interface PassedMail extends Omit<IncomingMail, 'headers' | 'attachments'> {
  headers: string[];
  attachments: (Omit<IncomingMail['attachments'][number], 'content'> & { content: Uint8Array })[];
}

export interface ReadResults {
  mail: PassedMail;
  page: MailPage | null;
}

/** `code` of the error that was thrown, where it has one. */
export type ReadAnswer = { id: number } & (
  { result: PassedMail | MailPage | null } | { error: string; code: string | null }
);

/** @returns the mail, and the memory of its attachments, which is handed over and not copied again */
export function passed({ headers, attachments, ...rest }: IncomingMail): {
  mail: PassedMail;
  memory: ArrayBuffer[];
} {
  // Exact copies: parts of a mail share one memory, and small ones that of the whole process.
  const files = attachments.map((file) => ({ ...file, content: Uint8Array.from(file.content) }));
  return {
    mail: { ...rest, headers: headers.lines(), attachments: files },
    memory: files.map(({ content }) => content.buffer),
  };
}

export function received({ headers, attachments, ...rest }: PassedMail): IncomingMail {
  return {
    ...rest,
    headers: new MailHeaders(headers),
    attachments: attachments.map((file) => ({
      ...file,
      content: Buffer.from(file.content.buffer, file.content.byteOffset, file.content.byteLength),
    })),
  };
}
