import { MailHeaders } from '../domain/mail-headers.js';
import type { MailPage } from '../mail-page.js';
import type { IncomingMail } from '../read-mail.js';

/** What the sandbox that reads mail is asked for. */
export type ReadJob = { raw: Uint8Array } & (
  { kind: 'mail'; envelopeFrom: string } | { kind: 'page'; remoteImages: boolean }
);

/** A parsed mail without classes, which processes cannot pass to each other. */
export interface SerializedMail extends Omit<IncomingMail, 'headers'> {
  headers: string[];
}

export type ReadResult = SerializedMail | MailPage | null;

export const serializeMail = ({ headers, ...rest }: IncomingMail): SerializedMail => ({
  ...rest,
  headers: headers.lines(),
});

export const deserializeMail = ({ headers, ...rest }: SerializedMail): IncomingMail => ({
  ...rest,
  headers: new MailHeaders(headers),
});
