import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { parseCookie } from 'cookie';
import { forbidden, unauthorized } from '#wasl/kernel';
import { ACCESS, type Access, type AuthenticatedRequest, CONFIRMED } from './access.js';
import { SecretGuessLimiter } from '../attempts/secret-guess-limiter.js';
import { sourceOf } from '../http/source.js';
import { Authenticator, BACKGROUND_HEADER, type CredentialUse, SESSION_COOKIE } from './authenticator.js';
import type { Principal } from './principal.js';

/** Rejects calls to endpoints that declare no access rule, and callers who lack the declared permission. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(SecretGuessLimiter) private readonly guesses: SecretGuessLimiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw forbidden('permission.undeclared');
    if ('public' in access) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const principal = await this.identify(request);
    if (!principal) throw unauthorized();
    request.principal = principal;
    if (principal.mustEnrol && !('whileEnrolling' in access && access.whileEnrolling))
      throw forbidden('session.enrolment_required');
    if ('permission' in access && !principal.permissions.has(access.permission)) {
      throw forbidden('permission.denied', { permission: access.permission });
    }
    if (!principal.recentlyConfirmed && this.requiresConfirmation(context))
      throw forbidden('session.confirm_required');
    return true;
  }

  private requiresConfirmation(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<true | undefined>(CONFIRMED, targets) ?? false;
  }

  private async identify(request: AuthenticatedRequest): Promise<Principal | null> {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    const use: CredentialUse = request.headers[BACKGROUND_HEADER] ? 'look' : 'activity';
    if (scheme?.toLowerCase() === 'bearer' && token) {
      return this.guesses.check('api-token', sourceOf(request.ip), token, () =>
        this.authenticator.byToken(token, use),
      );
    }
    const session = parseCookie(request.headers.cookie ?? '')[SESSION_COOKIE];
    if (!session) return null;
    return this.authenticator.bySession(session, use);
  }
}
