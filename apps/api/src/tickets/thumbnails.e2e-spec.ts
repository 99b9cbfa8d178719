import sharp from 'sharp';
import { BlobStore, Pictures, Thumbnails } from '#wasl/tickets';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { killNextDecoder } from '../../../../test/support/kill-decoder.js';
import { TestS3 } from '../../../../test/support/s3-server.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const picture = (width = 800, height = 400, background = '#c03020') =>
  sharp({ create: { width, height, channels: 3, background } });

interface File {
  id: string;
  type: string;
  thumbnail?: { width: number; height: number };
  thumbnailSoon?: boolean;
}

describe.each(['a folder', 'S3'])('thumbnails of files kept in %s', (where) => {
  let s3: TestS3 | undefined;
  let system: TestSystem;
  let agent: Client;
  let other: Client;
  let shade = 0;

  beforeAll(async () => {
    if (where === 'S3') s3 = await TestS3.start();
    system = await startSystem({ mona: {}, omar: {} }, { env: s3?.env });
    [agent, other] = await Promise.all([system.signInAs('mona'), system.signInAs('omar')]);
  });
  afterAll(async () => {
    await system.stop();
    await s3?.stop();
  });

  /** Every file of this suite is different. */
  const fresh = (width?: number, height?: number) =>
    picture(width, height, `#${(++shade).toString(16).padStart(6, '0')}`);
  const upload = async (name: string, content: Buffer) => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(content)]), name);
    const response = await fetch(`${system.url}/api/v1/attachments`, {
      method: 'POST',
      body: form,
      headers: { cookie: agent.cookie! },
    });
    expect(response.status).toBe(201);
    return ((await response.json()) as File).id;
  };
  const open = async (...attachments: string[]) => {
    const { body } = await agent.post('/api/v1/tickets', {
      subject: 'A picture',
      description: 'See below',
      requester: { phone: '+97336001234' },
      attachments,
    });
    return body.number as string;
  };
  const filesOf = async (number: string) =>
    (await agent.get(`/api/v1/tickets/${number}/messages`)).body.openingAttachments as File[];
  const thumbnail = async (id: string, client = agent) => {
    const response = await fetch(`${system.url}/api/v1/attachments/${id}/thumbnail`, {
      headers: { cookie: client.cookie! },
    });
    return {
      status: response.status,
      headers: response.headers,
      content: Buffer.from(await response.arrayBuffer()),
    };
  };
  /** Runs the sweep of another process as often as needed. */
  const make = () => system.api.get(Thumbnails).renderPending(20);
  const rowOf = async (id: string) =>
    (
      await system.database.query<{ tries: number; made: boolean; due: boolean }>(
        `SELECT thumbnail_tries AS tries, thumbnail_sha256 IS NOT NULL AS made, thumbnail_due_at > now() AS due
           FROM attachment WHERE id = $1`,
        [id],
      )
    )[0]!;
  const due = () => system.database.query('UPDATE attachment SET thumbnail_due_at = NULL');

  it('should be created for images of every kind, and nothing else', async () => {
    const ids = [
      await upload('a.png', await fresh().png().toBuffer()),
      await upload('b.jpg', await fresh().jpeg().toBuffer()),
      await upload('c.webp', await fresh().webp().toBuffer()),
      await upload('d.gif', await fresh().gif().toBuffer()),
      await upload('e.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
      await upload('f.txt', Buffer.from('words')),
    ];
    const number = await open(...ids);
    expect((await filesOf(number)).map(({ thumbnailSoon = false }) => thumbnailSoon)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(await make()).toBe(4);
    expect(await make()).toBe(0);
    const files = await filesOf(number);
    expect(files.map(({ thumbnail = null }) => thumbnail)).toEqual([
      ...Array.from({ length: 4 }, () => ({ width: 320, height: 160 })),
      null,
      null,
    ]);
    expect(files.some(({ thumbnailSoon }) => thumbnailSoon)).toBe(false);
    for (const { id } of files.slice(0, 4)) {
      const { format, width } = await sharp((await thumbnail(id)).content).metadata();
      expect([format, width]).toEqual(['webp', 320]);
    }
    expect((await thumbnail(files[4]!.id)).status).toBe(404);
  });

  it('should be sent as an image that browsers never render as a page', async () => {
    const id = await upload('a.png', await fresh().png().toBuffer());
    await make();
    const { headers } = await thumbnail(id);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': 'attachment',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  it('should have the access rules of their file', async () => {
    const id = await upload('a.png', await fresh().png().toBuffer());
    await make();
    expect((await thumbnail(id)).status).toBe(200);
    expect((await thumbnail(id, other)).status).toBe(404);
    await open(id);
    expect((await thumbnail(id, other)).status).toBe(200);
    expect((await fetch(`${system.url}/api/v1/attachments/${id}/thumbnail`)).status).toBe(401);
    expect((await agent.get('/api/v1/attachments/no-id/thumbnail')).status).toBe(404);
  });

  it('should wait until the file is scanned, and be deleted when it is refused', async () => {
    const id = await upload('a.png', await fresh().png().toBuffer());
    const judge = (state: string, fault: string | null) =>
      system.database.query('UPDATE attachment SET state = $2, fault = $3 WHERE id = $1', [id, state, fault]);
    await judge('checking', null);
    expect(await make()).toBe(0);
    await judge('clean', null);
    expect(await make()).toBe(1);
    await judge('refused', 'virus:Late');
    expect((await thumbnail(id)).status).toBe(404);
  });

  it('should not be retried for files that are not decodable', async () => {
    const noise = Buffer.concat([(await fresh().png().toBuffer()).subarray(0, 40), Buffer.alloc(500, 7)]);
    const id = await upload('broken.png', noise);
    expect(await make()).toBe(1);
    expect(await rowOf(id)).toMatchObject({ tries: 3, made: false });
    const [file] = await filesOf(await open(id));
    expect([file!.thumbnail, file!.thumbnailSoon]).toEqual([undefined, undefined]);
    // The file itself is available.
    expect((await agent.get(`/api/v1/attachments/${id}`)).status).toBe(200);
  });

  /** Runs one sweep whose decoder process is killed at its start. */
  async function makeAndKill(): Promise<void> {
    killNextDecoder(system.api.get(Pictures));
    await make();
  }

  it('should be created after the decoder was killed during decoding', async () => {
    const id = await upload('a.png', await fresh(3000, 2000).png().toBuffer());
    await makeAndKill();
    expect(await rowOf(id)).toEqual({ tries: 1, made: false, due: true });
    await due();
    expect(await make()).toBe(1);
    expect(await rowOf(id)).toMatchObject({ tries: 2, made: true });
  });

  it('should not be attempted again after a file crashed three decoders', async () => {
    const id = await upload('a.png', await fresh(3000, 2000).png().toBuffer());
    for (let tries = 1; tries <= 3; tries++) {
      await due();
      await makeAndKill();
    }
    await due();
    expect(await make()).toBe(0);
    expect(await rowOf(id)).toMatchObject({ tries: 3, made: false });
  });

  it('should be taken over from a dead process', async () => {
    const id = await upload('a.png', await fresh().png().toBuffer());
    await system.database.query(
      `UPDATE attachment SET thumbnail_tries = 1, thumbnail_due_at = now() + interval '1 minute' WHERE id = $1`,
      [id],
    );
    expect(await make()).toBe(0);
    await due();
    expect(await make()).toBe(1);
  });

  it('should be created by several processes in parallel, each for different files', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 12; i++) ids.push(await upload(`${i}.png`, await fresh(64, 64).png().toBuffer()));
    const pictures = Array.from({ length: 2 }, () => new Pictures());
    const others = pictures.map((own) => new Thumbnails(system.database, system.api.get(BlobStore), own));
    const dealt = await Promise.all([make(), ...others.map((one) => one.renderPending(20))]);
    pictures.forEach((own) => own.onApplicationShutdown());
    expect(dealt.reduce((sum, some) => sum + some)).toBe(12);
    expect(await Promise.all(ids.map(async (id) => (await rowOf(id)).tries))).toEqual(ids.map(() => 1));
  });

  if (where === 'S3') {
    it('should wait while the store is unavailable, without counting an attempt', async () => {
      const id = await upload('a.png', await fresh().png().toBuffer());
      s3!.setOffline(true);
      expect(await make()).toBe(0);
      expect(await rowOf(id)).toEqual({ tries: 0, made: false, due: true });
      s3!.setOffline(false);
      await due();
      expect(await make()).toBe(1);
      expect(await rowOf(id)).toMatchObject({ tries: 1, made: true });
    });
  }

  it('should be created by the worker automatically', async () => {
    await system.startWorker();
    const id = await upload('a.jpg', await fresh().jpeg().toBuffer());
    await waitFor(async () => (await thumbnail(id)).status === 200, {
      within: 20_000,
      what: 'the thumbnail',
    });
  });
});
