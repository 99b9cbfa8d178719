import { S3Client } from '@aws-sdk/client-s3';
import { Logger } from '@nestjs/common';
import type { RunningSettings } from '#wasl/platform';

const ATTEMPTS = 4;
const CONNECTED_WITHIN_MS = 3_000;
/** A line on which nothing comes or goes so long is dead. */
const SILENCE_MS = 10_000;
const ANSWERED_WITHIN_MS = 30_000;
const MOST_CONNECTIONS = 32;

/** A client that waits for nothing without end, and tries what may pass again, pausing longer each time. */
export function makeS3Client(settings: RunningSettings): S3Client {
  const logger = new Logger('S3');
  const quiet = () => undefined;
  const agent = { keepAlive: true, maxSockets: MOST_CONNECTIONS };
  return new S3Client({
    endpoint: settings.S3_ENDPOINT,
    region: settings.S3_REGION,
    credentials: {
      accessKeyId: settings.S3_ACCESS_KEY_ID!,
      secretAccessKey: settings.S3_SECRET_ACCESS_KEY!,
    },
    forcePathStyle: settings.S3_FORCE_PATH_STYLE ?? !isAmazon(settings.S3_ENDPOINT!),
    maxAttempts: ATTEMPTS,
    retryMode: 'standard',
    // We send a checksum that every service knows; the newer ones are known to few.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: CONNECTED_WITHIN_MS,
      requestTimeout: ANSWERED_WITHIN_MS,
      throwOnRequestTimeout: true,
      socketTimeout: SILENCE_MS,
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

/** Its buckets have host names of their own; most other services have one host for all. */
const isAmazon = (endpoint: string) => new URL(endpoint).hostname.endsWith('.amazonaws.com');
