import type { Request, Response } from 'express';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { UiLanguage } from '#wasl/kernel';
import { sendCompressed } from './compressed.js';
import { chosenLanguage, LANGUAGE_COOKIE } from './page-language.js';

const YEAR_MS = 365 * 24 * 3_600_000;

export interface PageOptions {
  language: UiLanguage;
  status?: number;
  /** the same for every visitor, so it may be cached for a short time */
  cacheable?: boolean;
  /** the visitor has not chosen this language; do not remember it */
  languageNotChosen?: boolean;
  /** search engines must not index it */
  noIndex?: boolean;
}

/**
 * Sends a page. React escapes all text; no markup is ever inserted. Pages are not cached unless they are the same for
 * everyone. The language of a visited page is remembered.
 */
export function sendPage(
  request: Request,
  response: Response,
  page: ReactElement,
  options: PageOptions,
): void {
  const { language, status = 200, cacheable = false, languageNotChosen = false, noIndex = false } = options;
  if (!languageNotChosen && status < 400 && chosenLanguage(request) !== language) {
    response.cookie(LANGUAGE_COOKIE, language, {
      maxAge: YEAR_MS,
      sameSite: 'lax',
      httpOnly: true,
      path: '/',
    });
  }
  if (noIndex) response.setHeader('X-Robots-Tag', 'noindex, nofollow');
  response
    .status(status)
    .setHeader('Content-Language', language)
    .setHeader('Cache-Control', cacheable ? 'private, max-age=60' : 'no-store')
    .type('html');
  const html = `<!doctype html>${renderToStaticMarkup(page)}`;
  if (cacheable) sendCompressed(request, response, Buffer.from(html));
  else response.send(html);
}
