import { signatureOf, SIGNATURE_HEADER, TIMESTAMP_HEADER } from './domain/signature.js';
import type { TextMedium } from './domain/gateway-event.js';

const TIMEOUT_MS = 10_000;
const MAX_RESPONSE_BYTES = 64 * 1024;

export interface TextToSend {
  /** our id; the gateway sends a message with one id only once, and names it in its receipts */
  id: string;
  medium: TextMedium;
  /** E.164 */
  to: string;
  text: string;
}

/** The gateway did not accept a message. */
export class TextRejected extends Error {
  override name = 'TextRejected';

  constructor(
    message: string,
    /** a retry cannot succeed */
    readonly final: boolean,
    /** how long the gateway asks us to wait before a retry */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
  }
}

/** Sends texts through a gateway. */
export abstract class TextGateway {
  /** whether a gateway is configured; without one no texts are sent */
  abstract readonly isConfigured: boolean;
  /**
   * @returns the gateway's id of the message, if given.
   * @throws TextRejected
   */
  abstract deliver(text: TextToSend): Promise<string | null>;
  /** Checks the connection without sending. @throws TextRejected when the gateway is not reachable */
  abstract check(): Promise<void>;
}

/** Used while no gateway is configured. */
export class NoTextGateway extends TextGateway {
  readonly isConfigured = false;

  async deliver(): Promise<string | null> {
    throw new TextRejected('no gateway is set (MESSAGING_URL)', false);
  }

  async check(): Promise<void> {
    await this.deliver();
  }
}

/** HTTP statuses that do not concern the message itself: our credentials, load or internal errors of the gateway. */
const RETRYABLE_STATUSES = new Set([401, 403, 408, 409, 423, 425, 429]);

/** `POST <MESSAGING_URL>/messages`, with the same signature scheme as incoming requests. */
export class HttpTextGateway extends TextGateway {
  readonly isConfigured = true;
  private readonly address: string;

  constructor(
    url: string,
    private readonly secret: string,
  ) {
    super();
    this.address = `${url.replace(/\/{1,9}$/, '')}/messages`;
  }

  async deliver(text: TextToSend): Promise<string | null> {
    const body = JSON.stringify(text);
    const timestamp = String(Math.floor(Date.now() / 1000));
    const response = await fetch(this.address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': text.id,
        [TIMESTAMP_HEADER]: timestamp,
        [SIGNATURE_HEADER]: signatureOf(this.secret, timestamp, body),
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(throwUnreachable);
    const answer = await readAnswer(response);
    if (response.ok) return answer.id;
    const { status } = response;
    const final = status >= 400 && status < 500 && !RETRYABLE_STATUSES.has(status);
    const wait = Number(response.headers.get('retry-after'));
    throw new TextRejected(
      `gateway answered ${status}${answer.error ? `: ${answer.error}` : ''}`,
      final,
      wait > 0 && wait <= 3600 ? wait * 1000 : null,
    );
  }

  /** Any response except a server error shows that the gateway is reachable. */
  async check(): Promise<void> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(this.address, { method: 'HEAD', redirect: 'error', signal }).catch(
      throwUnreachable,
    );
    if (response.status >= 500) throw new TextRejected(`gateway answered ${response.status}`, false);
  }
}

function throwUnreachable(error: Error): never {
  const cause = (error.cause as { code?: string } | undefined)?.code;
  throw new TextRejected(`gateway not reached: ${cause ?? error.name}`, false);
}

/** Reads the response as far as it can be parsed; of a huge response only the beginning. */
async function readAnswer(response: Response): Promise<{ id: string | null; error: string | null }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > MAX_RESPONSE_BYTES) break;
    }
    const fields = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown> | null;
    return { id: textOf(fields?.['id'], 200), error: textOf(fields?.['error'], 300) };
  } catch {
    // The HTTP status alone decides whether it was accepted; a receipt names our id.
    return { id: null, error: null };
  }
}

function textOf(value: unknown, longest: number): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, longest) : null;
}
