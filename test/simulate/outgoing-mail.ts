import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface SentMail {
  to: string;
  messageId: string;
  replyTo: string;
  subject: string;
  automatic: boolean;
}

/** Reads the mails that a system without SMTP server writes to files, in place of the requesters' mailboxes. */
export class OutgoingMail {
  private readonly read = new Set<string>();
  private readonly byRecipient = new Map<string, SentMail[]>();

  constructor(private readonly folder: string | undefined) {}

  async to(address: string): Promise<SentMail[]> {
    await this.refresh();
    return this.byRecipient.get(address) ?? [];
  }

  async all(): Promise<SentMail[]> {
    await this.refresh();
    return [...this.byRecipient.values()].flat();
  }

  private async refresh(): Promise<void> {
    if (!this.folder) return;
    const names = await readdir(this.folder).catch(() => [] as string[]);
    for (const name of names.filter((one) => one.endsWith('.eml') && !this.read.has(one))) {
      this.read.add(name);
      const mail = sentMail(await readFile(join(this.folder, name), 'utf8'));
      const known = this.byRecipient.get(mail.to);
      if (known) known.push(mail);
      else this.byRecipient.set(mail.to, [mail]);
    }
  }
}

function sentMail(raw: string): SentMail {
  const head = raw.slice(0, raw.search(/\r?\n\r?\n/)).replace(/\r?\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const address = (text: string) => /<([^<>]+)>/.exec(text)?.[1] ?? text;
  return {
    to: address(header('To')),
    messageId: header('Message-ID'),
    replyTo: address(header('Reply-To')),
    subject: header('Subject'),
    automatic: header('Auto-Submitted') !== '',
  };
}
