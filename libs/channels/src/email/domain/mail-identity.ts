import { createHash } from 'node:crypto';
import { DERIVED_SUFFIX } from './message-id.js';

/** The content that identifies a mail; whatever mail systems on the way may add or re-encode is left out. */
export interface FingerprintedContent {
  from: { address: string };
  subject: string;
  text: string;
  html: string | null;
  attachments: { name: string; content: Buffer }[];
}

export interface Fingerprints {
  /** hexadecimal */
  current: string;
  /** that of versions before 0.2, which left out the HTML; equal to `current` when there is none */
  earlier: string;
}

/**
 * Anybody can reuse somebody else's Message-ID, and some programs give all their mail the same one. Two mails with
 * one Message-ID are therefore the same only when sender, subject, text, HTML and files are equal.
 */
export function fingerprintsOf(mail: FingerprintedContent): Fingerprints {
  const files = mail.attachments.map(({ name, content }) => [name, sha256(content)]);
  const parts = [mail.from.address, withoutSpaces(mail.subject), withoutSpaces(mail.text), files];
  const earlier = sha256(JSON.stringify(parts));
  if (mail.html === null) return { current: earlier, earlier };
  return { current: sha256(JSON.stringify([...parts, wordsOfHtml(mail.html)])), earlier };
}

/** For unreadable mail: only identical bytes are the same mail. */
export const fingerprintOfBytes = (raw: Buffer): string => sha256(raw);

/** The Message-ID used when another mail already has the mail's own one: always the same for the same mail. */
export function replacementMessageId(messageId: string, fingerprint: string): string {
  return `<${sha256(`${messageId} ${fingerprint}`)}${DERIVED_SUFFIX}`;
}

/** Whether a mail has the same content as one that we sent. */
export function hasSameContent(
  mail: Pick<FingerprintedContent, 'subject' | 'text'>,
  sent: { subject: string; text: string },
): boolean {
  return (
    withoutSpaces(mail.subject) === withoutSpaces(sent.subject) &&
    withoutSpaces(mail.text) === withoutSpaces(sent.text)
  );
}

interface Seen {
  id: string;
  messageId: string;
  /** null when it cannot be known any more: then the Message-ID decides */
  fingerprint: string | null;
}

/** Under which Message-ID a mail is received, or the id of the received mail that it repeats. */
export type MailIdentity = { messageId: string } | { repeats: string };

/** @param kept the quarantined row of this mail, when it is retried */
export function identityOf(
  { messageId, fingerprint }: { messageId: string; fingerprint: string },
  { seen, sent }: { seen: Seen[]; sent: object | null },
  kept: string | null,
): MailIdentity {
  const others = seen.filter(({ id }) => id !== kept);
  const own = others.filter((one) => one.messageId === messageId);
  const same = own.find((one) => one.fingerprint === null || one.fingerprint === fingerprint);
  if (same) return { repeats: same.id };
  if (own.length === 0 && !sent) return { messageId };
  const replacement = replacementMessageId(messageId, fingerprint);
  const again = others.find((one) => one.messageId === replacement);
  return again ? { repeats: again.id } : { messageId: replacement };
}

/** Without tags, because gateways rewrite links and pictures. */
const wordsOfHtml = (html: string) => withoutSpaces(html.replace(/<[^<>]*>/g, ''));
const withoutSpaces = (text: string) => text.replace(/\s+/g, '');
const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
