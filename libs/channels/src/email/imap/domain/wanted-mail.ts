/** What we know of a mailbox, for as long as its UIDs mean what they meant (RFC 3501, 2.3.1.1). */
export interface MailboxCursor {
  uidValidity: string;
  /** the UID that the next mail would have had when we first saw it so numbered */
  firstUid: number;
  /** all up to this one have been dealt with */
  lastUid: number;
  /** since when we collect from it */
  since: Date;
}

export interface ListedMail {
  uid: number;
  seen: boolean;
  /** bytes */
  size: number;
  /** when the mail server received it */
  receivedAt: Date | null;
}

/**
 * Whether a mail is ours to take. All that came since we collect, read by a person or not; of what lay there before,
 * only what nobody has read: a mailbox that was in use must not become a thousand tickets. When the UIDs have been
 * given anew, mail may be looked at twice; its Message-ID tells.
 */
export function isWanted(mail: ListedMail, cursor: MailboxCursor): boolean {
  if (mail.uid <= cursor.lastUid) return false;
  if (mail.uid >= cursor.firstUid || !mail.seen) return true;
  return mail.receivedAt !== null && mail.receivedAt >= cursor.since;
}

/** In parts of at most so many mails and bytes, in their order; a mail larger than that is a part by itself. */
export function partsOf(mails: ListedMail[], mostMails: number, mostBytes: number): ListedMail[][] {
  const parts: ListedMail[][] = [];
  let bytes = 0;
  for (const mail of mails) {
    const part = parts.at(-1);
    if (part && part.length < mostMails && bytes + mail.size <= mostBytes) {
      part.push(mail);
      bytes += mail.size;
    } else {
      parts.push([mail]);
      bytes = mail.size;
    }
  }
  return parts;
}
