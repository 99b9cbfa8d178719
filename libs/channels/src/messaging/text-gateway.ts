import { signatureOf, SIGNATURE_HEADER, TIMESTAMP_HEADER } from './domain/signature.js';
import type { TextMedium } from './domain/gateway-event.js';

const PATIENCE_MS = 10_000;
const LONGEST_ANSWER = 64 * 1024;

export interface TextToSend {
  /** ours; the gateway sends a message with the same id once, and names it in its receipts */
  id: string;
  medium: TextMedium;
  /** E.164 */
  to: string;
  text: string;
}

/** Why the gateway did not take a message. */
export class TextNotTaken extends Error {
  override name = 'TextNotTaken';

  constructor(
    message: string,
    /** trying again cannot help */
    readonly final: boolean,
    /** when the gateway asks to be left alone for so long */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
  }
}

/** How texts leave the house. */
export abstract class TextGateway {
  /** without a gateway nobody is told anything by text */
  abstract readonly isSet: boolean;
  /** @returns the gateway's own id of the message, if it says one. @throws TextNotTaken */
  abstract deliver(text: TextToSend): Promise<string | null>;
  /** Sends nothing. @throws TextNotTaken when the gateway is not there */
  abstract check(): Promise<void>;
}

/** While no gateway is set. */
export class NoTextGateway extends TextGateway {
  readonly isSet = false;

  async deliver(): Promise<string | null> {
    throw new TextNotTaken('no gateway is set (MESSAGING_URL)', false);
  }

  async check(): Promise<void> {
    await this.deliver();
  }
}

/** Statuses that say nothing about the message: our credentials, its load, its own troubles. */
const PASSES = new Set([401, 403, 408, 409, 423, 425, 429]);

/** `POST <MESSAGING_URL>/messages`, signed as the gateway signs what it tells us. */
export class HttpTextGateway extends TextGateway {
  readonly isSet = true;
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
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(notReached);
    const answer = await readAnswer(response);
    if (response.ok) return answer.id;
    const { status } = response;
    const final = status >= 400 && status < 500 && !PASSES.has(status);
    const wait = Number(response.headers.get('retry-after'));
    throw new TextNotTaken(
      `gateway answered ${status}${answer.error ? `: ${answer.error}` : ''}`,
      final,
      wait > 0 && wait <= 3600 ? wait * 1000 : null,
    );
  }

  /** Whatever it answers to an empty question, it is there; but for its own troubles. */
  async check(): Promise<void> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(this.address, { method: 'HEAD', redirect: 'error', signal }).catch(
      notReached,
    );
    if (response.status >= 500) throw new TextNotTaken(`gateway answered ${response.status}`, false);
  }
}

function notReached(error: Error): never {
  const cause = (error.cause as { code?: string } | undefined)?.code;
  throw new TextNotTaken(`gateway not reached: ${cause ?? error.name}`, false);
}

/** What the gateway says, as far as it can be understood; of a huge answer no more than its beginning is read. */
async function readAnswer(response: Response): Promise<{ id: string | null; error: string | null }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > LONGEST_ANSWER) break;
    }
    const fields = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown> | null;
    return { id: textOf(fields?.['id'], 200), error: textOf(fields?.['error'], 300) };
  } catch {
    // It took the message or not whatever it said about it; a receipt names our id.
    return { id: null, error: null };
  }
}

function textOf(value: unknown, longest: number): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, longest) : null;
}
