import { S3Client } from '@aws-sdk/client-s3';
import { Logger } from '@nestjs/common';
import type { Settings } from '#wasl/platform';

const MAX_ATTEMPTS = 4;
const CONNECT_TIMEOUT_MS = 3_000;
/** A connection without traffic for this long is closed. */
const SOCKET_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const MAX_CONNECTIONS = 32;

/** An S3 client with time limits on everything, that retries temporary errors with backoff. */
export function makeS3Client(settings: Settings): S3Client {
  const logger = new Logger('S3');
  const quiet = () => undefined;
  const agent = { keepAlive: true, maxSockets: MAX_CONNECTIONS };
  return new S3Client({
    endpoint: settings.S3_ENDPOINT,
    region: settings.S3_REGION,
    credentials: {
      accessKeyId: settings.S3_ACCESS_KEY_ID!,
      secretAccessKey: settings.S3_SECRET_ACCESS_KEY!,
    },
    forcePathStyle: settings.S3_FORCE_PATH_STYLE ?? !isAmazon(settings.S3_ENDPOINT!),
    maxAttempts: MAX_ATTEMPTS,
    retryMode: 'standard',
    // Otherwise it writes to the console that it repeats no stream; the store does.
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    // A checksum that every service supports; few support the newer ones.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      throwOnRequestTimeout: true,
      socketTimeout: SOCKET_TIMEOUT_MS,
      httpAgent: agent,
      httpsAgent: agent,
      logger: {
        debug: quiet,
        info: quiet,
        warn: (text: string) => logger.warn(text),
        error: (text: string) => logger.error(text),
      },
    },
  });
}

/** Amazon has a host name per bucket; most other services use one host for all. */
const isAmazon = (endpoint: string) => new URL(endpoint).hostname.endsWith('.amazonaws.com');
