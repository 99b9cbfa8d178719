import { Resolver } from 'node:dns/promises';

/** DNS lookups, with the signature of `dns.promises.resolve`. */
export const SENDER_DNS = Symbol('SENDER_DNS');
export type SenderDns = (name: string, type: string) => Promise<string[] | string[][]>;

export function systemDns(): SenderDns {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  return (name, type) => resolver.resolve(name, type) as Promise<string[] | string[][]>;
}
