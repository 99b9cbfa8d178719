import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import type { Permission } from '#wasl/contracts';
import type { Principal } from './principal.js';

/** What an endpoint or live room requires of its caller. */
export type Access =
  { permission: Permission } | { signedIn: true; whileEnrolling: boolean } | { public: string };
export const ACCESS = 'wasl:access';
export const CONFIRMED = 'wasl:confirmed';

/** Callers need this permission. */
export const RequiresPermission = (permission: Permission) =>
  SetMetadata(ACCESS, { permission } satisfies Access);
/** Callers need only be signed in: the endpoint is about themselves. */
export const SignedIn = () => SetMetadata(ACCESS, { signedIn: true, whileEnrolling: false } satisfies Access);
/** The same, also for those who must set up a second factor before they reach anything else. */
export const SignedInOrEnrolling = () =>
  SetMetadata(ACCESS, { signedIn: true, whileEnrolling: true } satisfies Access);
/** For sensitive actions: the caller must have re-authenticated within the last ten minutes. Tokens cannot do so. */
export const RequiresRecentConfirmation = () => SetMetadata(CONFIRMED, true);
/** Anyone may call; `because` says what protects it instead. */
export const Public = (because: string) => SetMetadata(ACCESS, { public: because } satisfies Access);

export interface AuthenticatedRequest extends Request {
  principal?: Principal;
}

/** The signed-in caller. */
export const CurrentPrincipal = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<AuthenticatedRequest>().principal,
);
