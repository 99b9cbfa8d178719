import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { specimens } from '../../../../../test/mails/corpus.js';
import { readMail } from '../read-mail.js';
import { MailReader } from './mail-reader.service.js';

/** The rest takes long and shows nothing more. */
const MAX_COMPARED = 100_000;
const MEGABYTE = 1024 * 1024;
const mail = (body: string, type = 'text/plain') =>
  Buffer.from(`From: Person <person@home.example>\r\nSubject: Lamp\r\nContent-Type: ${type}\r\n\r\n${body}`);
const ORDINARY = mail('It is dark.');
const HUGE = mail(Buffer.alloc(20_000_000, '=?utf-8?Q?x?= <p>It is dark.</p>\r\n').toString(), 'text/html');
const LARGE_FILE = mail(
  Buffer.alloc(30_000_000, 'QUJD').toString(),
  'application/octet-stream\r\nContent-Transfer-Encoding: base64',
);

describe('the process that reads mail', () => {
  const readers: MailReader[] = [];
  const start = (limits?: Partial<MailReader['limits']>) => {
    const reader = new MailReader(limits);
    readers.push(reader);
    return reader;
  };
  afterEach(() => {
    for (const reader of readers.splice(0)) reader.onApplicationShutdown();
  });

  it('reads the mails of the corpus as they are read elsewhere', async () => {
    const reader = start();
    for (const { raw, envelopeFrom = 'person@home.example' } of specimens()) {
      if (raw.length > MAX_COMPARED) continue;
      const [here, there] = [readMail(raw, envelopeFrom), await reader.read(raw, envelopeFrom)];
      const { headers, attachments, ...rest } = there;
      expect(JSON.stringify(rest)).toBe(
        JSON.stringify({ ...here, headers: undefined, attachments: undefined }),
      );
      expect(headers.lines()).toEqual(here.headers.lines());
      expect(attachments.map(({ name, type, contentId }) => [name, type, contentId])).toEqual(
        here.attachments.map(({ name, type, contentId }) => [name, type, contentId]),
      );
      expect(attachments.every(({ content }, i) => here.attachments[i]!.content.equals(content))).toBe(true);
    }
  });

  it('leaves the process free for other work', async () => {
    const reader = start();
    await reader.read(ORDINARY, '');
    let turns = 0;
    let reading = true;
    const count = () => {
      turns++;
      if (reading) setImmediate(count);
    };
    count();
    await reader.read(HUGE, '');
    reading = false;
    expect(turns).toBeGreaterThan(100);
  });

  it('gives up a mail that takes too long, and reads the next', async () => {
    const reader = start({ ms: 60_000 });
    await reader.read(ORDINARY, '');
    reader.limits.ms = 1;
    const given = reader.read(HUGE, '').catch((error: unknown) => error);
    reader.limits.ms = 60_000;
    const next = reader.read(ORDINARY, '');
    expect(await given).toMatchObject({ kind: 'unprocessable', code: 'mail.too_complex' });
    expect(await next).toMatchObject({ text: 'It is dark.' });
  });

  it.each([
    ['objects', { heapMegabytes: 20 }, mail('{'.repeat(5_000_000), 'text/rtf')],
    ['bytes outside of the heap', { bytes: 150 * MEGABYTE }, LARGE_FILE],
  ])('gives up a mail that takes too much memory for %s, and reads the next', async (_, limits, raw) => {
    const reader = start({ ms: 60_000, ...limits });
    await reader.read(ORDINARY, '');
    await expect(reader.read(raw, '')).rejects.toMatchObject({ code: 'mail.too_complex' });
    expect(await reader.read(ORDINARY, '')).toMatchObject({ text: 'It is dark.' });
  });

  it('says why a mail cannot be read', async () => {
    await expect(start().read(Buffer.from('Subject: x\r\n\r\nx'), '')).rejects.toMatchObject({
      kind: 'unprocessable',
      code: 'mail.no_sender',
    });
  });

  it('quarantines a mail that crashes it again, and reads one that it was not to blame for', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wasl-suite-'));
    const module = join(folder, 'module.mjs');
    // Ends at once for a mail of its name; the other crashes the first time only.
    await writeFile(
      module,
      `import { existsSync, writeFileSync } from 'node:fs';
       const mark = ${JSON.stringify(join(folder, 'mark'))};
       export const handle = ({ envelopeFrom }) => {
         if (envelopeFrom === 'once' && existsSync(mark)) return { headers: [], text: 'read' };
         writeFileSync(mark, '');
         process.kill(process.pid, 'SIGSEGV');
         return new Promise(() => {});
       };`,
    );
    const reader = new MailReader({}, module);
    readers.push(reader);
    expect(await reader.read(ORDINARY, 'once')).toMatchObject({ text: 'read' });
    await expect(reader.read(ORDINARY, 'always')).rejects.toMatchObject({ code: 'mail.too_complex' });
    await rm(folder, { recursive: true });
  });

  it('does not blame a mail when the process stops', async () => {
    const reader = start();
    const reading = reader.read(ORDINARY, '').catch((error: unknown) => error);
    reader.onApplicationShutdown();
    expect(await reading).toMatchObject({ kind: 'unavailable' });
    await expect(reader.read(ORDINARY, '')).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('makes pages of HTML', async () => {
    const reader = start();
    expect((await reader.page(mail('<p>Hello</p>', 'text/html'), false))?.html).toContain('<p>Hello</p>');
    expect(await reader.page(ORDINARY, false)).toBeNull();
  });
});
