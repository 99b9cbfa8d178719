import { createPrivateKey, generateKeyPair, randomUUID, X509Certificate } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { RuntimeSettings } from '#wasl/platform';

const DAY_MS = 86_400_000;
const OWN_DAYS = 365;
/** A self-signed certificate is renewed this many days before it expires. */
const RENEW_DAYS = 30;

export interface ServerCertificate {
  cert: string;
  key: string;
}

type CertificateSettings = Pick<
  RuntimeSettings,
  'SMTP_IN_TLS_CERT_FILE' | 'SMTP_IN_TLS_KEY_FILE' | 'DATA_DIR' | 'MAIL_DOMAIN'
>;

/**
 * The certificate of the SMTP server: from the configured files, or a self-signed one in DATA_DIR that is created
 * when missing and renewed before it expires. Sending servers do not verify it, but without one the mail could be
 * read in transit.
 */
export class CertificateSource {
  private seen = '';

  constructor(private readonly settings: CertificateSettings) {}

  /**
   * @returns the certificate when it differs from the last call
   * @throws when the configured files cannot be read or do not match
   */
  async ifChanged(now = Date.now()): Promise<ServerCertificate | null> {
    const { SMTP_IN_TLS_CERT_FILE: certFile, SMTP_IN_TLS_KEY_FILE: keyFile } = this.settings;
    const found = certFile && keyFile ? await this.ofFiles(certFile, keyFile) : await this.ownOne(now);
    const name = `${found.cert}\n${found.key}`;
    if (name === this.seen) return null;
    this.seen = name;
    return found;
  }

  private async ofFiles(certFile: string, keyFile: string): Promise<ServerCertificate> {
    const [cert, key] = await Promise.all([readFile(certFile, 'utf8'), readFile(keyFile, 'utf8')]);
    if (!belongTogether({ cert, key }))
      throw new Error('SMTP_IN_TLS_CERT_FILE and SMTP_IN_TLS_KEY_FILE do not belong together');
    return { cert, key };
  }

  /** Certificate and key in one file, so that several processes never mix two pairs. */
  private async ownOne(now: number): Promise<ServerCertificate> {
    const file = join(this.settings.DATA_DIR, 'smtp-tls', 'own.pem');
    const kept = await readOwn(file);
    if (kept && Date.parse(new X509Certificate(kept.cert).validTo) - now > RENEW_DAYS * DAY_MS) return kept;
    const made = await makeOwn(this.settings.MAIL_DOMAIN);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const temporary = `${file}.${randomUUID()}.part`;
    await writeFile(temporary, `${made.cert}\n${made.key}`, { mode: 0o600 });
    await rename(temporary, file);
    // Another process may have written one first; the stored one is used.
    return (await readOwn(file)) ?? made;
  }
}

async function readOwn(file: string): Promise<ServerCertificate | null> {
  if (!(await stat(file).catch(() => null))) return null;
  const text = await readFile(file, 'utf8');
  const [cert] = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(text) ?? [];
  const [key] =
    /-----BEGIN (?:RSA )?PRIVATE KEY-----[^-]+-----END (?:RSA )?PRIVATE KEY-----/.exec(text) ?? [];
  return cert && key && belongTogether({ cert, key }) ? { cert, key } : null;
}

function belongTogether({ cert, key }: ServerCertificate): boolean {
  try {
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}

async function makeOwn(domain: string): Promise<ServerCertificate> {
  // Loaded only when needed, once a year.
  const { generate } = await import('selfsigned');
  // Generated asynchronously by Node; the library would block the process.
  const keyPair = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const options = {
    keyPair,
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - DAY_MS),
    days: OWN_DAYS,
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: [{ type: 2, value: domain }] },
    ],
  };
  const { cert } = generate([{ name: 'commonName', value: domain }], options);
  return { cert, key: keyPair.privateKey };
}
