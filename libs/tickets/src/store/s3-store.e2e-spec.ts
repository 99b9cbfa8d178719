import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { readSettings, type RuntimeSettings } from '#wasl/platform';
import { S3_BUCKET, TestS3 } from '../../../../test/support/s3-server.js';
import { blobPath } from '../blob-store.js';
import { S3Store } from './s3-store.js';

const MB = 1024 * 1024;

describe('the S3 blob store', () => {
  let server: TestS3;
  let store: S3Store;
  const stores: S3Store[] = [];
  const said: string[] = [];

  const open = (env: Record<string, string> = {}) => {
    const made = new S3Store(readSettings({ ...server.env, ...env }) as RuntimeSettings);
    stores.push(made);
    return made;
  };
  const contentOf = async (sha256: Buffer) => buffer(await store.read(sha256));

  beforeAll(async () => {
    server = await TestS3.start();
    store = open();
    for (const level of ['log', 'error'] as const)
      jest.spyOn(Logger.prototype, level).mockImplementation((text) => void said.push(String(text)));
  });
  beforeEach(() => {
    server.acceptedRequests.length =
      server.rejectedRequests.length =
      server.injectedFaults.length =
      said.length =
        0;
  });
  afterEach(() => server.setOffline(false));
  afterAll(async () => {
    jest.restoreAllMocks();
    for (const one of stores) one.onApplicationShutdown();
    await server.stop();
  });

  it('should return stored content byte for byte, addressed by its digest', async () => {
    for (const content of [Buffer.alloc(0), Buffer.from('hello'), randomBytes(9 * MB)]) {
      const sha256 = await store.put(content);
      expect((await contentOf(sha256)).equals(content)).toBe(true);
      expect([...server.objects.keys()]).toContain(`of/the/tests/${blobPath(sha256)}`);
    }
    expect(server.rejectedRequests).toEqual([]);
  });

  it('should keep files by name, read parts of them, also after a cut, and remove them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wasl-suite-'));
    const content = randomBytes(3 * MB);
    const path = join(folder, 'file');
    await writeFile(path, content);
    const sha256 = createHash('sha256').update(content).digest();
    await store.putNamed('recordings/ab/one', { path, size: content.length, sha256 });
    expect(server.objects.has('of/the/tests/recordings/ab/one')).toBe(true);
    expect((await buffer(await store.readNamed('recordings/ab/one'))).equals(content)).toBe(true);
    for (const range of [
      { start: 0, end: 0 },
      { start: 5, end: 1_000_004 },
      { start: MB, end: 3 * MB - 1 },
    ]) {
      server.injectedFaults.push({
        method: 'GET',
        times: 1,
        cutAfter: Math.ceil((range.end - range.start) / 2) + 1,
      });
      const part = await buffer(await store.readNamed('recordings/ab/one', range));
      expect(part.equals(content.subarray(range.start, range.end + 1))).toBe(true);
      server.injectedFaults.length = 0;
    }
    await store.removeNamed('recordings/ab/one');
    await store.removeNamed('recordings/ab/one');
    await expect(store.readNamed('recordings/ab/one')).rejects.toMatchObject({ code: 'files.lost' });
    expect(server.rejectedRequests).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('should not upload an object that exists already', async () => {
    const content = randomBytes(1_000);
    const first = await store.put(content);
    server.acceptedRequests.length = 0;
    expect(await open().put(content)).toEqual(first);
    expect(server.acceptedRequests).toEqual([`HEAD of/the/tests/${blobPath(first)}`]);
  });

  it.each([
    ['answers 503', { times: 2, status: 503, code: 'SlowDown' }],
    ['cuts the line instead of an answer', { times: 2, cutAfter: 0 }],
  ])('should send a file again from its beginning when the store %s, signed whole', async (_, trouble) => {
    const folder = await mkdtemp(join(tmpdir(), 'wasl-suite-'));
    const content = randomBytes(3 * MB);
    const path = join(folder, 'file');
    await writeFile(path, content);
    const sha256 = createHash('sha256').update(content).digest();
    server.injectedFaults.push({ ...trouble, method: 'PUT' });
    await store.putNamed('recordings/ab/two', { path, size: content.length, sha256 });
    expect(server.objects.get('of/the/tests/recordings/ab/two')!.equals(content)).toBe(true);
    expect(server.rejectedRequests).toEqual([]);
    const wrong = { path, size: content.length, sha256: createHash('sha256').update('other').digest() };
    await expect(store.putNamed('recordings/ab/three', wrong)).rejects.toMatchObject({ code: 'files.away' });
    expect(server.objects.has('of/the/tests/recordings/ab/three')).toBe(false);
    await rm(folder, { recursive: true });
  });

  it('should keep no connection for streams that nobody reads', async () => {
    const sha256 = await store.put(randomBytes(3 * MB));
    for (let n = 0; n < 40; n++) (await store.read(sha256)).destroy();
    expect(await contentOf(sha256)).toHaveLength(3 * MB);
  });

  it('should upload again when the existing object has another length', async () => {
    const content = randomBytes(1_000);
    const key = `of/the/tests/${blobPath(await store.put(content))}`;
    server.objects.set(key, content.subarray(0, 10));
    await store.put(content);
    expect(server.objects.get(key)).toEqual(content);
  });

  it('should report missing content with its own error', async () => {
    await expect(store.read(randomBytes(32))).rejects.toMatchObject({
      kind: 'not_found',
      code: 'files.lost',
    });
    expect(said).toEqual([]);
  });

  it.each([
    ['answers 503 a few times', { times: 2, status: 503, code: 'SlowDown' }],
    ['answers 500', { times: 2, status: 500 }],
    ['cuts the line instead of an answer', { times: 2, cutAfter: 0 }],
  ])('should go on when the store %s', async (_what, trouble) => {
    const content = randomBytes(50_000);
    server.injectedFaults.push({ ...trouble, method: 'PUT' });
    const sha256 = await store.put(content);
    server.injectedFaults.push({ ...trouble, method: 'GET' });
    expect((await contentOf(sha256)).equals(content)).toBe(true);
    expect(server.injectedFaults.map(({ times }) => times)).toEqual([0, 0]);
  });

  it('should resume a download when the connection breaks', async () => {
    const content = randomBytes(3 * MB);
    const sha256 = await store.put(content);
    server.acceptedRequests.length = 0;
    server.injectedFaults.push({ method: 'GET', times: 3, cutAfter: 700_000 });
    expect((await contentOf(sha256)).equals(content)).toBe(true);
    expect(server.acceptedRequests).toHaveLength(4);
  });

  it('should fail a stream whose connection breaks repeatedly, and never end it early', async () => {
    const sha256 = await store.put(randomBytes(200_000));
    server.injectedFaults.push({ method: 'GET', times: 100, cutAfter: 10 });
    await expect(contentOf(sha256)).rejects.toThrow();
    expect(server.acceptedRequests.filter((one) => one.startsWith('GET')).length).toBeLessThanOrEqual(6);
  });

  it('should fail the health check in time while the store is down, and pass when it is back', async () => {
    const content = randomBytes(1_000);
    const sha256 = await store.put(content);
    server.setOffline(true);
    const away = { kind: 'unavailable', code: 'files.away' };
    const started = performance.now();
    await expect(store.put(randomBytes(1_000))).rejects.toMatchObject(away);
    await expect(store.read(sha256)).rejects.toMatchObject(away);
    await expect(store.check()).rejects.toMatchObject(away);
    expect(performance.now() - started).toBeLessThan(30_000);
    server.setOffline(false);
    await store.check();
    expect(await contentOf(sha256)).toEqual(content);
    // Once each, not at every request.
    expect(said).toEqual([
      expect.stringMatching(
        /^files cannot be stored or read: http:.* does not answer .* correct S3_ENDPOINT$/,
      ),
      'files can be stored and read again',
    ]);
  });

  it.each([
    [
      'the key is unknown',
      { S3_ACCESS_KEY_ID: 'AKIDNOBODY' },
      /InvalidAccessKeyId\); correct S3_ACCESS_KEY_ID/,
    ],
    ['the secret is another', { S3_SECRET_ACCESS_KEY: 'not the secret' }, /SignatureDoesNotMatch\); correct/],
    [
      'the bucket is not there',
      { S3_BUCKET: 'elsewhere' },
      /no bucket "elsewhere"; make it, or correct S3_BUCKET/,
    ],
    ['the region is another', { S3_REGION: 'us-east-1' }, /correct S3_REGION and S3_ENDPOINT/],
  ])('should explain what to do when %s', async (_what, env, words) => {
    const wrong = open(env as Record<string, string>);
    await expect(wrong.check()).rejects.toMatchObject({ code: 'files.away' });
    await expect(wrong.put(Buffer.from('hello'))).rejects.toMatchObject({ code: 'files.away' });
    expect(said).toEqual([expect.stringMatching(words)]);
    expect(said.join()).not.toContain('not the secret');
  });

  it('should accept an empty bucket', async () => {
    server.objects.clear();
    await store.check();
    expect(said).toEqual([]);
  });

  it('should buffer little of an unread stream, and release the connection when its reader has gone', async () => {
    const content = randomBytes(20 * MB);
    const stream = await store.read(await store.put(content));
    const iterator = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    await iterator.next();
    expect(stream.readableLength).toBeLessThan(MB);
    stream.destroy(new Error('the reader has gone'));
    await expect(iterator.next()).rejects.toThrow('the reader has gone');
    // With a single connection still in use, this would open another.
    server.acceptedRequests.length = 0;
    await store.check();
    expect(server.acceptedRequests).toEqual([`GET of/the/tests/probe`]);
  });

  it('should store and read many at once', async () => {
    const contents = Array.from({ length: 60 }, () => randomBytes(30_000));
    const kept = await Promise.all(contents.map((content) => store.put(content)));
    const read = await Promise.all(kept.map(contentOf));
    expect(read.every((content, i) => content.equals(contents[i]!))).toBe(true);
  });

  it('should run against a server that rejects unsigned requests', async () => {
    const answer = await fetch(`${server.url}/${S3_BUCKET}/of/the/tests/probe`);
    expect([answer.status, server.rejectedRequests]).toEqual([403, ['AccessDenied']]);
    expect(server.acceptedRequests).toEqual([]);
  });

  it('should wait for a slow store', async () => {
    const content = randomBytes(10_000);
    const sha256 = await store.put(content);
    server.injectedFaults.push({ method: 'GET', times: 1, waitMs: 800 });
    expect((await contentOf(sha256)).equals(content)).toBe(true);
  });
});
