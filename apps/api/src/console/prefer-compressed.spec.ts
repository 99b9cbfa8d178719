import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { preferCompressed } from './prefer-compressed.js';

const TEXT = 'export const lamp = "مظلم";\n'.repeat(100);

describe('files that the build has compressed', () => {
  const app = express();
  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'wasl-assets-'));
    writeFileSync(join(folder, 'page-1a2b.js'), TEXT);
    writeFileSync(join(folder, 'page-1a2b.js.br'), brotliCompressSync(TEXT));
    writeFileSync(join(folder, 'page-1a2b.js.gz'), gzipSync(TEXT));
    writeFileSync(join(folder, 'small.js'), TEXT);
    app.use('/assets', preferCompressed(folder), express.static(folder, { index: false }));
  });
  const get = (path: string, encodings: string) =>
    request(app).get(`/assets/${path}`).set('Accept-Encoding', encodings);

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
    ['', undefined],
  ])('should be sent to a browser that takes %j as %s', async (encodings, expected) => {
    const { text, headers, status } = await get('page-1a2b.js', encodings);
    expect([status, headers['content-encoding'], headers['vary']]).toEqual([
      200,
      expected,
      'Accept-Encoding',
    ]);
    expect(headers['content-type']).toMatch(/^(text|application)\/javascript; charset=utf-8$/i);
    expect(text).toBe(TEXT);
  });

  it('should be sent as they are where they were not compressed', async () => {
    const { text, headers } = await get('small.js', 'br');
    expect([headers['content-encoding'], text]).toEqual([undefined, TEXT]);
  });

  it.each(['../prefer-compressed.ts', '%2e%2e%2fpackage.json', '%E0.js', 'missing.js'])(
    'should not be looked for outside the folder, or where there is nothing: %s',
    async (path) => {
      const { status, headers } = await get(path, 'br');
      expect(status).toBeGreaterThanOrEqual(400);
      expect(headers['content-encoding']).toBeUndefined();
    },
  );
});
