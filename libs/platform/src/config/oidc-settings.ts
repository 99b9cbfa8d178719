import { z } from 'zod';
import { ROLES, type Role } from '#wasl/contracts';
import { flag } from './setting-forms.js';

const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/** https, because identity and secret of the client travel there; http only to this machine. */
function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, search, hash } = new URL(value);
  if (username || search || hash) return false;
  return protocol === 'https:' || (protocol === 'http:' && LOCAL_HOSTS.includes(hostname));
}

/** `value=role` pairs, separated by commas. A value may contain `=`: the last one separates. */
const roleMapping = z.string().transform((text, context) => {
  const roles: Record<string, Role> = Object.create(null) as Record<string, Role>;
  for (const pair of text.split(',').map((part) => part.trim())) {
    const at = pair.lastIndexOf('=');
    const role = pair.slice(at + 1).trim();
    if (at < 1 || !ROLES.includes(role as Role)) {
      context.addIssue({
        code: 'custom',
        message: `must be pairs value=role, separated by commas; roles are ${ROLES.join(', ')}`,
      });
      return z.NEVER;
    }
    roles[pair.slice(0, at).trim()] = role as Role;
  }
  return roles;
});

/** One text for every language, or `ar=…;en=…`. */
const label = z
  .string()
  .max(200)
  .transform((text, context) => {
    if (!/^(?:ar|en)=/.test(text)) return { ar: text.trim(), en: text.trim() };
    const parts = text.split(';').map((part) => /^\s*(ar|en)=(.+)$/.exec(part));
    const texts = Object.fromEntries(parts.map((part) => [part?.[1], part?.[2]?.trim()]));
    if (!texts.ar || !texts.en || parts.length !== 2) {
      context.addIssue({ code: 'custom', message: 'must be one text, or ar=…;en=…' });
      return z.NEVER;
    }
    return { ar: texts.ar, en: texts.en };
  });

const claimName = z.string().regex(/^[\x21-\x7e]{1,200}$/, 'must be the name of a claim, such as roles');

const issuer = z
  .string()
  .refine(isIssuer, 'must be an https:// address without a query; http:// only on this machine')
  .optional();
const clientId = z
  .string()
  .regex(/^[\x20-\x7e]{1,200}$/, 'must be the identifier of the client at the provider')
  .optional();
const clientSecret = z.string().min(8, 'must have at least 8 characters').optional();
const scope = z
  .string()
  .regex(/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/, 'must be scopes, separated by single spaces')
  .refine((value) => value.split(' ').includes('openid'), 'must contain openid');

/** Sign-in of citizens on the portal through an OpenID Connect provider. Its claims are mapped in the country's profile. */
const CITIZEN_OIDC_FIELDS = {
  CITIZEN_OIDC_ISSUER: issuer,
  CITIZEN_OIDC_CLIENT_ID: clientId,
  CITIZEN_OIDC_CLIENT_SECRET: clientSecret,
  CITIZEN_OIDC_SCOPE: scope.default('openid profile email phone'),
  CITIZEN_OIDC_LABEL: label.optional(),
};

/** Sign-in through OpenID Connect providers. */
export const OIDC_FIELDS = {
  ...CITIZEN_OIDC_FIELDS,
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_SCOPE: scope.default('openid email profile'),
  OIDC_ROLE_CLAIM: claimName.optional(),
  OIDC_ROLES: roleMapping.optional(),
  OIDC_EMAIL_VERIFIED_CLAIM: claimName.default('email_verified'),
  OIDC_SECOND_FACTOR: z
    .string()
    .transform((text) => text.split(',').map((value) => value.trim()))
    .refine(
      (values) => values.every((value) => value !== ''),
      'must be values of amr or acr, separated by commas',
    )
    .default(['mfa']),
  OIDC_PROVISION: flag.default(false),
  OIDC_LABEL: label.optional(),
  PASSWORD_SIGN_IN: flag.default(true),
  BREAK_GLASS_EMAIL: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$/, 'must be the e-mail address of an account')
    .transform((value) => value.toLowerCase())
    .optional(),
};

type OidcSettings = z.infer<z.ZodObject<typeof OIDC_FIELDS>>;

const TOGETHER = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
const CITIZENS_TOGETHER = [
  'CITIZEN_OIDC_ISSUER',
  'CITIZEN_OIDC_CLIENT_ID',
  'CITIZEN_OIDC_CLIENT_SECRET',
] as const;

/** What is wrong with these settings together, in one line; null when nothing is. */
export function oidcSettingsFault(settings: OidcSettings): string | null {
  for (const together of [TOGETHER, CITIZENS_TOGETHER]) {
    const missing = together.filter((name) => !settings[name]);
    if (missing.length === 1 || missing.length === 2)
      return `Setting ${missing[0]} is missing: ${together.join(', ')} belong together`;
  }
  if (settings.OIDC_PROVISION && !settings.OIDC_ROLE_CLAIM)
    return 'Setting OIDC_ROLE_CLAIM is required with OIDC_PROVISION=1: a new account gets the role it says';
  if (settings.OIDC_ROLES && !settings.OIDC_ROLE_CLAIM)
    return 'Setting OIDC_ROLE_CLAIM is required with OIDC_ROLES: it names the claim whose values are mapped';
  if (settings.PASSWORD_SIGN_IN) return null;
  if (!settings.OIDC_ISSUER)
    return 'Setting OIDC_ISSUER is required with PASSWORD_SIGN_IN=0: nobody could sign in';
  if (!settings.BREAK_GLASS_EMAIL)
    return 'Setting BREAK_GLASS_EMAIL is required with PASSWORD_SIGN_IN=0: the account that signs in when the provider fails';
  return null;
}
