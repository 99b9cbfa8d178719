import { readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import type { Settings } from './settings.js';

/** TLS options for a mail server, in the form of `tls.connect`. */
export interface ClientTls {
  minVersion: 'TLSv1.2';
  rejectUnauthorized: boolean;
  ca?: string[];
}

export interface MailServerTls {
  tls: ClientTls;
  /** refuse to send anything, passwords included, over an unencrypted connection, even if the server offers no TLS */
  required: boolean;
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether the host is this machine, so that no man in the middle is possible. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (isIP(bare)) return LOOPBACK.check(bare, isIP(bare) === 6 ? 'ipv6' : 'ipv4');
  return bare === 'localhost' || bare.endsWith('.localhost');
}

type TlsSettings = Pick<
  Settings,
  | 'SMTP_OUT_TLS_VERIFY'
  | 'SMTP_OUT_TLS_REQUIRED'
  | 'IMAP_TLS_VERIFY'
  | 'IMAP_TLS_REQUIRED'
  | 'MAIL_TLS_CA_FILE'
>;

/**
 * A man in the middle can strip STARTTLS from the capabilities of a mail server and present a certificate of their own.
 * So encryption and a valid certificate are required of every server not on this machine, unless settings say
 * otherwise.
 */
export function mailServerTls(of: 'SMTP_OUT' | 'IMAP', host: string, settings: TlsSettings): MailServerTls {
  const { MAIL_TLS_CA_FILE } = settings;
  return {
    tls: {
      minVersion: 'TLSv1.2',
      rejectUnauthorized: settings[`${of}_TLS_VERIFY`],
      ...(MAIL_TLS_CA_FILE && { ca: [readFileSync(MAIL_TLS_CA_FILE, 'utf8')] }),
    },
    required: settings[`${of}_TLS_REQUIRED`] ?? !isLoopback(host),
  };
}
