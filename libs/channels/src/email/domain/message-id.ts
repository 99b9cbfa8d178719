import { createHash } from 'node:crypto';

const MAX_LENGTH = 250;
const MESSAGE_ID = /^<[^\s<>\u0000-\u001f\u007f]+>$/;
/** Not a real host, so that a derived id is never confused with a sender's own, nor sent out. */
export const DERIVED_SUFFIX = '@derived.invalid>';
const MAX_REFERENCES = 50;

/** A Message-ID with its brackets. @returns null when there is none, or it cannot be stored and sent */
export function messageIdFrom(text: string): string | null {
  const [id] = messageIdsIn(text);
  if (id) return id;
  const bare = `<${text.trim()}>`;
  return text.includes('@') && MESSAGE_ID.test(bare) && bare.length <= MAX_LENGTH ? bare : null;
}

/** Every Message-ID in a References or In-Reply-To header, in order. */
export function messageIdsIn(text: string): string[] {
  const ids = text.match(/<[^<>\s]{1,248}>/g) ?? [];
  return ids.filter((id) => MESSAGE_ID.test(id));
}

/** In-Reply-To first, then References from the nearest to the farthest. */
export function referencesOf(inReplyTo: string, references: string): string[] {
  const ids = [...messageIdsIn(inReplyTo), ...messageIdsIn(references).reverse()];
  return [...new Set(ids)].slice(0, MAX_REFERENCES);
}

/** Derived from the content of a mail without a Message-ID, so that it too is received once. */
export function derivedMessageId(raw: Buffer): string {
  return `<${createHash('sha256').update(raw).digest('hex')}${DERIVED_SUFFIX}`;
}

export function isDerivedMessageId(id: string): boolean {
  return id.endsWith(DERIVED_SUFFIX);
}
