import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { notFound } from '#wasl/kernel';
import type { RunningSettings } from '../config/settings.js';

/** What the api offers to strangers and their programs. */
const PUBLIC_PATHS = ['/api/v1/public', '/open311'];
/** Belongs to both hosts. */
const SHARED_PATHS = ['/.well-known', '/health'];

const isUnder = (path: string, folders: string[]) =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

/** Whether a host serves a path; the same rule stands in the proxy, so that a fault in one of them opens nothing. */
export function servesPath(isPublicHost: boolean, path: string): boolean {
  // Express matches routes whatever their case, and so must whoever guards them.
  const wanted = path.toLowerCase();
  return isUnder(wanted, SHARED_PATHS) || isUnder(wanted, PUBLIC_PATHS) === isPublicHost;
}

/**
 * With PUBLIC_API_HOST the public's paths are served on that host and nowhere else, and nothing else is served there:
 * a cookie, a script or a cached answer of one side is never the other's.
 */
export function separateHosts(settings: RunningSettings): RequestHandler {
  const { PUBLIC_API_HOST } = settings;
  return (request: Request, _response: Response, next: NextFunction) => {
    if (!PUBLIC_API_HOST) return next();
    const isPublicHost = request.hostname?.toLowerCase() === PUBLIC_API_HOST;
    next(servesPath(isPublicHost, request.path) ? undefined : notFound('route.not_found'));
  };
}
