import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { OIDC_PATH } from '#wasl/identity';
import { DomainError } from '#wasl/kernel';
import { parseForm } from '#wasl/platform';

const BOUNDS = { pairs: 20, text: 16_384 };
const readText = express.text({
  type: 'application/x-www-form-urlencoded',
  limit: '32kb',
  inflate: false,
  defaultCharset: 'utf-8',
});

/** Providers send their logout tokens as a form. Must be registered before the general parsers. */
export function useLogoutTokenBodyParser(app: NestExpressApplication): void {
  app.use(`${OIDC_PATH}/backchannel-logout`, (request: Request, response: Response, next: NextFunction) =>
    request.method === 'POST' ? readText(request, response, next) : next(),
  );
}

/** @throws invalid `oidc.logout_token` unless there is exactly one */
export function logoutTokenOf(body: unknown): string {
  const pairs = typeof body === 'string' ? parseForm(body, BOUNDS) : [];
  const tokens = pairs.filter(([name]) => name === 'logout_token').map(([, value]) => value);
  if (tokens.length !== 1) throw new DomainError('invalid', 'oidc.logout_token');
  return tokens[0]!;
}
