import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Attachments } from '#wasl/tickets';

/** Keeps browsers from rendering attachments as pages. */
export const SANDBOX_HEADERS = {
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-store',
};

/** Always a sandboxed download, so that uploaded files are never rendered as pages of ours. */
export async function sendFile(
  response: Response,
  file: Awaited<ReturnType<Attachments['openFor']>>,
): Promise<void> {
  response.set({
    ...SANDBOX_HEADERS,
    'Content-Type': file.type,
    'Content-Length': String(file.size),
    'Content-Disposition': `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
  await pipeline(file.content, response);
}
