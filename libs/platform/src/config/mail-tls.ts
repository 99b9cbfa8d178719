import { readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import type { Settings } from './settings.js';

/** How we speak TLS to a mail server; in the form of `tls.connect`. */
export interface ClientTls {
  minVersion: 'TLSv1.2';
  rejectUnauthorized: boolean;
  ca?: string[];
}

export interface MailServerTls {
  tls: ClientTls;
  /** nothing is sent, nor a password, before the line is encrypted: also when the server does not offer it */
  required: boolean;
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** This machine itself: nobody stands between. */
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
 * Whoever stands between us and a mail server can take STARTTLS out of what it offers, and show a certificate of their
 * own. So encryption is required of every server but this machine's, and its certificate checked, unless settings say not.
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
