/** Reports as mail systems write them: `{to}` stands for the recipient, `{id}` for the Message-ID of our mail. */
export interface BounceKind {
  name: string;
  action: 'failed' | 'delayed' | 'complaint' | 'unknown';
  from: string;
  subject: string;
  head?: string[];
  body: string;
}

export const DAEMON = 'MAILER-DAEMON@home.example';
export const free = (
  name: string,
  from: string,
  subject: string,
  body: string,
  head?: string[],
): BounceKind => ({
  name,
  action: 'failed',
  from,
  subject,
  body,
  head,
});
export const delayed = (kind: BounceKind): BounceKind => ({ ...kind, action: 'delayed' });
