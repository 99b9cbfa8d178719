import { setTimeout as pause } from 'node:timers/promises';

export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  text: string;
  body: T;
  /** number of tries; with more than one, an earlier try may have taken effect */
  tries: number;
}

export interface RequestOptions {
  json?: unknown;
  form?: FormData | URLSearchParams;
  headers?: Record<string, string>;
  /** total time for retries of an unreachable or overloaded system */
  patienceMs?: number;
}

const TRY_MS = 20_000;
const PATIENCE_MS = 60_000;
/** Answers of a proxy or of a starting system; everything else is final. */
const LATER = new Set([429, 502, 503, 504]);

/**
 * Calls one address. Broken connections, 503 and rate limits are retried until the time is over: callers send keys that
 * make retries idempotent.
 */
export class Http {
  /** number of waits for a rate limit */
  limited = 0;
  /** number of broken connections */
  broken = 0;

  constructor(
    readonly base: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  with(headers: Record<string, string>): Http {
    return new Http(this.base, { ...this.headers, ...headers });
  }

  get<T = unknown>(path: string, ask: RequestOptions = {}): Promise<Answer<T>> {
    return this.call<T>('GET', path, ask);
  }

  post<T = unknown>(path: string, ask: RequestOptions = {}): Promise<Answer<T>> {
    return this.call<T>('POST', path, ask);
  }

  async call<T>(method: string, path: string, ask: RequestOptions): Promise<Answer<T>> {
    const end = Date.now() + (ask.patienceMs ?? PATIENCE_MS);
    for (let tries = 1; ; tries++) {
      const answer = await this.once<T>(method, path, ask, tries).catch((error: Error) => error);
      const failed = answer instanceof Error;
      if (!failed && !LATER.has(answer.status)) return answer;
      const wait = failed ? Math.min(100 * 2 ** tries, 1_000) : this.waitOf(answer);
      if (failed) this.broken++;
      if (Date.now() + wait > end) {
        if (failed) throw new Error(`${method} ${path}: ${causeOf(answer)}`, { cause: answer });
        return answer;
      }
      await pause(wait);
    }
  }

  private async once<T>(
    method: string,
    path: string,
    ask: RequestOptions,
    tries: number,
  ): Promise<Answer<T>> {
    const answer = await fetch(this.base + path, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(TRY_MS),
      headers: {
        ...this.headers,
        ...(ask.json !== undefined && { 'content-type': 'application/json' }),
        ...ask.headers,
      },
      body: ask.json !== undefined ? JSON.stringify(ask.json) : ask.form,
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, body: parsed(text) as T, tries };
  }

  private waitOf({ status, headers }: Answer): number {
    if (status !== 429) return 300;
    this.limited++;
    return 1_000 * Math.max(1, Number(headers.get('retry-after') ?? 1) || 1);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function causeOf(error: Error): string {
  const { cause } = error as { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? error.message;
}

/** @throws when the status is not the expected one */
export function expectStatus<T>(answer: Answer<T>, status: number, what: string): Answer<T> {
  if (answer.status === status) return answer;
  throw new Error(`${what}: ${answer.status} ${answer.text.slice(0, 200)}`);
}
