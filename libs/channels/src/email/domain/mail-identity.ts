import { createHash } from 'node:crypto';
import { DERIVED_SUFFIX } from './message-id.js';

/** The content that identifies a mail; whatever mail systems on the way may add or re-encode is left out. */
export interface FingerprintedContent {
  from: { address: string };
  subject: string;
  text: string;
  attachments: { name: string; content: Buffer }[];
}

/**
 * Anybody can reuse somebody else's Message-ID. Two mails with one Message-ID are therefore the same only when
 * sender, subject, text and files are equal.
 * @returns hexadecimal
 */
export function fingerprintOf(mail: FingerprintedContent): string {
  const files = mail.attachments.map(({ name, content }) => [name, sha256(content)]);
  return sha256(
    JSON.stringify([mail.from.address, withoutSpaces(mail.subject), withoutSpaces(mail.text), files]),
  );
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
  fingerprint: string | null;
}

/**
 * Chooses the Message-ID under which a mail is received.
 * @param kept the quarantined row of this mail, when it is retried
 * @returns null when it has been received before
 */
export function chooseMessageId(
  { messageId, fingerprint }: { messageId: string; fingerprint: string },
  { seen, sent }: { seen: Seen[]; sent: object | null },
  kept: string | null,
): string | null {
  const others = seen.filter(({ id }) => id !== kept);
  const isSame = (one: Seen) => one.fingerprint === null || one.fingerprint === fingerprint;
  const own = others.filter((one) => one.messageId === messageId);
  if (own.some(isSame)) return null;
  if (own.length === 0 && !sent) return messageId;
  const replacement = replacementMessageId(messageId, fingerprint);
  return others.some((one) => one.messageId === replacement) ? null : replacement;
}

const withoutSpaces = (text: string) => text.replace(/\s+/g, '');
const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
