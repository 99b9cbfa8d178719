import { z } from 'zod';
import { networksOf } from '../outgoing/outside-addresses.js';
import { secretKeyFault } from '../secrets/secret-keys.js';

export const port = z.coerce.number().int().min(0).max(65535);
export const flag = z.enum(['0', '1']).transform((value) => value === '1');
export const url = (...protocols: string[]) =>
  z.string().refine((value) => protocols.includes(value.split('://')[0] ?? '') && value.includes('://'), {
    message: `must begin with ${protocols.map((p) => `${p}://`).join(' or ')}`,
  });

/** For services that always require a user name and a password. */
export const urlWithSignIn = (...protocols: string[]) =>
  url(...protocols).refine(
    (value) => {
      const parsed = URL.canParse(value) ? new URL(value) : null;
      return parsed !== null && parsed.hostname !== '' && parsed.username !== '' && parsed.password !== '';
    },
    { message: `must be ${protocols[0]}://user:password@host:port` },
  );

/** Scheme, host and port, and nothing else. */
export const origin = z.string().refine(
  (value) => {
    const parsed = URL.canParse(value) ? new URL(value) : null;
    return (
      parsed !== null &&
      ['http:', 'https:'].includes(parsed.protocol) &&
      parsed.href === `${parsed.protocol}//${parsed.host}/` &&
      !parsed.host.includes('*')
    );
  },
  { message: 'must be as in https://s3.example.com, without a path or a name' },
);

/** `*`, or origins separated by commas. */
export const origins = z
  .string()
  .transform((value) => value.split(',').map((one) => one.trim()))
  .refine(
    (list) => (list.length === 1 && list[0] === '*') || list.every((one) => origin.safeParse(one).success),
    { message: 'must be * or origins separated by commas, such as https://www.example.com' },
  )
  // As browsers send them: without a slash or the usual port, in small letters.
  .transform((list) => list.map((one) => (one === '*' ? one : new URL(one).origin)));

export const networks = z
  .string()
  .refine((value) => networksOf(value) !== null, 'must be a list of networks, such as 10.0.0.0/8, fd00::/8');

/** One key, or several, newest first. */
export const secretKeys = z.string().superRefine((value, context) => {
  const fault = secretKeyFault(value);
  if (fault) context.addIssue({ code: 'custom', message: fault });
});
