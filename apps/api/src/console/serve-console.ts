import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { isConsolePage } from './console-pages.js';

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
  app.use('/assets', express.static(`${folder}assets`, { immutable: true, maxAge: '1y', index: false }));
  app.use(express.static(folder, { index: false, maxAge: '1h' }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || !isConsolePage(request.path) || !request.accepts('html')) return next();
    response.set('Cache-Control', 'no-store').type('html').send(page);
  });
}
