import type { Response } from 'express';

/** The original mail as a download, so that browsers never render it as a page of ours. */
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
