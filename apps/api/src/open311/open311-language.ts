import type { Request } from 'express';
import { isUiLanguage, type UiLanguage } from '#wasl/kernel';
import { preferredLanguage } from '#wasl/platform';

/** `lang` takes precedence, because clients can set it without a header; otherwise Accept-Language. */
export function languageOf(request: Request, given: unknown = request.query.lang): UiLanguage {
  const lang = typeof given === 'string' ? given.slice(0, 2).toLowerCase() : undefined;
  return isUiLanguage(lang) ? lang : preferredLanguage(request.headers['accept-language']);
}
