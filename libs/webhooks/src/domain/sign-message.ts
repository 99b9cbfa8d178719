import { createHmac, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
const PREFIX = 'whsec_';

/** Standard Webhooks wants 24 to 64 bytes. */
export const newSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** A secret as people copy it. */
export const secretText = (secret: Buffer): string => PREFIX + secret.toString('base64');

/** The `webhook-id` of an event: the same in every attempt and in every repetition. It contains no full stop. */
export const messageIdOf = (eventId: string): string => `msg_${eventId.replaceAll('-', '')}`;

/**
 * The three headers of Standard Webhooks. There is a signature for each secret, newest first; a receiver accepts the
 * message when one of them is right.
 * @param timestamp of the attempt, in seconds
 */
export function signedHeaders(
  id: string,
  timestamp: number,
  body: string,
  secrets: readonly Buffer[],
): Record<string, string> {
  const content = `${id}.${timestamp}.${body}`;
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets
      .map((secret) => `v1,${createHmac('sha256', secret).update(content).digest('base64')}`)
      .join(' '),
  };
}
