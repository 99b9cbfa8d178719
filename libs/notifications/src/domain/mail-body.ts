import { directionOf } from '#wasl/kernel';

/** Plain text; `ltr` is a number or code that must keep its order in Arabic text, `auto` a name of either direction. */
export type Piece = string | { ltr: string } | { auto: string };

/** One paragraph: our own text, a link, or text written by a person. */
export type Paragraph = { line: Piece[] } | { link: string } | { said: string | Piece[] };

const LTR = '\u2066';
const AUTO = '\u2068';
const END = '\u2069';
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * A piece in plain text, isolated by direction. Isolates are left out where not needed, because they make an SMS
 * longer.
 */
export function isolated(piece: Piece, direction: 'rtl' | 'ltr'): string {
  if (typeof piece === 'string') return piece;
  if ('ltr' in piece) return direction === 'rtl' ? LTR + piece.ltr + END : piece.ltr;
  return direction === 'rtl' || RIGHT_TO_LEFT.test(piece.auto) ? AUTO + piece.auto + END : piece.auto;
}

/** A link has its own line without isolates, which mail programs would treat as part of it. */
export function textBody(paragraphs: Paragraph[], language: string): string {
  const direction = directionOf(language);
  const joined = (pieces: Piece[]) => pieces.map((piece) => isolated(piece, direction)).join('');
  const blocks = paragraphs.map((paragraph) => {
    if ('link' in paragraph) return paragraph.link;
    return joined('said' in paragraph ? piecesOf(paragraph.said) : paragraph.line);
  });
  return `${blocks.join('\n\n')}\n`;
}

export function htmlBody(paragraphs: Paragraph[], language: string): string {
  const blocks = paragraphs.map((paragraph) => {
    if ('link' in paragraph) {
      const link = escape(paragraph.link);
      return `<p><a href="${link}" dir="ltr">${link}</a></p>`;
    }
    if ('said' in paragraph) {
      const said = piecesOf(paragraph.said).map(markup).join('');
      return `<div dir="auto" style="white-space:pre-wrap">${said}</div>`;
    }
    return `<p>${paragraph.line.map(markup).join('').replaceAll('\n', '<br>')}</p>`;
  });
  const direction = directionOf(language);
  return `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"></head><body lang="${language}" dir="${direction}">${blocks.join('\n')}</body></html>`;
}

const piecesOf = (said: string | Piece[]): Piece[] => (typeof said === 'string' ? [said] : said);

function markup(piece: Piece): string {
  if (typeof piece === 'string') return escape(piece);
  return 'auto' in piece ? `<bdi>${escape(piece.auto)}</bdi>` : `<bdi dir="ltr">${escape(piece.ltr)}</bdi>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
