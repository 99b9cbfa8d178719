import type { StoredPurpose } from './domain/notice-wording.js';

export type Purpose = StoredPurpose;

/** A mail to be sent, before it is stored. */
export interface MailDraft {
  /** idempotency key, together with the purpose */
  eventId: string;
  purpose: Purpose;
  /** number: twelve digits */
  ticket: { id: string; number: string; queueKey: string };
  recipient: string;
  fromName: string;
  subject: string;
  text: string;
  html: string;
  /** RFC 3834: an automatic reply, a notice, or null for what a person wrote */
  automatic: 'auto-replied' | 'auto-generated' | null;
  /** the message whose attachments are included */
  messageUuid: string | null;
}

/** The header values that are stored as JSON. */
export interface StoredHeaders {
  from: { name: string; address: string };
  replyTo: string;
  inReplyTo: string | null;
  references: string[];
  automatic: MailDraft['automatic'];
  messageUuid: string | null;
  /** where bounces go, when not to the reply address */
  bounceTo?: string;
  /** the one-click unsubscribe link */
  unsubscribe?: string;
  /** a link to set a password, inserted when the mail is sent */
  linkId?: string;
  /** a one-time code of somebody who signs in on the portal, inserted when it is sent */
  codeId?: string;
}
