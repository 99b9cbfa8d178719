/** The collection state of a mailbox, valid while its UIDVALIDITY is unchanged (RFC 3501, 2.3.1.1). */
export interface MailboxCursor {
  uidValidity: string;
  /** UIDNEXT when collection began under this UIDVALIDITY */
  firstUid: number;
  /** all mail up to this UID has been processed */
  lastUid: number;
  /** when collection from it began */
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
 * Whether to collect a mail: everything that arrived since collection began, read or not; of older mail only what is
 * unread, because a mailbox that was in use must not become a thousand tickets. When UIDVALIDITY changes, mail may be
 * seen twice; its Message-ID identifies it.
 */
export function shouldCollect(mail: ListedMail, cursor: MailboxCursor): boolean {
  if (mail.uid <= cursor.lastUid) return false;
  if (mail.uid >= cursor.firstUid || !mail.seen) return true;
  return mail.receivedAt !== null && mail.receivedAt >= cursor.since;
}

/**
 * Splits mails into batches of limited number and size, in order; a mail larger than the limit is a batch by itself.
 */
export function batchesOf(mails: ListedMail[], mostMails: number, mostBytes: number): ListedMail[][] {
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
