import type { IncomingMessage } from 'node:http';
import { sourceOf } from '../http/source.js';

/**
 * Where a connection comes from: the source (see `sourceOf`) of the address that the outermost of our own proxies saw.
 * @param proxies how many proxies of ours stand in front, as `TRUST_PROXY` says
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
