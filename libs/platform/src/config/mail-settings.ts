import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { flag, port, url, urlWithSignIn } from './setting-forms.js';

function holdsCertificate(file: string): boolean {
  try {
    return Boolean(new X509Certificate(readFileSync(file)).subject);
  } catch {
    return false;
  }
}

/** RSA of at least 1,024 bits (RFC 8301) or Ed25519 (RFC 8463). */
function holdsSigningKey(file: string): boolean {
  try {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPrivateKey(readFileSync(file));
    return type === 'ed25519' || (type === 'rsa' && (details?.modulusLength ?? 0) >= 1024);
  } catch {
    return false;
  }
}

/** Mail: received by SMTP and IMAP, sent by SMTP and signed with DKIM. */
export const MAIL_FIELDS = {
  SMTP_IN_PORT: port.default(2525),
  MAIL_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+\.[a-z]{2,}$/i, 'must be a domain name, such as contact.example')
    .default('contact.example'),
  MAIL_TICKETS_PER_HOUR: z.coerce.number().int().min(1).max(100_000).default(10),
  SMTP_IN_TLS_CERT_FILE: z.string().min(1).optional(),
  SMTP_IN_TLS_KEY_FILE: z.string().min(1).optional(),
  SMTP_OUT_URL: url('smtp', 'smtps').optional(),
  SMTP_OUT_TLS_VERIFY: flag.default(true),
  SMTP_OUT_TLS_REQUIRED: flag.optional(),
  IMAP_TLS_VERIFY: flag.default(true),
  IMAP_TLS_REQUIRED: flag.optional(),
  MAIL_TLS_CA_FILE: z
    .string()
    .refine(holdsCertificate, 'must name a file with certificates in PEM')
    .optional(),
  DKIM_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+\.[a-z]{2,}$/i, 'must be a domain name, such as contact.example')
    .optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?$/i, 'must be a name, such as mail2026')
    .optional(),
  DKIM_KEY_FILE: z.string().refine(holdsSigningKey, 'must name a file with a private key in PEM').optional(),
  IMAP_URL: urlWithSignIn('imap', 'imaps').optional(),
};

type MailSettings = z.infer<z.ZodObject<typeof MAIL_FIELDS>>;

/** What is wrong with these settings together, in one line; null when nothing is. */
export function mailSettingsFault(settings: MailSettings): string | null {
  const dkim = (['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY_FILE'] as const).filter((name) => !settings[name]);
  if (dkim.length === 1 || dkim.length === 2)
    return `Setting ${dkim[0]} is missing: the three DKIM settings belong together`;
  if (!settings.SMTP_IN_TLS_CERT_FILE !== !settings.SMTP_IN_TLS_KEY_FILE)
    return 'SMTP_IN_TLS_CERT_FILE and SMTP_IN_TLS_KEY_FILE belong together: set both or none';
  return null;
}
