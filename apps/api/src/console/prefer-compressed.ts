import { existsSync, readdirSync } from 'node:fs';
import type { NextFunction, Request, Response } from 'express';

const EXTENSIONS = { br: 'br', gzip: 'gz' } as const;
/** Types of the files that the build compresses (apps/console/build/precompress.ts). */
const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json; charset=utf-8',
};

/** Has the static files after it answered with what the build has compressed, when the browser takes that. */
export function preferCompressed(folder: string) {
  const files = new Set(existsSync(folder) ? readdirSync(folder) : []);
  return (request: Request, response: Response, next: NextFunction): void => {
    const { path } = request;
    const type = TYPES[path.slice(path.lastIndexOf('.') + 1)];
    if (!type || !files.has(path.slice(1))) return next();
    response.vary('Accept-Encoding');
    const encoding = (['br', 'gzip'] as const).find((one) => request.acceptsEncodings(one));
    if (!encoding) return next();
    const compressed = `${path}.${EXTENSIONS[encoding]}`;
    if (!files.has(compressed.slice(1))) return next();
    request.url = compressed;
    response.set({ 'Content-Encoding': encoding, 'Content-Type': type });
    next();
  };
}
