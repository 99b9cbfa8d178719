import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Portal, startPortal } from '../../../../test/support/portal-app.js';
import { TEXTS } from '../texts/index.js';

const fontsOf = (css: string) => [...css.matchAll(/url\('([^']+)'\)/g)].map(([, path]) => path!);

describe('the portal’s pages', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.close());

  const get = (path: string) => portal.client.get(path);

  it('let new visitors choose a language, the likelier first, and remember it', async () => {
    const first = await get('/').set('Accept-Language', 'en-GB,ar;q=0.5').expect(200);
    expect(first.text).toContain('<html lang="en" dir="ltr">');
    expect(first.text.indexOf('href="/en"')).toBeLessThan(first.text.indexOf('href="/ar"'));
    expect(first.headers['set-cookie']).toBeUndefined();
    const agent = portal.agent();
    await agent.get('/ar').expect(200);
    expect((await agent.get('/').expect(302)).headers.location).toBe('/ar');
  });

  it('can be installed: the service worker caches shared files and an offline page, no personal data', async () => {
    const worker = await get('/sw.js').expect(200);
    expect(worker.headers['content-type']).toContain('text/javascript');
    expect(worker.headers['cache-control']).toBe('no-cache');
    const list = JSON.parse(/= (\{"version".*?\});/.exec(worker.text)![1]!) as {
      files: string[];
      offline: Record<string, string>;
    };
    for (const path of [...list.files, ...Object.values(list.offline)]) await get(path).expect(200);
    expect(list.files.every((path) => path.startsWith('/assets/'))).toBe(true);
    const fonts = fontsOf((await get('/assets/fonts.css')).text);
    expect(list.files.filter((path) => path.includes('woff2')).sort()).toEqual(
      fonts.filter((path) => !path.includes('whole')).sort(),
    );
    const offline = await get('/ar/offline').expect(200);
    expect(offline.text).toContain('لا يوجد اتصال');
    expect(offline.text).toContain('tel:199');
    expect(offline.headers['set-cookie']).toBeUndefined();
  });

  it('need less than 60 kB of script, that of every page together', async () => {
    const sizes = await Promise.all(
      ['portal.js', 'place.js', 'uploads.js', 'chat.js', 'socket.io.js', '../sw.js'].map(async (name) => {
        const { text } = await get(name.startsWith('..') ? '/sw.js' : `/assets/${name}`).expect(200);
        return Buffer.byteLength(text);
      }),
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(60_000);
    expect((await get('/en')).text).not.toContain('socket.io');
  });

  it('set lang and dir together', async () => {
    expect((await get('/ar')).text).toContain('<html lang="ar" dir="rtl">');
    expect((await get('/en')).text).toContain('<html lang="en" dir="ltr">');
  });

  it('search services and show information before the form', async () => {
    const { text } = await get(`/ar?q=${encodeURIComponent('الفاتوره')}`);
    expect(text).toContain('وجدنا خدمة واحدة');
    expect(text).toContain('/ar/services/water-bill');
    const service = await get('/ar/services/water-bill').expect(200);
    expect(service.text).toContain('هيئة الماء');
    expect(service.text).toContain('href="/ar/new?service=water-bill"');
    await get('/ar/services/nothing').expect(404);
  });

  it('show emergency numbers as links, on every page', async () => {
    for (const path of ['/ar', '/ar/new', '/ar/track']) {
      expect((await get(path)).text).toContain(
        '<a href="tel:999"><span>الطوارئ: الشرطة والإسعاف والإطفاء</span> <bdi dir="ltr">999</bdi>',
      );
    }
  });

  it('offer the emergency numbers as buttons that dial, before anything is written', async () => {
    for (const path of ['/en', '/en/new']) {
      const { text } = await get(path);
      const box = /<section class="danger".*?<\/section>/s.exec(text)![0];
      const numbers = [...box.matchAll(/class="dial" href="tel:(\d+)"/g)].map(([, number]) => number);
      expect(numbers).toEqual(['999', '199', '994', '992']);
      expect(box).toContain('Coast guard');
      expect(box).not.toContain('80008001');
    }
  });

  it('escape the search term', async () => {
    const { text } = await get('/en?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E');
    expect(text).not.toContain('<script>alert');
    await get('/en?q[x]=1&q[y]=2').expect(200);
  });

  it('contain no inline script or style, and forbid them by CSP', async () => {
    const { text, headers } = await get('/ar/new?service=none');
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?! src=)/);
    const policy = headers['content-security-policy']!;
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('refer to existing, immutable files', async () => {
    const { text } = await get('/ar');
    const named = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
    named.push(...fontsOf((await get('/assets/fonts.css')).text));
    expect(named.length).toBeGreaterThanOrEqual(12);
    for (const path of new Set(named)) {
      expect((await get(path).expect(200)).headers['cache-control']).toContain('immutable');
    }
    await get('/assets/..%2f..%2fpackage.json').expect(404);
    await get('/assets/__proto__').expect(404);
  });

  it('load less than 60 kB of script', async () => {
    expect((await get('/assets/portal.js')).text.length).toBeLessThan(60_000);
  });

  it('can be installed', async () => {
    const manifest = JSON.parse((await get('/ar/manifest.webmanifest').expect(200)).text);
    expect(manifest).toMatchObject({ lang: 'ar', dir: 'rtl', start_url: '/ar', display: 'standalone' });
    for (const { src } of manifest.icons) await get(src).expect(200);
  });

  it('show the 404 page in both languages, or in that of the URL', async () => {
    const both = await get('/nothing').expect(404);
    expect(both.text).toContain(TEXTS.ar.problems.notFound[0]);
    expect(both.text).toContain(TEXTS.en.problems.notFound[0]);
    const english = await get('/en/nothing').expect(404);
    expect(english.text).not.toContain(TEXTS.ar.problems.notFound[0]);
    await get('/%E0%A4%A').expect((answer) => expect(answer.status).toBeLessThan(500));
  });

  it('report health to load balancers', async () => {
    expect((await get('/health/live').expect(200)).body).toEqual({ status: 'ok' });
    expect((await get('/health/ready')).body).toHaveProperty('missing');
  });
});
