import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { isConsolePage } from './console-pages.js';
import { preferCompressed } from './prefer-compressed.js';

/** The folder of the built console, relative to this file in the build. */
const BUILT = fileURLToPath(new URL('../../../console/', import.meta.url));

/**
 * Serves the console: immutable hashed files, and index.html at the paths of its pages. Every other path is left to the
 * API, which answers that nothing is there.
 */
export function serveConsole(app: NestExpressApplication, folder = BUILT): void {
  const index = `${folder}index.html`;
  if (!existsSync(index)) return;
  const page = readFileSync(index, 'utf8');
  const assets = express.static(`${folder}assets`, { immutable: true, maxAge: '1y', index: false });
  app.use('/assets', withoutPageHeaders, preferCompressed(`${folder}assets`), assets);
  app.use(express.static(folder, { index: false, maxAge: '1h' }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || !isConsolePage(request.path) || !request.accepts('html')) return next();
    response.set('Cache-Control', 'no-store').type('html').send(page);
  });
}

/** These speak of pages, and are a third of a small file. Pictures keep them: they can be opened as pages. */
const PAGE_HEADERS = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'Referrer-Policy',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
];

function withoutPageHeaders({ path }: Request, response: Response, next: NextFunction): void {
  if (/\.(js|css|woff2)$/.test(path)) for (const header of PAGE_HEADERS) response.removeHeader(header);
  next();
}
