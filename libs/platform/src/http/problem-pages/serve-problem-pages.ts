import type { NextFunction, Request, Response } from 'express';
import { isUiLanguage } from '#wasl/kernel';
import { preferredLanguage } from '../texts.js';
import { PROBLEM_STYLE, problemIndex, problemPage } from './problem-page.js';

const PATH = /^\/problems(?:\/([a-z_.]{1,80}))?\/?$/;
const STYLE = 'style.css';

/**
 * Serves `/problems/<code>`, to which the `type` of every problem leads. Both applications serve them, because behind a
 * proxy each has a host of its own. An unknown code is left to the application, which answers 404.
 */
export function serveProblemPages(request: Request, response: Response, next: NextFunction): void {
  const path = PATH.exec(request.path);
  if (!path || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
  const code = path[1];
  response.set('Cache-Control', 'public, max-age=3600');
  if (code === STYLE) return void response.type('css').send(PROBLEM_STYLE);
  const { lang } = request.query;
  const language = isUiLanguage(lang) ? lang : preferredLanguage(request.headers['accept-language']);
  const page = code === undefined ? problemIndex(language) : problemPage(code, language);
  if (page === undefined) {
    response.removeHeader('Cache-Control');
    return next();
  }
  response.set('Content-Language', language).vary('Accept-Language').type('html').send(page);
}
