import { MailHeaders } from '../domain/mail-headers.js';
import type { MailPage } from '../mail-page.js';
import type { IncomingMail } from '../read-mail.js';

/** What the sandbox that reads mail is asked for. */
export type ReadJob = { raw: Uint8Array } & (
  { kind: 'mail'; envelopeFrom: string } | { kind: 'page'; remoteImages: boolean }
);

/** A parsed mail without classes, which processes cannot pass to each other. */
export interface PassedMail extends Omit<IncomingMail, 'headers'> {
  headers: string[];
}

export type ReadResult = PassedMail | MailPage | null;

export const passed = ({ headers, ...rest }: IncomingMail): PassedMail => ({
  ...rest,
  headers: headers.lines(),
});

export const received = ({ headers, ...rest }: PassedMail): IncomingMail => ({
  ...rest,
  headers: new MailHeaders(headers),
});
