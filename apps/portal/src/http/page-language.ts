import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { Request } from 'express';
import { isUiLanguage, UI_LANGUAGES, type UiLanguage } from '#wasl/kernel';
import { preferredLanguage } from '#wasl/platform';

/** Where pages in each language live; every controller of pages is mounted under both. */
export const LANGUAGE_PATHS = [...UI_LANGUAGES];
export const LANGUAGE_COOKIE = 'wasl_lang';

/** The language an address is in, or null when it is in none. */
export function languageOfPath(path: string): UiLanguage | null {
  const first = path.split('/')[1];
  return isUiLanguage(first) ? first : null;
}

/** The language that this visitor chose before. */
export function chosenLanguage(request: Request): UiLanguage | null {
  const cookie = parseCookie(request.headers.cookie ?? '')[LANGUAGE_COOKIE];
  return isUiLanguage(cookie) ? cookie : null;
}

/** The best guess for a page whose address does not say. */
export function likelyLanguage(request: Request, fallback: UiLanguage): UiLanguage {
  return (
    languageOfPath(request.path) ??
    chosenLanguage(request) ??
    preferredLanguage(request.headers['accept-language'], fallback)
  );
}

/** The language of the page that is asked for. */
export const PageLanguage = createParamDecorator((_: unknown, context: ExecutionContext): UiLanguage => {
  return languageOfPath(context.switchToHttp().getRequest<Request>().path) ?? 'en';
});
