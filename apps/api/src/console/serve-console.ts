import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';

/** The folder of the built console, relative to this file in the build. */
const BUILT = fileURLToPath(new URL('../../../console/', import.meta.url));
const NOT_PAGES = /^\/(api|open311|health|metrics|socket\.io|\.well-known)(\/|$)/;

/** Serves the console: immutable hashed files, and index.html for every other path. */
export function serveConsole(app: NestExpressApplication, folder = BUILT): void {
  const index = `${folder}index.html`;
  if (!existsSync(index)) return;
  const page = readFileSync(index, 'utf8');
  app.use(
    '/assets',
    express.static(`${folder}assets`, { immutable: true, maxAge: '1y', index: false, fallthrough: false }),
  );
  app.use(express.static(folder, { index: false, maxAge: '1h' }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' || NOT_PAGES.test(request.path) || !request.accepts('html')) return next();
    response.set('Cache-Control', 'no-store').type('html').send(page);
  });
}
