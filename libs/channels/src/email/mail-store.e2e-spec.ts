import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OriginalMail } from '#wasl/channels';
import { BlobStore } from '#wasl/tickets';
import { mailText, newMessageId } from '../../../../test/support/inbound-mail.js';
import { type MailSystem, startMailSystem } from '../../../../test/support/mail-system.js';
import { TestS3 } from '../../../../test/support/s3-server.js';

/** Too large to be stored in the database. */
const large = (id: string) =>
  mailText({ id, body: randomBytes(100_000).toString('base64').replace(/.{76}/g, '$&\r\n') });
const withFile = (id: string) =>
  mailText({
    id,
    head: ['Content-Type: application/pdf', 'Content-Disposition: attachment; filename=a.pdf'],
    body: `a file of mail ${id}`,
  });

describe('mail whose files are kept in S3', () => {
  let s3: TestS3;
  let system: MailSystem;
  const to = 'general@contact.example';
  beforeAll(async () => {
    s3 = await TestS3.start();
    system = await startMailSystem(s3.env);
  });
  afterAll(async () => {
    await system.stop();
    await s3.stop();
  });

  const stored = async (id: string) => {
    const rows = await system.db.query<{ id: string }>('SELECT id FROM inbound_mail WHERE message_id = $1', [
      id,
    ]);
    return rows[0]?.id ?? null;
  };

  it('should be stored there completely when it is large', async () => {
    const id = newMessageId();
    const raw = large(id);
    expect(await system.send(raw, { to })).toMatch(/^250 /);
    const kept = await system.app.get(OriginalMail).byId((await stored(id))!);
    expect(kept.toString('latin1')).toBe(raw.replace(/\r?\n/g, '\r\n'));
    expect([...s3.objects.values()].some((object) => object.equals(kept))).toBe(true);
  });

  it.each([
    ['which is large', large],
    ['which brings a file', withFile],
  ])(
    'should be deferred while the store is unavailable, %s, and accepted when it is back',
    async (_what, make) => {
      const id = newMessageId();
      s3.setOffline(true);
      await expect(system.send(make(id), { to })).rejects.toMatchObject({ responseCode: 451 });
      expect(await stored(id)).toBeNull();
      s3.setOffline(false);
      expect(await system.send(make(id), { to })).toMatch(/^250 /);
      expect(await stored(id)).not.toBeNull();
    },
  );

  it('should be accepted while the store is unavailable when it needs no store', async () => {
    const id = newMessageId();
    s3.setOffline(true);
    expect(await system.send(mailText({ id }), { to })).toMatch(/^250 /);
    s3.setOffline(false);
    expect(await stored(id)).not.toBeNull();
  });

  it('should return its file from there', async () => {
    const id = newMessageId();
    await system.send(withFile(id), { to });
    const [file] = await system.db.query<{ sha256: Buffer }>(
      'SELECT a.sha256 FROM attachment a JOIN inbound_mail i USING (ticket_id) WHERE i.message_id = $1',
      [id],
    );
    const content = await buffer(await system.app.get(BlobStore).read(file!.sha256));
    expect(content.toString().trim()).toBe(`a file of mail ${id}`);
  });
});
