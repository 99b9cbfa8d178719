import type { NextFunction, Request, Response } from 'express';
import { DomainError, notFound } from '#wasl/kernel';

interface Layer {
  match(path: string): boolean;
  route?: { methods: Record<string, boolean> };
}

/** A route for more methods than these is a catch-all: it says nothing about what is at its path. */
const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'];

const isCatchAll = (methods: Record<string, boolean>) => Object.keys(methods).length > METHODS.length;

/** The methods that the registered routes accept at a path; empty when nothing is there. */
export function allowedMethods({ app }: Pick<Request, 'app'>, path: string): string[] {
  const { stack } = (app as unknown as { router: { stack: Layer[] } }).router;
  const found = new Set<string>();
  for (const layer of stack) {
    if (!layer.route || isCatchAll(layer.route.methods) || !matches(layer, path)) continue;
    for (const method of Object.keys(layer.route.methods)) found.add(method);
  }
  // Express answers HEAD with the handler of GET.
  if (found.has('get')) found.add('head');
  return METHODS.filter((method) => found.has(method)).map((method) => method.toUpperCase());
}

/** A path that cannot be decoded matches nothing. */
function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    return false;
  }
}

/** Why no route took a request: another method is needed, or nothing is there at all. */
export function noRoute(request: Request): DomainError {
  const allow = allowedMethods(request, request.path);
  return allow.length > 0
    ? new DomainError('method_not_allowed', 'route.method_not_allowed', {
        allow: [...allow, 'OPTIONS'].join(', '),
      })
    : notFound('route.not_found');
}

/** Answers OPTIONS with the methods of the path. Headers of CORS are set before. */
export function answerOptions(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== 'OPTIONS') return next();
  const allow = allowedMethods(request, request.path);
  if (allow.length === 0) return next();
  response.setHeader('Allow', [...allow, 'OPTIONS'].join(', '));
  response.status(204).end();
}
