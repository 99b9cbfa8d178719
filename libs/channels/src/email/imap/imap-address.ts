import { mailServerTls, type MailServerTls } from '#wasl/platform';

/** Connection settings of a mailbox. */
export interface ImapAddress {
  host: string;
  port: number;
  secure: boolean;
  user: string;
  password: string;
  folder: string;
  security: MailServerTls;
  /** identifies the mailbox; holds no secret */
  key: string;
}

/** @param url checked at start: `imap(s)://user:pass@host:port/folder` */
export function imapAddress(url: string, settings: Parameters<typeof mailServerTls>[2]): ImapAddress {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const secure = protocol === 'imaps:';
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const user = decodeURIComponent(username);
  const folder = decodeURIComponent(pathname.replace(/^\//, '')) || 'INBOX';
  return {
    host,
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    user,
    password: decodeURIComponent(password),
    folder,
    security: mailServerTls('IMAP', host, settings),
    key: `${user}@${host}/${folder}`,
  };
}
