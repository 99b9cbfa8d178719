import sanitizeHtml from 'sanitize-html';
import { nestsDeeperThan } from './domain/html-depth.js';

/** Longer HTML is newsletters and attacks; its text is still read. */
const LONGEST_HTML = 256 * 1024;
/** Beyond this, the text of HTML is only in the original. */
const LONGEST_STRIPPED = 1024 * 1024;
const DEEPEST = 256;

const BLOCKS = 'p div h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tfoot tr td th blockquote pre hr'.split(
  ' ',
);
const INLINE = 'a b strong i em u s strike sub sup small span br code img bdi bdo'.split(' ');

/**
 * What may remain of HTML that strangers send: structure and emphasis. No scripts, styles, forms or frames; no class or
 * id that could reach our own pages; pictures only by reference to the mail's own parts, so that opening it tells
 * nobody anything.
 */
export const SAFE: sanitizeHtml.IOptions = {
  allowedTags: [...BLOCKS, ...INLINE],
  allowedAttributes: {
    a: ['href', 'rel'],
    img: ['src', 'alt'],
    '*': ['dir', 'lang'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['cid'] },
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  enforceHtmlBoundary: false,
  nonTextTags: ['style', 'script', 'textarea', 'option', 'noscript', 'title'],
  transformTags: {
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'noopener noreferrer nofollow' } }),
  },
  exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs.src,
};

/** Whether a parser would take too long over it. */
export function isTooMuch(html: string): boolean {
  return html.length > LONGEST_HTML || nestsDeeperThan(html, DEEPEST);
}

/** @returns inert HTML, or null when it is too large or too deep to look into */
export function safeHtml(html: string): string | null {
  if (isTooMuch(html)) return null;
  return sanitizeHtml(html, SAFE).trim() || null;
}

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
};

/**
 * The text that a reader of the HTML would see, one block a line. Every pattern stops at the next `<`, so that none
 * needs more than one look at a character.
 */
export function textOfHtml(html: string): string {
  const safe = safeHtml(html) ?? withoutUnseen(html);
  return safe
    .replace(/\s+/g, ' ')
    .replace(/<br[^<>]*>/g, '\n')
    .replace(/<li[^<>]*>/g, '\n• ')
    .replace(/<\/(?:td|th)>/g, '\t')
    .replace(/<\/?(?:p|div|h[1-6]|ul|ol|table|tr|blockquote|pre|hr)\b[^<>]*>/g, '\n')
    .replace(/<[^<>]*(?:>|$|(?=<))/g, '')
    .replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => ENTITIES[entity]!)
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]+/g, (gap) => (gap.includes('\t') ? '\t' : ' '))
    .replace(/[ \t]?\n[ \t]?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** HTML that is not worth a parser: its tags are taken away later, what is no text goes here. */
function withoutUnseen(html: string): string {
  return html
    .slice(0, LONGEST_STRIPPED)
    .replace(/<(style|script|title)\b[^<>]{0,500}>[^<]*/gi, ' ')
    .replace(/<!--[^<>]*-->/g, ' ');
}
