import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NextFunction, Request, Response } from 'express';

const EXTENSIONS = { br: 'br', gzip: 'gz' };
/** The files lie beside each other; nothing else is looked for. */
const FILE = /^\/[\w.-]+\.(js|css|svg|json)$/;
/** Types of the files that the build compresses (apps/console/build/precompress.ts). */
const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json; charset=utf-8',
};

/** Has the static files after it answered with what the build has compressed, when the browser takes that. */
export function preferCompressed(folder: string) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const type = FILE.exec(request.path)?.[1];
    if (!type) return next();
    response.vary('Accept-Encoding');
    const encoding = request.acceptsEncodings('br') || request.acceptsEncodings('gzip');
    if (!encoding) return next();
    const file = `${request.path}.${EXTENSIONS[encoding as keyof typeof EXTENSIONS]}`;
    if (!existsSync(join(folder, file))) return next();
    request.url = file;
    response.set({ 'Content-Encoding': encoding, 'Content-Type': TYPES[type] });
    next();
  };
}
