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

/** The exchange does not let us in: to try again at once is of no use, somebody must mend the settings. */
export class AsteriskRefused extends Error {
  override name = 'AsteriskRefused';
}
