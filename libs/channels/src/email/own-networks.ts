import { BlockList, isIP } from 'node:net';

/** Loopback and private networks: mail from there was relayed by a mail system of our own. */
const OWN_NETWORKS = new BlockList();
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  OWN_NETWORKS.addSubnet(net, bits, 'ipv4');
OWN_NETWORKS.addAddress('::1', 'ipv6');
OWN_NETWORKS.addSubnet('fc00::', 7, 'ipv6');
OWN_NETWORKS.addSubnet('fe80::', 10, 'ipv6');

/** Whether the system of this address is none of our own. */
export const isOutside = (ip: string) =>
  isIP(ip) !== 0 && !OWN_NETWORKS.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');
