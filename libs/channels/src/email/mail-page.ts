import sanitizeHtml from 'sanitize-html';
import { createHash } from 'node:crypto';
import type { MailAttachment } from './domain/mime/mail-content.js';
import { SANITIZE_OPTIONS, isTooComplex, MAX_URL_LENGTH } from './html-body.js';

/** Images of the mail itself are embedded in the page, up to this total size. */
const MAX_PICTURE_BYTES = 8 * 1024 * 1024;

const STYLE = `body{margin:0;padding:.5rem;font:15px/1.5 system-ui,sans-serif;overflow-wrap:anywhere;color:#1a1a1a;background:#fff}img{max-width:100%;height:auto}table{border-collapse:collapse}td,th{padding:.15rem .35rem;vertical-align:top}blockquote{margin:.5rem 0;padding-inline-start:.75rem;border-inline-start:3px solid #ccc}pre{white-space:pre-wrap}`;

export interface MailPage {
  html: string;
  /** remote images that were blocked */
  blocked: number;
}

/**
 * The Content-Security-Policy of the page: it may do nothing. Its own style is allowed by hash, remote images only on
 * request.
 */
export function mailPageCsp(remoteImages: boolean): string {
  const style = createHash('sha256').update(STYLE).digest('base64');
  return [
    'sandbox allow-popups allow-popups-to-escape-sandbox',
    "default-src 'none'",
    `style-src 'sha256-${style}'`,
    `img-src data:${remoteImages ? ' https: http:' : ''}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/**
 * The HTML of a mail as a page for a sandboxed frame: sanitized, its own images embedded, remote images left out
 * unless requested, so that opening a mail reveals nothing to the sender.
 * @returns null when it is too large or too deep
 */
export function mailPage(
  html: string,
  attachments: MailAttachment[],
  remoteImages: boolean,
): MailPage | null {
  if (isTooComplex(html)) return null;
  const pictures = new Pictures(attachments, remoteImages);
  const body = sanitizeHtml(html, {
    ...SANITIZE_OPTIONS,
    allowedSchemesByTag: { img: ['data', 'http', 'https'] },
    transformTags: {
      ...SANITIZE_OPTIONS.transformTags,
      img: (tagName, { src = '', alt, dir, lang }) => ({
        tagName,
        attribs: withoutEmpty({ src: pictures.sourceOf(src), alt, dir, lang }),
      }),
    },
    // A blocked image leaves its alternative text.
    exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs.src && !frame.attribs.alt,
  });
  const page = `<!doctype html><html dir="auto"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><base target="_blank"><style>${STYLE}</style></head><body>${body}</body></html>`;
  return { html: page, blocked: pictures.blocked };
}

const withoutEmpty = (attributes: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).filter((pair): pair is [string, string] => Boolean(pair[1])));

class Pictures {
  blocked = 0;
  private bytes = 0;

  constructor(
    private readonly attachments: MailAttachment[],
    private readonly remoteImages: boolean,
  ) {}

  /** @returns the image source, or undefined when it is not allowed */
  sourceOf(source: string): string | undefined {
    const address = source.trim();
    if (/^cid:/i.test(address)) return this.own(decodedId(address.slice(4)));
    if (/^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*$/i.test(address)) return address;
    if (!/^(?:https?:)?\/\/[^<>]+$/i.test(address) || address.length > MAX_URL_LENGTH) return undefined;
    if (this.remoteImages) return address.startsWith('//') ? `https:${address}` : address;
    this.blocked++;
    return undefined;
  }

  private own(contentId: string): string | undefined {
    const part = this.attachments.find((one) => one.contentId === contentId);
    const type = part && pictureType(part.content);
    if (!type || this.bytes + part.content.length > MAX_PICTURE_BYTES) return undefined;
    this.bytes += part.content.length;
    return `data:${type};base64,${part.content.toString('base64')}`;
  }
}

function decodedId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Detected by its first bytes; the declared type is not trusted. */
function pictureType(content: Buffer): string | null {
  const head = content.toString('latin1', 0, 12);
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif';
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'image/webp' : null;
}
