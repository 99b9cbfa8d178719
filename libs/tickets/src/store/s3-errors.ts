import type { Settings } from '#wasl/platform';

interface S3ErrorShape {
  name?: string;
  message?: string;
  code?: string;
  $metadata?: { httpStatusCode?: number };
}

const statusOf = (error: unknown) => (error as S3ErrorShape).$metadata?.httpStatusCode;
const nameOf = (error: unknown) => (error as S3ErrorShape).name ?? '';

/** The object is missing, though the bucket exists. */
export const isNotFound = (error: unknown) => nameOf(error) === 'NoSuchKey';

/** A HEAD response has only a status, no error code. */
export const isForbiddenOrNotFound = (error: unknown) => [403, 404].includes(statusOf(error) ?? 0);

/** Another attempt may succeed: no answer, a failure of the service, or too many requests. */
export function isTemporary(error: unknown): boolean {
  const status = statusOf(error);
  return status === undefined || status >= 500 || status === 408 || status === 429;
}

const WRONG_KEY = ['InvalidAccessKeyId', 'SignatureDoesNotMatch', 'InvalidSecurity', 'InvalidToken'];
const WRONG_ENDPOINT = [
  'AuthorizationHeaderMalformed',
  'PermanentRedirect',
  'IllegalLocationConstraintException',
];

/** One line: what is wrong and what to do about it. Contains no secrets. */
export function explainS3Error(error: unknown, settings: Settings): string {
  const name = nameOf(error);
  const status = statusOf(error);
  if (name === 'NoSuchBucket')
    return `there is no bucket "${settings.S3_BUCKET}"; make it, or correct S3_BUCKET`;
  if (WRONG_KEY.includes(name))
    return `the store does not know our key (${name}); correct S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY`;
  if (WRONG_ENDPOINT.includes(name) || status === 301)
    return `the bucket is elsewhere (${name}); correct S3_REGION and S3_ENDPOINT`;
  if (name === 'RequestTimeTooSkewed') return 'the clock of this machine is wrong; set it';
  if (status === 403) return `our key may not do it (${name}); allow it to read, write and list the bucket`;
  const { code, message } = error as S3ErrorShape;
  if (status === undefined)
    return `${settings.S3_ENDPOINT} does not answer (${code ?? message}); it is tried again, else correct S3_ENDPOINT`;
  return `the store answers ${status} (${name}); it is tried again`;
}
