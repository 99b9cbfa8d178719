import { ConnectionRefused } from '../../reconnecting-connection.js';

/** Connection settings of a PBX interface. */
export interface AsteriskAddress {
  host: string;
  port: number;
  user: string;
  password: string;
}

/** @param url checked at start: `tcp://user:pass@host:5038`, `http://user:pass@host:8088` */
export function asteriskAddress(url: string, standardPort: number): AsteriskAddress {
  const { hostname, port, username, password } = new URL(url);
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? standardPort : Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
}

/** The PBX rejects our sign-in. */
export class AsteriskRefused extends ConnectionRefused {
  override name = 'AsteriskRefused';
}
