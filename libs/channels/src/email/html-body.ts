import sanitizeHtml from 'sanitize-html';
import { nestsDeeperThan } from './domain/html-depth.js';

/** Longer HTML is newsletters and attacks; its text is still extracted. */
const MAX_HTML_LENGTH = 256 * 1024;
/** Beyond this length, the text is only in the original. */
const MAX_STRIPPED = 1024 * 1024;
const MAX_DEPTH = 256;

const BLOCKS = 'p div h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tfoot tr td th blockquote pre hr'.split(
  ' ',
);
const INLINE = 'a b strong i em u s strike sub sup small span br code img bdi bdo'.split(' ');

/** Longer ones are no addresses; the sanitizer needs time that grows with the square of their length. */
export const MAX_URL_LENGTH = 4_000;
const ABSOLUTE_LINK = /^(?:https?:\/\/[^\s/?#<>]|mailto:|tel:)[^\s<>]*$/i;
const OWN_IMAGE = /^cid:[^\s<>]{1,500}$/i;

/** Whether a link leads where its sender says. A relative one would lead into our own pages. */
function isAbsoluteLink(href: string): boolean {
  const link = href.trim();
  return link.length <= MAX_URL_LENGTH && ABSOLUTE_LINK.test(link);
}

/**
 * What is allowed in HTML from strangers: structure and emphasis. No scripts, styles, forms or frames; no class or id
 * that could affect our own pages; images only by reference to the mail's own parts, so that opening the mail reveals
 * nothing to the sender.
 */
export const SANITIZE_OPTIONS: sanitizeHtml.IOptions = {
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
    a: (tagName, attribs) => {
      const { href = '' } = attribs;
      const kept: Record<string, string> = isAbsoluteLink(href)
        ? { href: href.trim(), rel: 'noopener noreferrer nofollow' }
        : {};
      return { tagName, attribs: { ...withoutKey(attribs, 'href'), ...kept } };
    },
    img: (tagName, attribs) => ({
      tagName,
      attribs: OWN_IMAGE.test(attribs.src ?? '') ? attribs : withoutKey(attribs, 'src'),
    }),
  },
  exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs.src,
};

function withoutKey(attributes: Record<string, string>, key: string): Record<string, string> {
  const { [key]: _dropped, ...rest } = attributes;
  return rest;
}

/** Whether parsing would take too long. */
export function isTooComplex(html: string): boolean {
  return html.length > MAX_HTML_LENGTH || nestsDeeperThan(html, MAX_DEPTH);
}

/** @returns sanitized HTML, or null when it is too large or too deep to parse */
export function safeHtml(html: string): string | null {
  if (isTooComplex(html)) return null;
  return sanitizeHtml(html, SANITIZE_OPTIONS).trim() || null;
}

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
};

/**
 * The visible text of the HTML, one block for each line. Every pattern stops at the next `<`, so that each character
 * is read once.
 */
export function htmlToText(html: string): string {
  const safe = safeHtml(html) ?? dropHiddenElements(html);
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

/** For HTML that is not parsed: drops elements without visible text; tags are stripped later. */
function dropHiddenElements(html: string): string {
  return html
    .slice(0, MAX_STRIPPED)
    .replace(/<(style|script|title)\b[^<>]{0,500}>[^<]*/gi, ' ')
    .replace(/<!--[^<>]*-->/g, ' ');
}
