import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = [Address, number];

/** What the registry of IPv6 addresses has given out to the public; everything else is refused. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** A gateway translates such an address to the IPv4 address in its last four bytes (RFC 6052). */
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/** The networks of a list by commas or spaces, such as `10.0.0.0/8, fd00::/8`. @returns null when one of them is none */
export function networksOf(list: string): Network[] | null {
  const networks = list
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(networkOf);
  return networks.every((network) => network !== null) ? networks : null;
}

function networkOf(text: string): Network | null {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || address.includes('%') || more.length > 0) return null;
  const longest = family === 4 ? 32 : 128;
  if (bits === undefined) return [ipaddr.parse(address), longest];
  if (!/^\d{1,3}$/.test(bits) || Number(bits) > longest) return null;
  return [ipaddr.parse(address), Number(bits)];
}

/**
 * Which addresses outgoing requests may connect to: public ones, and the networks that the operator opens. Whoever
 * chooses the address of a request could otherwise reach what only this machine can reach.
 */
export class OutsideAddresses {
  constructor(private readonly opened: readonly Network[] = []) {}

  /** @param text an address as the resolver or a parsed URL gives it */
  allows(text: string): boolean {
    if (isIP(text) === 0 || text.includes('%')) return false;
    const address = withoutWrapping(ipaddr.parse(inHexadecimal(text)));
    return this.opened.some((network) => contains(network, address)) || isPublic(address);
  }
}

/** The library takes `::8.8.8.8` for the mapped `::ffff:8.8.8.8`; written with hexadecimal digits it does not. */
const inHexadecimal = (text: string): string =>
  isIP(text) === 6 ? new URL(`http://[${text}]`).hostname.slice(1, -1) : text;

/** The address that is reached in the end. */
function withoutWrapping(address: Address): Address {
  if (address.kind() === 'ipv4') return address;
  const long = address as ipaddr.IPv6;
  if (long.isIPv4MappedAddress()) return long.toIPv4Address();
  return long.match(NAT64) ? new ipaddr.IPv4(long.toByteArray().slice(-4)) : address;
}

function contains(network: Network, address: Address): boolean {
  return network[0].kind() === address.kind() && address.match(network);
}

const isPublic = (address: Address): boolean =>
  address.range() === 'unicast' && (address.kind() === 'ipv4' || address.match(GLOBAL_UNICAST));
