import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  Logger,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { portalUrl, SETTINGS, type RuntimeSettings } from '../../config/settings.js';
import { preferredLanguage } from '../texts.js';
import { allowedMethods } from './allowed-methods.js';
import { CREATED_AT, type CreatedAtRule } from './created-at.js';
import { filledTemplate, locationCandidates } from './domain/location.js';
import { pageLinks } from './domain/page-links.js';
import { requestOrigin } from './request-origin.js';

type Fields = Record<string, unknown>;
/** Begins the template of a page of the portal. */
const PORTAL = 'portal:';

/**
 * Adds to every answer the headers that its body implies: `ETag` for what has a version, `Link` for a page of a list,
 * `Location` for what was created.
 */
@Injectable()
export class AnswerHeadersInterceptor implements NestInterceptor {
  private readonly logger = new Logger('Http');

  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    return next.handle().pipe(
      map((body) => {
        if (!response.headersSent && isFields(body)) this.describe(body, request, response, context);
        return body;
      }),
    );
  }

  private describe(body: Fields, request: Request, response: Response, context: ExecutionContext): void {
    const version = versionOf(body);
    if (version !== undefined && !response.hasHeader('ETag')) {
      response.setHeader('ETag', `"${version}"`);
      // Names of other resources in the answer may change without its version, so only callers who ask revalidate.
      if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
    }
    const page = pageOf(body);
    if (page) response.append('Link', pageLinks(this.url(request, request.originalUrl), page));
    if (response.statusCode === 201) this.locate(body, request, response, context);
  }

  private locate(body: Fields, request: Request, response: Response, context: ExecutionContext): void {
    if (response.hasHeader('Location')) return;
    const rule = this.reflector.get<CreatedAtRule | undefined>(CREATED_AT, context.getHandler());
    if (rule && 'because' in rule) return;
    const location = rule
      ? this.filled(rule.template, body, request)
      : locationCandidates(request.path, body).find((path) => allowedMethods(request, path).includes('GET'));
    if (location) response.setHeader('Location', this.url(request, location));
    else this.logger.error(`${request.method} ${request.route?.path} creates, but names no Location`);
  }

  private filled(template: string, body: Fields, request: Request): string | undefined {
    const lang = preferredLanguage(request.headers['accept-language'], 'ar');
    const params = { lang, ...request.query, ...request.params };
    if (!template.startsWith(PORTAL)) return filledTemplate(template, body, params);
    const path = filledTemplate(template.slice(PORTAL.length), body, params);
    return path && portalUrl(this.settings) + path;
  }

  private url(request: Request, location: string): string {
    return location.startsWith('/') ? requestOrigin(request, this.settings) + location : location;
  }
}

const isFields = (body: unknown): body is Fields =>
  body !== null && typeof body === 'object' && !Array.isArray(body);

/** The version of one resource, or of a set that is replaced as a whole (`meta.version`). */
function versionOf(body: Fields): string | undefined {
  const version = body.version ?? (isFields(body.meta) ? body.meta.version : undefined);
  if (typeof version === 'number' && Number.isSafeInteger(version) && version >= 0) return String(version);
  return typeof version === 'string' && /^[\w-]{1,64}$/.test(version) ? version : undefined;
}

/** @returns undefined for lists that come whole, and for every other answer */
function pageOf({ data, meta }: Fields): { hasMore: boolean; after: string | null } | undefined {
  if (!Array.isArray(data) || !isFields(meta) || typeof meta.hasMore !== 'boolean') return undefined;
  return { hasMore: meta.hasMore, after: typeof meta.after === 'string' ? meta.after : null };
}
