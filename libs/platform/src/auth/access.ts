import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import type { Permission } from '#wasl/contracts';
import type { Principal } from './principal.js';

/** What an endpoint or live room asks of its caller. */
export type Access = { permission: Permission } | { signedIn: true } | { public: string };
export const ACCESS = 'wasl:access';

/** Callers need this permission. */
export const Requires = (permission: Permission) => SetMetadata(ACCESS, { permission } satisfies Access);
/** Callers need only be signed in: the endpoint is about themselves. */
export const SignedIn = () => SetMetadata(ACCESS, { signedIn: true } satisfies Access);
/** Anyone may call; `because` says what protects it instead. */
export const Public = (because: string) => SetMetadata(ACCESS, { public: because } satisfies Access);

export interface AuthenticatedRequest extends Request {
  principal?: Principal;
}

/** The signed-in caller. */
export const Caller = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<AuthenticatedRequest>().principal,
);
