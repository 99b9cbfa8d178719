import { z } from 'zod';
import { flag, origin } from './setting-forms.js';

/** Files in an S3 store. */
export const S3_FIELDS = {
  S3_ENDPOINT: origin.optional(),
  S3_REGION: z
    .string()
    .regex(
      /^[a-z0-9-]{1,60}$/,
      'must be a region, such as me-south-1; a store without regions takes us-east-1',
    )
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket, such as wasl-files')
    .optional(),
  S3_ACCESS_KEY_ID: z
    .string()
    .regex(/^\S{3,128}$/, 'must be the id of an access key')
    .optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(8, 'must be the secret of that access key').optional(),
  S3_PREFIX: z
    .string()
    .regex(/^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\/?$/, 'must be as in wasl/files')
    .optional(),
  S3_FORCE_PATH_STYLE: flag.optional(),
};

type S3Settings = z.infer<z.ZodObject<typeof S3_FIELDS>>;

const S3_REQUIRED = [
  'S3_ENDPOINT',
  'S3_REGION',
  'S3_BUCKET',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
] as const;

/**
 * All required settings or none: with only some of them, files would end up where nobody expects them.
 * @returns what is wrong, in one line; null when nothing is
 */
export function s3SettingsFault(settings: S3Settings): string | null {
  const isSet = (Object.keys(S3_FIELDS) as (keyof S3Settings)[]).some((name) => settings[name] !== undefined);
  const missing = S3_REQUIRED.find((name) => settings[name] === undefined);
  if (!isSet || !missing) return null;
  return `Setting ${missing} is missing: set ${S3_REQUIRED.join(', ')} to keep files in S3, or no S3 setting to keep them in DATA_DIR`;
}
