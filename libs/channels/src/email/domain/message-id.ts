import { createHash } from 'node:crypto';

const LONGEST = 250;
const FORM = /^<[^\s<>\u0000-\u001f\u007f]+>$/;
/** Names no host: what is made up here is never mistaken for a sender's own, nor sent out. */
export const MADE_UP = '@derived.invalid>';
const MOST_REFERENCES = 50;

/** A Message-ID with its brackets. @returns null when there is none, or none that can be kept and sent */
export function messageIdFrom(text: string): string | null {
  const [id] = messageIdsIn(text);
  if (id) return id;
  const bare = `<${text.trim()}>`;
  return text.includes('@') && FORM.test(bare) && bare.length <= LONGEST ? bare : null;
}

/** Every Message-ID in a References or In-Reply-To header, in order. */
export function messageIdsIn(text: string): string[] {
  const ids = text.match(/<[^<>\s]{1,248}>/g) ?? [];
  return ids.filter((id) => FORM.test(id));
}

/** In-Reply-To first, then References from the nearest to the farthest. */
export function referencesOf(inReplyTo: string, references: string): string[] {
  const ids = [...messageIdsIn(inReplyTo), ...messageIdsIn(references).reverse()];
  return [...new Set(ids)].slice(0, MOST_REFERENCES);
}

/** For a mail without a Message-ID: the same content has the same one, so that it too is received once. */
export function derivedMessageId(raw: Buffer): string {
  return `<${createHash('sha256').update(raw).digest('hex')}${MADE_UP}`;
}

export function isDerivedMessageId(id: string): boolean {
  return id.endsWith(MADE_UP);
}
