import iconv from 'iconv-lite';

/** A mail of the corpus: its name and bytes. */
export interface MailCase {
  name: string;
  raw: Buffer;
  /** the envelope sender; empty for a delivery report */
  envelopeFrom?: string;
}

type Piece = string | Buffer;

export interface Draft {
  /** null omits the header */
  from?: Piece | null;
  subject?: Piece | null;
  id?: string | null;
  head?: Piece[];
  body?: Piece;
}

export const CRLF = '\r\n';
const bytes = (piece: Piece) => (typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece);

/** Joins lines with CRLF; each is text in UTF-8 or raw bytes. */
export function lines(...pieces: Piece[]): Buffer {
  return Buffer.concat(pieces.flatMap((piece) => [bytes(piece), Buffer.from(CRLF)]));
}

/** A mail with defaults for everything that is not given. */
export function mail(name: string, draft: Draft = {}): MailCase {
  const {
    from = 'Person <person@home.example>',
    subject = 'Street light',
    id = `<${name.replace(/\W+/g, '-')}@home.example>`,
  } = draft;
  const { head = [], body = 'It is dark.\r\n' } = draft;
  const field = (label: string, value: Piece | null) =>
    value === null ? [] : [Buffer.concat([Buffer.from(`${label}: `), bytes(value)])];
  const raw = Buffer.concat([
    lines(
      ...field('From', from),
      'To: general@contact.example',
      ...field('Subject', subject),
      ...(id ? [`Message-ID: ${id}`] : []),
      'Date: Mon, 6 Oct 2025 09:30:00 +0300',
      ...(head.length > 0 ? ['MIME-Version: 1.0'] : []),
      ...head,
      '',
    ),
    bytes(body),
  ]);
  return { name, raw };
}

/** A MIME part: headers, an empty line, body. */
export function part(head: Piece[], body: Piece): Buffer {
  return Buffer.concat([lines(...head, ''), bytes(body)]);
}

export function multipart(boundary: string, parts: Piece[], { closed = true } = {}): Buffer {
  const pieces = parts.flatMap((one) => [Buffer.from(`--${boundary}${CRLF}`), bytes(one), Buffer.from(CRLF)]);
  return Buffer.concat([...pieces, Buffer.from(closed ? `--${boundary}--${CRLF}` : '')]);
}

export const text = (body: string, charset = 'utf-8') =>
  part(
    [`Content-Type: text/plain; charset=${charset}`, 'Content-Transfer-Encoding: 8bit'],
    iconv.encode(body, charset),
  );
export const html = (body: string) => part(['Content-Type: text/html; charset=utf-8'], body);

export const base64 = (content: Piece) => bytes(content).toString('base64').replace(/.{76}/g, `$&${CRLF}`);

export function file(name: string, type: string, content: Piece): Buffer {
  return part(
    [
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
    ],
    base64(content),
  );
}

/** An encoded word of RFC 2047. */
export function word(content: string | Buffer, charset = 'utf-8', encoding: 'B' | 'Q' = 'B'): string {
  const encoded = typeof content === 'string' ? iconv.encode(content, charset) : content;
  const q = () => [...encoded].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
  return `=?${charset}?${encoding}?${encoding === 'B' ? encoded.toString('base64') : q()}?=`;
}

/** A one-pixel PNG. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
