import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Resolver } from 'node:dns/promises';
import type { Settings } from '#wasl/platform';
import { explain } from '../backup/operator-error.js';
import { type Check, fail, type Finding, ok, warn } from './finding.js';

const DAY_MS = 86_400_000;
const WARN_DAYS = 21;
const EXAMPLE = 'contact.example';

export interface MailDns {
  resolveMx(name: string): Promise<{ exchange: string }[]>;
  resolveTxt(name: string): Promise<string[][]>;
}

/** What the world knows of the domain of mail. Only warnings: mail may be received elsewhere. */
export const mailDnsCheck =
  (dns: MailDns = new Resolver({ timeout: 3_000, tries: 2 })): Check =>
  async ({ settings }) => {
    const { MAIL_DOMAIN: domain } = settings;
    if (domain === EXAMPLE)
      return [
        warn('mail domain', `MAIL_DOMAIN is ${EXAMPLE}`, 'set it to the domain that mail is received for'),
      ];
    const asked = {
      MX: mx(dns, domain),
      SPF: spf(dns, domain),
      DKIM: dkim(dns, settings),
      DMARC: dmarc(dns, domain),
    };
    return Promise.all(
      Object.entries(asked).map(([record, answer]) =>
        answer.catch((error) =>
          warn(
            `dns ${record}`,
            `could not be asked (${explain(error)})`,
            'let this machine reach a DNS server',
          ),
        ),
      ),
    );
  };

/** The name or the record does not exist; other errors say nothing about it. */
const noneWhenAbsent = (error: { code?: string }): [] => {
  if (error.code === 'ENOTFOUND' || error.code === 'ENODATA') return [];
  throw error;
};

async function mx(dns: MailDns, domain: string): Promise<Finding> {
  const found = await dns.resolveMx(domain).catch(noneWhenAbsent);
  if (found.length > 0) return ok('dns MX', found.map(({ exchange }) => exchange).join(', '));
  return warn('dns MX', `${domain} has none`, `publish "${domain}. MX 10 <host that reaches SMTP_IN_PORT>."`);
}

async function spf(dns: MailDns, domain: string): Promise<Finding> {
  const found = (await texts(dns, domain)).filter((text) => /^v=spf1( |$)/i.test(text));
  if (found.length === 1) return ok('dns SPF', found[0]!);
  return warn(
    'dns SPF',
    found.length > 1 ? `${domain} has ${found.length}; receivers accept one` : `${domain} has none`,
    `publish one TXT record at ${domain}, such as "v=spf1 mx -all", that allows the server of SMTP_OUT_URL`,
  );
}

async function dkim(dns: MailDns, settings: Settings): Promise<Finding> {
  const { DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE } = settings;
  if (!DKIM_DOMAIN || !DKIM_SELECTOR || !DKIM_KEY_FILE)
    return warn(
      'dns DKIM',
      'mail is not signed',
      'set the three DKIM settings, unless the server of SMTP_OUT_URL signs',
    );
  const name = `${DKIM_SELECTOR}._domainkey.${DKIM_DOMAIN}`;
  const wanted = publicKeyOf(DKIM_KEY_FILE);
  const published = (await texts(dns, name)).map((text) =>
    /(?:^|;)\s*p=([^;]*)/.exec(text)?.[1]?.replace(/\s/g, ''),
  );
  if (published.includes(wanted)) return ok('dns DKIM', `${name} has our key`);
  return warn(
    'dns DKIM',
    published.length > 0 ? `${name} has another key than DKIM_KEY_FILE` : `${name} is not there`,
    `publish a TXT record at ${name}: "v=DKIM1; k=${wanted.length < 60 ? 'ed25519' : 'rsa'}; p=${wanted}"`,
  );
}

/** As DKIM publishes it: RSA as SubjectPublicKeyInfo, Ed25519 as its 32 bytes (RFC 8463). */
function publicKeyOf(file: string): string {
  const key = createPublicKey(createPrivateKey(readFileSync(file)));
  const der = key.export({ type: 'spki', format: 'der' });
  return (key.asymmetricKeyType === 'ed25519' ? der.subarray(-32) : der).toString('base64');
}

async function dmarc(dns: MailDns, domain: string): Promise<Finding> {
  const found = (await texts(dns, `_dmarc.${domain}`)).find((text) => /^v=DMARC1/i.test(text));
  if (found) return ok('dns DMARC', found);
  return warn(
    'dns DMARC',
    `_dmarc.${domain} has none`,
    `publish a TXT record there, such as "v=DMARC1; p=quarantine"`,
  );
}

const texts = (dns: MailDns, name: string): Promise<string[]> =>
  dns
    .resolveTxt(name)
    .catch(noneWhenAbsent)
    .then((records) => records.map((parts) => parts.join('')));

/** Certificates that this system shows or trusts. */
export const tlsFilesCheck =
  (now = Date.now): Check =>
  ({ settings }) => {
    const files = ['SMTP_IN_TLS_CERT_FILE', 'MAIL_TLS_CA_FILE', 'AUDIT_SYSLOG_CA_FILE'] as const;
    const found = files.flatMap((name) => {
      const path = settings[name];
      return path ? [judgeCertificate(name, path, settings.SMTP_IN_TLS_KEY_FILE, now())] : [];
    });
    return found.length > 0 ? found : [ok('certificates', 'none is set')];
  };

function judgeCertificate(name: string, path: string, keyFile: string | undefined, now: number): Finding {
  try {
    const certificate = new X509Certificate(readFileSync(path));
    if (
      name === 'SMTP_IN_TLS_CERT_FILE' &&
      keyFile &&
      !certificate.checkPrivateKey(createPrivateKey(readFileSync(keyFile)))
    )
      return fail(
        name,
        `${path} and SMTP_IN_TLS_KEY_FILE do not belong together`,
        'name the key of this certificate',
      );
    const days = Math.floor((Date.parse(certificate.validTo) - now) / DAY_MS);
    const until = `${path} is valid until ${new Date(certificate.validTo).toISOString().slice(0, 10)}`;
    if (days < 0)
      return fail(name, `${path} expired ${-days} days ago`, 'renew it; the file is read again by itself');
    return days < WARN_DAYS ? warn(name, `${until}, ${days} days`, 'renew it') : ok(name, until);
  } catch (error) {
    return fail(
      name,
      `${path} cannot be read (${explain(error)})`,
      'name a PEM file that this account may read',
    );
  }
}
