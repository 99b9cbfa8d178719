import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { isUiLanguage, type UiLanguage } from '#wasl/kernel';
import { preferredLanguage } from '#wasl/platform';

/** The language of texts in an answer: a supported `?lang=`, else Accept-Language. */
export const TextLanguage = createParamDecorator((_: unknown, context: ExecutionContext): UiLanguage => {
  const request = context.switchToHttp().getRequest<Request>();
  return isUiLanguage(request.query.lang)
    ? request.query.lang
    : preferredLanguage(request.headers['accept-language']);
});
