import { ConnectionRefused } from '../../kept-connection.js';

/** Where an interface of the exchange is, and who we are to it. */
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

/** The exchange does not let us in. */
export class AsteriskRefused extends ConnectionRefused {
  override name = 'AsteriskRefused';
}
