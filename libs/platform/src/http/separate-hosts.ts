import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { notFound } from '#wasl/kernel';
import type { RuntimeSettings } from '../config/settings.js';

/** Paths of the api that are open to the public. */
const PUBLIC_PATHS = ['/api/v1/public', '/open311'];
/** Served on both hosts. */
const SHARED_PATHS = ['/.well-known', '/health', '/problems'];

const isUnder = (path: string, folders: string[]) =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

/** Whether a host serves a path. The proxy has the same rule, so that a mistake in one of them opens nothing. */
export function servesPath(isPublicHost: boolean, path: string): boolean {
  // Express matches routes case-insensitively, so this check must as well.
  const wanted = path.toLowerCase();
  return isUnder(wanted, SHARED_PATHS) || isUnder(wanted, PUBLIC_PATHS) === isPublicHost;
}

/**
 * With PUBLIC_API_HOST set, public paths are served only on that host, and that host serves nothing else, so that the
 * two never share cookies, scripts or cached responses.
 */
export function separateHosts(settings: RuntimeSettings): RequestHandler {
  const { PUBLIC_API_HOST } = settings;
  return (request: Request, _response: Response, next: NextFunction) => {
    if (!PUBLIC_API_HOST) return next();
    const isPublicHost = request.hostname?.toLowerCase() === PUBLIC_API_HOST;
    next(servesPath(isPublicHost, request.path) ? undefined : notFound('route.not_found'));
  };
}
