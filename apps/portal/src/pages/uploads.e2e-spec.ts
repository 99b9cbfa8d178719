import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest from 'supertest';
import { SETTINGS, type RuntimeSettings } from '#wasl/platform';
import { waitFor } from '#wasl/testing';
import { BlobStore, blobStoreUnavailable } from '#wasl/tickets';
import { hiddenFieldsOf, type Portal, startPortal } from '../../../../test/support/portal-app.js';
import { PNG } from '../../../../test/support/public-fixtures.js';
import { createPortal } from '../create-portal.js';
import { TEXTS } from '../texts/index.js';

const PIECE = 256 * 1024;
const TYPE = 'application/offset+octet-stream';
/** A text file of several chunks, so that no image processing is involved. */
const LONG = Buffer.from('a line of the list\n'.repeat(36_000));

describe('chunked uploads', () => {
  let portal: Portal;
  let second: NestExpressApplication;
  let token: string;
  beforeAll(async () => {
    portal = await startPortal();
    second = await createPortal(portal.app.get<RuntimeSettings>(SETTINGS));
    await second.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    await second?.close();
    await portal.close();
  });
  beforeEach(async () => {
    await portal.database.query('DELETE FROM rate_limit');
    await portal.database.query('DELETE FROM public_upload');
    token = hiddenFieldsOf((await portal.client.get('/en/new?service=water-leak').expect(200)).text).token!;
  });

  const begin = (name: string, size: number, language = 'en', form = token) =>
    portal.client.post(`/${language}/uploads`).set('Upload-Form', form).send({ name, size });
  const started = async (name: string, content: Buffer, language = 'en') =>
    (await begin(name, content.length, language).expect(201)).body.id as string;
  const send = (id: string, offset: number, content: Buffer, client = portal.client, language = 'en') =>
    client
      .patch(`/${language}/uploads/${id}`)
      .set({ 'Upload-Form': token, 'Upload-Offset': String(offset), 'Content-Type': TYPE })
      .send(content);
  const head = (id: string, form = token) => portal.client.head(`/en/uploads/${id}`).set('Upload-Form', form);
  const sendAll = async (id: string, content: Buffer) => {
    for (let offset = 0; ;) {
      const { body, status } = await send(id, offset, content.subarray(offset, offset + PIECE));
      if (body.held || status !== 200) return { body, status };
      offset = body.offset;
    }
  };
  const pieces = async () =>
    (await portal.database.query<{ n: number }>('SELECT count(*)::int AS n FROM public_upload_piece'))[0]!.n;

  it('become one file of the form, whichever process received which chunk', async () => {
    const id = await started('list.txt', LONG);
    const other = supertest(await second.getUrl());
    expect((await send(id, 0, LONG.subarray(0, PIECE)).expect(200)).body).toEqual({ id, offset: PIECE });
    expect((await send(id, PIECE, LONG.subarray(PIECE, 2 * PIECE), other).expect(200)).body.offset).toBe(
      2 * PIECE,
    );
    expect((await head(id).expect(200)).headers).toMatchObject({
      'upload-offset': String(2 * PIECE),
      'upload-length': String(LONG.length),
      'cache-control': 'no-store',
    });
    const { body } = await send(id, 2 * PIECE, LONG.subarray(2 * PIECE), other).expect(200);
    expect(body).toMatchObject({ name: 'list.txt', size: LONG.length });
    expect(await pieces()).toBe(0);
    const answers = {
      service: 'water-leak',
      kind: 'report',
      subject: 'x',
      description: 'y',
      audience: 'anonymous',
    };
    await portal.client
      .post('/en/new')
      .type('form')
      .send({ token, ...answers, held: body.held, step: 'check', go: 'send' })
      .expect(303);
    const [row] = await portal.database.query(
      `SELECT name, size, type FROM attachment WHERE ticket_id IS NOT NULL ORDER BY created_at DESC LIMIT 1`,
    );
    expect(row).toMatchObject({ name: 'list.txt', size: LONG.length });
  });

  it('may be repeated, also concurrently, without duplicating the file', async () => {
    const id = await started('list.txt', LONG);
    const first = LONG.subarray(0, PIECE);
    await Promise.all(Array.from({ length: 4 }, () => send(id, 0, first).expect(200)));
    expect((await send(id, 0, first).expect(200)).body.offset).toBe(PIECE);
    // A chunk that leaves a gap or overlaps is answered with the current offset.
    await send(id, 2 * PIECE, first).expect(409);
    await send(id, PIECE - 10, first).expect(409);
    const { body } = await sendAll(id, LONG);
    const again = await Promise.all(
      Array.from({ length: 3 }, () => send(id, LONG.length, Buffer.alloc(0)).expect(200)),
    );
    for (const answer of again) expect(answer.body.held).toBe(body.held);
    expect((await head(id)).headers['upload-offset']).toBe(String(LONG.length));
  });

  it('are checked once, however many last chunks arrive concurrently', async () => {
    const before = await portal.database.query('SELECT id FROM attachment');
    const id = await started('one.png', PNG);
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(id, 0, PNG)));
    expect(answers.every(({ status }) => status === 200 || status === 202)).toBe(true);
    const { body } = await send(id, PNG.length, Buffer.alloc(0)).expect(200);
    expect(body.held).toMatch(/\|one\.png$/);
    expect(await portal.database.query('SELECT id FROM attachment')).toHaveLength(before.length + 1);
  });

  it('keep received bytes when the connection breaks', async () => {
    const id = await started('list.txt', LONG);
    const { port, hostname } = new URL(portal.url);
    const socket = connect(Number(port), hostname);
    const asked = once(portal.app.getHttpServer() as Server, 'request') as Promise<[IncomingMessage]>;
    const start =
      `PATCH /en/uploads/${id} HTTP/1.1\r\nHost: ${hostname}\r\nUpload-Form: ${token}\r\nUpload-Offset: 0\r\n` +
      `Content-Type: ${TYPE}\r\nContent-Length: ${PIECE}\r\n\r\n`;
    socket.write(start);
    socket.write(LONG.subarray(0, 50_000));
    const [request] = await asked;
    // What arrives is read once the upload was looked for.
    const isRead = () =>
      request.socket.bytesRead === start.length + 50_000 &&
      request.readableDidRead &&
      request.readableLength === 0;
    await waitFor(isRead, { what: 'the bytes to be read' });
    socket.destroy();
    const offset = await waitFor(async () => Number((await head(id)).headers['upload-offset']) || undefined, {
      what: 'received bytes',
    });
    expect(offset).toBe(50_000);
    await send(id, offset, LONG.subarray(offset, offset + PIECE)).expect(200);
    expect((await sendAll(id, LONG)).body.size).toBe(LONG.length);
  });

  it.each(['en', 'ar'] as const)('are refused like files of a form, in %s', async (language) => {
    const { errors } = TEXTS[language];
    const html = Buffer.from('<script>alert(1)</script>');
    const id = await started('page.html', html, language);
    for (let n = 0; n < 2; n++) {
      const answer = await send(id, 0, html, portal.client, language).expect(422);
      expect(answer.body).toEqual({ error: errors.fileRefused('page.html') });
    }
    const huge = await begin('huge.jpg', 11 * 1024 * 1024, language).expect(422);
    expect(huge.body).toEqual({ error: errors.fileTooLarge('huge.jpg', 10) });
    const broken = Buffer.concat([
      PNG.subarray(0, 33),
      Buffer.from('00ffffff49444154', 'hex'),
      Buffer.alloc(200, 7),
    ]);
    const unread = await send(await started('b.png', broken, language), 0, broken, portal.client, language);
    expect(unread.body).toEqual({ error: errors.fileUnreadable('b.png') });
    expect(await pieces()).toBe(0);
  });

  it('wait while the store is unavailable, and resume afterwards', async () => {
    const id = await started('one.png', PNG);
    jest
      .spyOn(portal.app.get(BlobStore), 'put')
      .mockRejectedValueOnce(blobStoreUnavailable(new Error('away')));
    await send(id, 0, PNG).expect(503);
    expect((await send(id, PNG.length, Buffer.alloc(0)).expect(200)).body.held).toMatch(/\|one\.png$/);
  });

  it('belong to one form and cannot be opened with another token or a changed id', async () => {
    const id = await started('list.txt', LONG);
    const other = hiddenFieldsOf((await portal.client.get('/en/new?service=none')).text).token!;
    await head(id, other).expect(404);
    await head(id, '').expect(404);
    await head(`${id.slice(0, -1)}${id.endsWith('A') ? 'B' : 'A'}`).expect(404);
    await head(id.split('.')[0]!).expect(404);
    await send(id, 0, LONG.subarray(0, 10)).set('Upload-Form', other).expect(404);
    await begin('a.txt', 10, 'en', 'made.up.token').expect(404);
    await begin('a.txt', 10).set('Origin', 'http://evil.example').expect(403);
    await send(id, 0, LONG.subarray(0, 10)).set('Sec-Fetch-Site', 'cross-site').expect(403);
  });

  it('refuse invalid chunks', async () => {
    const id = await started('list.txt', LONG);
    await send(id, 0, Buffer.alloc(PIECE + 1)).expect(413);
    await send(id, 0, LONG.subarray(0, 9)).set('Content-Type', 'text/plain').expect(415);
    for (const offset of ['-1', '1.5', 'x', '']) {
      await send(id, 0, LONG.subarray(0, 9)).set('Upload-Offset', offset).expect(400);
    }
    for (const body of [
      {},
      { name: 'x' },
      { name: '', size: 1 },
      { name: 'x', size: 0 },
      { name: 'x', size: '9' },
    ]) {
      await portal.client.post('/en/uploads').set('Upload-Form', token).send(body).expect(400);
    }
    expect((await head(id)).headers['upload-offset']).toBe('0');
  });

  it('are limited per form and per network address, also concurrently', async () => {
    const answers = await Promise.all(Array.from({ length: 26 }, (_, n) => begin(`${n}.txt`, 100)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(6);
    await portal.database.query('DELETE FROM public_upload');
    const forms = await Promise.all(
      Array.from(
        { length: 3 },
        async () => hiddenFieldsOf((await portal.client.get('/en/new?service=none')).text).token!,
      ),
    );
    const large = await Promise.all(
      forms.flatMap((form) => Array.from({ length: 8 }, () => begin('a.jpg', 10 * 1024 * 1024, 'en', form))),
    );
    expect(large.filter(({ status }) => status === 201)).toHaveLength(15);
  });
});
