import type { StoredPurpose } from './domain/what-to-tell.js';

export type Purpose = StoredPurpose;

/** A mail to be sent, before it is stored. */
export interface MailDraft {
  /** with the purpose, what makes it one mail however often the event is seen */
  eventId: string;
  purpose: Purpose;
  /** number: twelve digits */
  ticket: { id: string; number: string; queueKey: string };
  recipient: string;
  fromName: string;
  subject: string;
  text: string;
  html: string;
  /** RFC 3834: an answer to a mail, a notice, or null for what a person wrote */
  automatic: 'auto-replied' | 'auto-generated' | null;
  /** the message whose files go with it */
  messageUuid: string | null;
}

/** What is stored of it beside the columns, and becomes its header. */
export interface StoredHeaders {
  from: { name: string; address: string };
  replyTo: string;
  inReplyTo: string | null;
  references: string[];
  automatic: MailDraft['automatic'];
  messageUuid: string | null;
  /** where reports of failed delivery go, when not to the address for replies */
  bounceTo?: string;
  /** a link by which its reader wants no more of these, with one click of the mail program's */
  unsubscribe?: string;
  /** a link to set a password by, put in as the mail leaves */
  linkId?: string;
}
