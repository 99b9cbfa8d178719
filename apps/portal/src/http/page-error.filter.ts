import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import type { ErrorKind } from '#wasl/kernel';
import { toDomainError, HTTP_STATUS } from '#wasl/platform';
import type { Texts } from '../texts/index.js';
import { ErrorPage } from '../views/error-page.js';
import { languageOfPath, guessLanguage } from './page-language.js';
import { sendPage } from './send-page.js';

type Problem = Exclude<keyof Texts['problems'], 'home'>;

const PROBLEMS: Partial<Record<ErrorKind, Problem>> = {
  invalid: 'notFound',
  not_found: 'notFound',
  too_many: 'tooMany',
  too_large: 'tooLarge',
  forbidden: 'foreign',
  unavailable: 'unavailable',
};

/** Renders errors as pages that say what to do, in the language of the URL or in both languages. */
@Catch()
export class PageErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const known = toDomainError(error);
    if (!known)
      this.logger.error((error as Error)?.message ?? String(error), (error as Error)?.stack, 'Http');
    const problem = (known && PROBLEMS[known.kind]) ?? 'internal';
    const status = known ? HTTP_STATUS[known.kind] : 500;
    if (status === 503) response.setHeader('Retry-After', '5');
    const language = guessLanguage(request, 'ar');
    const both = languageOfPath(request.path) === null;
    sendPage(request, response, createElement(ErrorPage, { problem, language, both }), { language, status });
  }
}
