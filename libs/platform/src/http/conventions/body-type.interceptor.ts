import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { DomainError } from '#wasl/kernel';

/** Key of what `@ApiConsumes` declares. */
const CONSUMES = 'swagger/apiConsumes';
const ANY_TYPE = 'wasl:any-body-type';
const JSON_TYPES = ['application/json', 'application/*+json'];

/** For conventions whose senders often name a wrong Content-Type, or none: the body is read whatever it is called. */
export const AcceptsAnyBodyType = () => SetMetadata(ANY_TYPE, true);

/**
 * Refuses a body of a type that the endpoint does not read, with 415. Without it such a body would be ignored. An
 * endpoint that reads a body reads JSON, unless `@ApiConsumes` says otherwise.
 */
@Injectable()
export class BodyTypeInterceptor implements NestInterceptor {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<Request>();
    const accepted = this.acceptedBy(context);
    // null: there is no body.
    if (accepted && request.is(accepted) === false)
      throw new DomainError('unsupported_type', 'body.unsupported_type', { accept: accepted[0]! });
    return next.handle();
  }

  private acceptedBy(context: ExecutionContext): string[] | null {
    const [handler, type] = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<true | undefined>(ANY_TYPE, [handler, type])) return null;
    const declared = this.reflector.getAllAndOverride<string[] | undefined>(CONSUMES, [handler, type]);
    if (declared) return declared.flatMap((one) => (one === 'application/json' ? JSON_TYPES : [one]));
    return readsBody(type, handler.name) ? JSON_TYPES : null;
  }
}

/** Whether a parameter of the handler is the body or a part of it. */
export function readsBody(type: object, handler: string): boolean {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, type, handler) ?? {}) as object;
  return Object.keys(parameters).some((key) => key.startsWith(`${RouteParamtypes.BODY}:`));
}
