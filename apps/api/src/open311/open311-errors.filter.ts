import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { DomainError, UiLanguage } from '#wasl/kernel';
import { toDomainError, internalProblem, problemOf } from '#wasl/platform';
import { languageOf } from './open311-language.js';
import { CONTENT_TYPES, type SparkObject, type Format, SparkList, serialize } from './spark.js';

/** Open311 defines 400, 403 and 404; the others are plain HTTP. */
const KEPT = new Set([400, 403, 404, 405, 413, 429, 503]);

/** Answers errors in the Open311 format, as XML or JSON as requested. */
@Catch()
export class Open311ErrorsFilter implements ExceptionFilter {
  private readonly logger = new Logger('Open311');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return void response.destroy();
    const known = toDomainError(error);
    if (!known) this.logger.error((error as Error)?.message ?? String(error), (error as Error)?.stack);
    const { status, texts } = answerTo(known, languageOf(request));
    const format: Format = request.path.endsWith('.json') ? 'json' : 'xml';
    const rows = texts.map((description): SparkObject => ({ code: String(status), description }));
    if (status === 503) response.setHeader('Retry-After', '5');
    if (status === 405) response.setHeader('Allow', String(known!.params.allow));
    response
      .status(status)
      .set({
        'Content-Type': CONTENT_TYPES[format],
        'Cache-Control': 'no-store',
        'Access-Control-Allow-Origin': '*',
      })
      .end(serialize(format, 'errors', new SparkList('error', rows)));
  }
}

function answerTo(known: DomainError | null, language: UiLanguage): { status: number; texts: string[] } {
  const problem = known ? problemOf(known, language) : internalProblem(language);
  const status = problem.status >= 500 || KEPT.has(problem.status) ? problem.status : 400;
  const faults = problem.errors?.map(({ path, message }) => `${path}: ${message}`);
  return { status, texts: faults ?? [problem.detail] };
}
