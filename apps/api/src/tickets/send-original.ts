import type { Response } from 'express';

/** A mail as it came, as a download: nothing of it is shown as a page of ours. */
export function sendOriginal(response: Response, raw: Buffer): void {
  response
    .set({
      'Content-Type': 'message/rfc822',
      'Content-Disposition': 'attachment; filename="mail.eml"',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    })
    .send(raw);
}
