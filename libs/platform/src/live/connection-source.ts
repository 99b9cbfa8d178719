import type { IncomingMessage } from 'node:http';
import { sourceOf } from '../http/source.js';

/**
 * The source (see `sourceOf`) of a connection: the address seen by the outermost of our own proxies.
 * @param proxies the number of our own proxies in front, from `TRUST_PROXY`
 */
export function connectionSource(
  request: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string } },
  proxies: number,
): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  const path = [...forwarded, request.socket.remoteAddress ?? ''];
  return sourceOf(path.at(-1 - proxies) ?? path[0]);
}
