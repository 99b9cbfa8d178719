import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { CallEventError } from '#wasl/channels';
import { toDomainError, HTTP_STATUS } from '#wasl/platform';

/** The token in the URL is wrong. */
export class WrongCtiToken extends Error {
  override name = 'WrongCtiToken';
}

/** Answers errors in the format of the CTI convention: `{"error": "…"}`. */
@Catch()
export class CtiErrorsFilter implements ExceptionFilter {
  private readonly logger = new Logger('Cti');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const { status, text } = this.answerTo(error);
    // Events are idempotent, so a temporary failure may be retried.
    if (status === 503) response.setHeader('Retry-After', '5');
    response.status(status).json({ error: text });
  }

  private answerTo(error: unknown): { status: number; text: string } {
    if (error instanceof WrongCtiToken) return { status: 401, text: 'wrong token' };
    if (error instanceof CallEventError) return { status: 422, text: error.message };
    const known = toDomainError(error);
    if (known) return { status: known.kind === 'invalid' ? 422 : HTTP_STATUS[known.kind], text: known.code };
    this.logger.error((error as Error)?.message ?? String(error), (error as Error)?.stack);
    return { status: 500, text: 'internal' };
  }
}
