import type { Request } from 'express';
import { apiUrl, type Settings } from '../../config/settings.js';

const HOST = /^[\w.-]{1,253}(?::\d{1,5})?$|^\[[0-9a-f:.]{2,45}\](?::\d{1,5})?$/i;

/**
 * Scheme and host for URLs in an answer: the configured ones, or where no PUBLIC_URL is configured those of the
 * request. The public host (PUBLIC_API_HOST) is always taken from the request, which the proxy has checked.
 */
export function requestOrigin(request: Request, settings: Settings): string {
  const host = request.get('host') ?? '';
  const isPublicHost =
    settings.PUBLIC_API_HOST !== undefined && request.hostname === settings.PUBLIC_API_HOST;
  if ((settings.PUBLIC_URL && !isPublicHost) || !HOST.test(host)) return apiUrl(settings);
  return `${request.protocol}://${host}`;
}
