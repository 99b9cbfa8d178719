import { directionOf, type UiLanguage } from '#wasl/kernel';

/** Text of ours; `ltr` is a number or code that must keep its order in Arabic text. */
export type Piece = string | { ltr: string };

/** One paragraph: our own words, a link, or what a person wrote. */
export type Paragraph = { line: Piece[] } | { link: string } | { said: string };

const ISOLATE = '\u2066';
const END_ISOLATE = '\u2069';

/** A link stands on a line of its own, without isolates: mail programs would take them for part of it. */
export function textBody(paragraphs: Paragraph[], language: UiLanguage): string {
  const isolate = directionOf(language) === 'rtl';
  const piece = (part: Piece) => {
    if (typeof part === 'string') return part;
    return isolate ? ISOLATE + part.ltr + END_ISOLATE : part.ltr;
  };
  const blocks = paragraphs.map((paragraph) => {
    if ('link' in paragraph) return paragraph.link;
    return 'said' in paragraph ? paragraph.said : paragraph.line.map(piece).join('');
  });
  return `${blocks.join('\n\n')}\n`;
}

export function htmlBody(paragraphs: Paragraph[], language: UiLanguage): string {
  const piece = (part: Piece) =>
    typeof part === 'string' ? escape(part) : `<bdi dir="ltr">${escape(part.ltr)}</bdi>`;
  const blocks = paragraphs.map((paragraph) => {
    if ('link' in paragraph) {
      const link = escape(paragraph.link);
      return `<p><a href="${link}" dir="ltr">${link}</a></p>`;
    }
    if ('said' in paragraph)
      return `<div dir="auto" style="white-space:pre-wrap">${escape(paragraph.said)}</div>`;
    return `<p>${paragraph.line.map(piece).join('')}</p>`;
  });
  const direction = directionOf(language);
  return `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"></head><body lang="${language}" dir="${direction}">${blocks.join('\n')}</body></html>`;
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
