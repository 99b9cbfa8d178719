import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import MailComposer from 'nodemailer/lib/mail-composer';
import { type MailSystem, startMailSystem } from '../support/mail-system.js';

/** The Big List of Naughty Strings. */
const NAUGHTY = createRequire(import.meta.url)('big-list-of-naughty-strings') as string[];
const AT_ONCE = 8;

interface Stored {
  raw: Buffer;
  state: string;
  subject: string;
  description: string;
  name: string | null;
  size: number | null;
}

describe('The big list of naughty strings, by mail', () => {
  let system: MailSystem;
  beforeAll(async () => {
    system = await startMailSystem();
  });
  afterAll(() => system?.stop());

  const senderOf = (n: number) => `naughty${n}@home.example`;
  const compose = (text: string, n: number): Promise<Buffer> =>
    new MailComposer({
      messageId: `<naughty${n}@home.example>`,
      from: { name: text, address: senderOf(n) },
      to: 'general@contact.example',
      subject: text,
      text,
      attachments: [{ filename: text || 'empty', content: text }],
      textEncoding: 'base64',
      newline: 'win',
      disableFileAccess: true,
      disableUrlAccess: true,
    })
      .compile()
      .build();
  const storedOf = async (n: number): Promise<Stored | undefined> => {
    const [row] = await system.db.query<Stored>(
      `SELECT i.raw, i.state, t.subject, t.description, r.name,
              (SELECT size FROM attachment a WHERE a.ticket_id = t.id LIMIT 1) AS size
         FROM inbound_mail i JOIN ticket t ON t.id = i.ticket_id JOIN requester r ON r.id = t.requester_id
        WHERE i.message_id = $1`,
      [`<naughty${n}@home.example>`],
    );
    return row;
  };

  it('is received without errors, each string as subject, name, text and file, and stored unchanged', async () => {
    expect(NAUGHTY.length).toBeGreaterThan(400);
    const wrong: string[] = [];
    const take = async (n: number) => {
      const text = NAUGHTY[n]!;
      const raw = await compose(text, n);
      const answer = await system.send(raw.toString('latin1'), {
        from: senderOf(n),
        to: 'general@contact.example',
      });
      const stored = await storedOf(n);
      const faults = faultsOf(text, raw, answer, stored);
      if (faults.length > 0) wrong.push(`${n} ${JSON.stringify(text)}: ${faults.join(', ')}`);
    };
    const rest = [...NAUGHTY.keys()];
    const worker = async () => {
      for (let n = rest.pop(); n !== undefined; n = rest.pop()) await take(n);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    expect(wrong).toEqual([]);
    const [tables] = await system.db.query<{ n: string }>(
      `SELECT count(*) AS n FROM ticket WHERE channel = 'email'`,
    );
    expect(Number(tables!.n)).toBe(NAUGHTY.length);
  }, 300_000);
});

function faultsOf(text: string, raw: Buffer, answer: string, stored: Stored | undefined): string[] {
  if (!answer.startsWith('250 ')) return [answer];
  if (!stored) return ['not stored'];
  const faults: string[] = [];
  if (stored.state !== 'accepted') faults.push(stored.state);
  if (!stored.raw.toString('latin1').includes(raw.toString('latin1').trim())) faults.push('other bytes');
  if (visible(text) && visible(stored.description) !== visible(text))
    faults.push(`text ${stored.description}`);
  if (visible(text) && !visible(text).startsWith(visible(stored.subject).slice(0, 50)))
    faults.push(`subject ${stored.subject}`);
  if (stored.size === null) faults.push('no file');
  return faults;
}

/** Without whitespace and control characters, which headers may fold and PostgreSQL cannot store. */
const visible = (text: string) => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, '');
