import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { AuthenticatedRequest } from '#wasl/platform';
import { parseTicketNumber, TicketAccess, type TicketPart } from '#wasl/tickets';

const TICKET = '/api/v1/tickets/:number';
/** Asks for the reason itself, and so must be reachable before it is given. */
const OPENING = `${TICKET}/opening`;

/** Endpoints about a part of a ticket, by the beginning of their path; a longer one is listed first. */
const PARTS: [path: string, part: TicketPart][] = [
  ['/api/v1/attachments/:id/thumbnail', 'thumbnail'],
  ['/api/v1/attachments/:id', 'attachment'],
  ['/api/v1/mail/:id', 'mail'],
  ['/api/v1/texts/:id', 'text'],
  ['/api/v1/callbacks/:id', 'callback'],
  ['/api/v1/cti/recordings/:id', 'recording'],
];

/** Further tickets that a call names, in its path or in a field of its body. */
const OTHERS: Record<string, { param: string } | { field: string }> = {
  [`${TICKET}/links/:to`]: { param: 'to' },
  [`${TICKET}/link`]: { field: 'to' },
  [`${TICKET}/merge`]: { field: 'into' },
  '/api/v1/counter/visits/:id/continue': { field: 'ticket' },
  '/api/v1/callbacks': { field: 'ticket' },
};

/**
 * Refuses calls about a ticket that the caller may not read as if it did not exist. Every path below that of a ticket
 * is covered, also those that are added later. What a list shows is limited by its own statement.
 */
@Injectable()
export class TicketAccessGuard implements CanActivate {
  constructor(@Inject(TicketAccess) private readonly access: TicketAccess) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const { principal } = request;
    const path = (request.route as { path?: string } | undefined)?.path ?? '';
    if (!principal) return true;
    const number = path.startsWith(TICKET) ? parseTicketNumber(String(request.params.number)) : null;
    if (number && path === OPENING) await this.access.requireReadable(number, principal);
    else if (number) await this.access.requireOpen(number, principal);
    const part = PARTS.find(([beginning]) => path.startsWith(beginning));
    if (part) await this.access.requireOpenPart(part[1], String(request.params.id), principal);
    const other = otherTicketOf(path, request);
    if (other) await this.access.requireOpen(other, principal);
    return true;
  }
}

function otherTicketOf(path: string, request: AuthenticatedRequest): string | null {
  const named = OTHERS[path];
  if (!named) return null;
  const value: unknown =
    'param' in named
      ? request.params[named.param]
      : (request.body as Record<string, unknown> | undefined)?.[named.field];
  return typeof value === 'string' ? parseTicketNumber(value) : null;
}
