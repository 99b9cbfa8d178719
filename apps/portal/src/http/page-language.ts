import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { Request } from 'express';
import { isUiLanguage, UI_LANGUAGES, type UiLanguage } from '#wasl/kernel';
import { preferredLanguage } from '#wasl/platform';

/** Path prefixes of the languages; every page controller is mounted under each. */
export const LANGUAGE_PATHS = [...UI_LANGUAGES];
export const LANGUAGE_COOKIE = 'wasl_lang';

/** The language of a path, or null when it has none. */
export function languageOfPath(path: string): UiLanguage | null {
  const first = path.split('/')[1];
  return isUiLanguage(first) ? first : null;
}

/** The language that this visitor chose before. */
export function chosenLanguage(request: Request): UiLanguage | null {
  const cookie = parseCookie(request.headers.cookie ?? '')[LANGUAGE_COOKIE];
  return isUiLanguage(cookie) ? cookie : null;
}

/** The best guess for a page whose URL has no language. */
export function guessLanguage(request: Request, fallback: UiLanguage): UiLanguage {
  return (
    languageOfPath(request.path) ??
    chosenLanguage(request) ??
    preferredLanguage(request.headers['accept-language'], fallback)
  );
}

/** The language of the requested page. */
export const PageLanguage = createParamDecorator((_: unknown, context: ExecutionContext): UiLanguage => {
  return languageOfPath(context.switchToHttp().getRequest<Request>().path) ?? 'en';
});
