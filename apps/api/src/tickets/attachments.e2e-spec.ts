import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ReceiveMail } from '#wasl/channels';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { EICAR, fakeClamd } from '../../../../test/support/fake-clamd.js';
import { TestS3 } from '../../../../test/support/s3-server.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const BOMB = gzipSync(Buffer.alloc(20 * 1024 * 1024));

describe.each(['a folder', 'S3'])('files on tickets, kept in %s', (where) => {
  const clamd = fakeClamd();
  let s3: TestS3 | undefined;
  let system: TestSystem;
  let agent: Client;

  beforeAll(async () => {
    if (where === 'S3') s3 = await TestS3.start();
    await new Promise<void>((resolve) => clamd.server.listen(0, '127.0.0.1', resolve));
    const { port } = clamd.server.address() as AddressInfo;
    system = await startSystem(
      { mona: {} },
      { worker: true, env: { ...s3?.env, CLAMD_URL: `tcp://127.0.0.1:${port}` } },
    );
    agent = await system.signInAs('mona');
  });
  afterAll(async () => {
    await system.stop();
    await s3?.stop();
    clamd.server.close();
  });

  const upload = async (name: string, content: Buffer | string) => {
    const form = new FormData();
    form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
    const response = await fetch(`${system.url}/api/v1/attachments`, {
      method: 'POST',
      body: form,
      headers: { cookie: agent.cookie! },
    });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  };
  const download = (id: string) => agent.get(`/api/v1/attachments/${id}`);
  const judged = (id: string) =>
    waitFor(async () => (await download(id)).body.code !== 'attachment.checking', {
      within: 20_000,
      what: 'the check',
    });

  it('should be quarantined until scanned, and then be sandboxed downloads', async () => {
    clamd.state.away = true;
    const { status, body } = await upload('\u202etxt.exe', 'hello');
    expect([status, body.name, body.state]).toEqual([201, 'txt.exe', 'checking']);
    const early = await download(body.id!);
    expect([early.status, early.body.code]).toEqual([409, 'attachment.checking']);
    clamd.state.away = false;
    await judged(body.id!);
    const { headers, body: content } = await download(body.id!);
    expect(content.text).toBe('hello');
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('should stay blocked when infected, with the finding shown to staff', async () => {
    const { body } = await upload('letter.txt', `x ${EICAR} x`);
    await judged(body.id!);
    const refused = await download(body.id!);
    expect([refused.status, refused.body.code]).toEqual([409, 'attachment.harmful']);
    expect(refused.body.detail).toContain('virus:Eicar-Test');
  });

  it('should be stored once, under the hash of their content', async () => {
    const content = `the same twice ${where}`;
    const first = await upload('one.txt', content);
    const second = await upload('two.txt', content);
    const hex = createHash('sha256').update(content).digest('hex');
    const path = `${hex.slice(0, 2)}/${hex.slice(2, 4)}/${hex}`;
    const folder = join(system.settings.DATA_DIR, 'attachments');
    if (s3) {
      expect(s3.objects.get(`of/the/tests/${path}`)?.toString()).toBe(content);
      expect(s3.acceptedRequests.filter((one) => one === `PUT of/the/tests/${path}`)).toHaveLength(1);
      expect(await readdir(folder).catch(() => [])).toEqual([]);
    } else expect(await readFile(join(folder, path), 'utf8')).toBe(content);
    // Both, so that the next tests count what is scanned for themselves alone.
    for (const { body } of [first, second]) await judged(body.id!);
  });

  it('should be marked as lost when missing in the store, without blocking others', async () => {
    const { body: lost } = await upload('lost.txt', `soon gone from ${where}`);
    await judged(lost.id!);
    const [row] = await system.database.query<{ sha256: Buffer }>(
      'SELECT sha256 FROM attachment WHERE id = $1',
      [lost.id],
    );
    const hex = row!.sha256.toString('hex');
    const path = `${hex.slice(0, 2)}/${hex.slice(2, 4)}/${hex}`;
    if (s3) s3.objects.delete(`of/the/tests/${path}`);
    else await rm(join(system.settings.DATA_DIR, 'attachments', path));
    const answer = await download(lost.id!);
    expect([answer.status, answer.body.code]).toEqual([404, 'files.lost']);
    await system.database.query(`UPDATE attachment SET state = 'checking' WHERE id = $1`, [lost.id]);
    await judged(lost.id!);
    expect((await download(lost.id!)).body).toMatchObject({ code: 'attachment.harmful' });
  });

  it('should be refused on upload when they are bombs, without scanning', async () => {
    const asked = clamd.state.asked;
    const { status, body } = await upload('logs.gz', BOMB);
    expect([status, body.code]).toEqual([415, 'attachment.harmful']);
    expect(clamd.state.asked).toBe(asked);
  });

  it('should be stored and blocked when a bomb arrives by mail', async () => {
    const raw = [
      'From: salma@example.com',
      'To: general@contact.example',
      'Subject: logs',
      'Message-ID: <bomb@example.com>',
      'MIME-Version: 1.0',
      'Content-Type: application/gzip; name="logs.gz"',
      'Content-Disposition: attachment; filename="logs.gz"',
      'Content-Transfer-Encoding: base64',
      '',
      BOMB.toString('base64').replace(/.{76}/g, '$&\r\n'),
    ].join('\r\n');
    const envelope = { from: 'salma@example.com', recipients: ['general@contact.example'] };
    expect((await system.api.get(ReceiveMail).receive(envelope, Buffer.from(raw))).outcome).toBe('opened');
    const [ticket] = (await agent.get('/api/v1/tickets')).body.data as { number: string }[];
    const { openingAttachments } = (await agent.get(`/api/v1/tickets/${ticket!.number}/messages`)).body as {
      openingAttachments: Record<string, string>[];
    };
    expect(openingAttachments).toMatchObject([
      { name: 'logs.gz', state: 'refused', fault: 'archive_too_large' },
    ]);
    expect((await download(openingAttachments[0]!.id!)).body.code).toBe('attachment.harmful');
    // Wait for the receipt to be sent: stopping the system in the middle of it takes long.
    const left = async () =>
      (await system.database.query(`SELECT 1 FROM outgoing_mail WHERE state = 'sent'`)).length > 0;
    await waitFor(left, { within: 20_000, what: 'the receipt to leave' });
  });
});
