import { get as httpGet } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Portal, startPortal } from '../../../../test/support/portal-app.js';

const MOST_BYTES = 60_000;

describe('a first visit of the portal', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.close());

  /** What travels, as it travels. */
  const fetchRaw = (path: string, accept = 'gzip, deflate, br') =>
    new Promise<{ encoding?: string; vary?: string; cache?: string; body: Buffer }>((resolve, reject) => {
      httpGet(`${portal.url}${path}`, { headers: { 'Accept-Encoding': accept } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => void chunks.push(chunk));
        response.on('end', () =>
          resolve({
            encoding: response.headers['content-encoding'],
            vary: response.headers.vary,
            cache: response.headers['cache-control'],
            body: Buffer.concat(chunks),
          }),
        );
        response.on('error', reject);
      }).on('error', reject);
    });

  it.each(['/ar', '/en', '/ar/services/water-bill'])('needs less than 60 kB for %s', async (path) => {
    const page = await fetchRaw(path);
    expect(page.encoding).toBe('br');
    const html = brotliDecompressSync(page.body).toString('utf8');
    const named = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file!);
    const sheet = brotliDecompressSync((await fetchRaw('/assets/fonts.css')).body).toString('utf8');
    const fonts = [...sheet.matchAll(/url\('([^']+)'\)/g)].map(([, file]) => file!);
    const small = fonts.filter((file) => !file.includes('whole'));
    expect(small).toHaveLength(4);
    const sizes = await Promise.all(
      [...new Set([...named, ...small])].map(async (file) => (await fetchRaw(file)).body.length),
    );
    const total = sizes.reduce((sum, size) => sum + size, page.body.length);
    expect(total).toBeLessThan(MOST_BYTES);
  });

  it('is compressed as the browser accepts it', async () => {
    const plain = await fetchRaw('/en', 'identity');
    expect(plain.encoding).toBeUndefined();
    const zipped = await fetchRaw('/en', 'gzip');
    expect(zipped.encoding).toBe('gzip');
    expect(zipped.vary).toMatch(/Accept-Encoding/i);
    expect(gunzipSync(zipped.body).toString('utf8')).toContain('<html lang="en"');
    expect(zipped.body.length).toBeLessThan(plain.body.length / 2);
    expect((await fetchRaw('/en', 'br;q=0, gzip')).encoding).toBe('gzip');
    const sheet = await fetchRaw('/assets/portal.css');
    expect(sheet.encoding).toBe('br');
    expect(sheet.cache).toContain('immutable');
    expect((await fetchRaw('/assets/arabic-400.woff2')).encoding).toBeUndefined();
  });

  it('compresses no page that is for one visitor, whose length could tell a secret', async () => {
    for (const path of ['/en/track', '/en/new?service=water-bill', '/en/me'])
      expect((await fetchRaw(path)).encoding).toBeUndefined();
  });

  it('allows frames by neither header', async () => {
    const { headers } = await portal.client.get('/en').expect(200);
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });
});
