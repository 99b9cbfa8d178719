import { OPERATIONS, type Api } from './operations.generated.js';
import { type AnyInput, prepare } from './request.js';
import { DEFAULT_RETRY, type RetryPolicy } from './retry.js';
import { pause, type Received, send, type TransportOptions } from './transport.js';
import type { Call, CallOptions, OperationFacts } from './types.js';

export interface WaslOptions {
  /** where the API is, without `/api/v1` */
  baseUrl: string;
  /** from `POST /api/v1/tokens`; or what returns one, asked before each call. Without it only public operations answer. */
  token?: string | (() => string | Promise<string>);
  /** language of texts in answers */
  language?: 'ar' | 'en';
  /** sent with every call */
  headers?: Record<string, string>;
  /** milliseconds for one try; 30 000 without it */
  timeout?: number;
  retry?: Partial<RetryPolicy>;
  /** in place of the global one, for example behind a proxy */
  fetch?: typeof fetch;
}

interface Page {
  data: unknown[];
  meta: { hasMore: boolean; after?: string | null };
}

type AnyCall = (input?: AnyInput, options?: CallOptions) => Call<unknown>;

/** A client with a function for each operation of the API: `wasl.tickets.create({ body })`. */
export function createWasl(options: WaslOptions): Api {
  const api: Record<string, Record<string, unknown>> = {};
  for (const [id, facts] of Object.entries(OPERATIONS as Record<string, OperationFacts>)) {
    const [group, name] = id.split('_') as [string, string];
    const key = group[0]!.toLowerCase() + group.slice(1);
    (api[key] ??= {})[name] = operationOf(facts, options);
  }
  return api as unknown as Api;
}

function operationOf(facts: OperationFacts, options: WaslOptions) {
  const call: AnyCall = (input = {}, callOptions = {}) =>
    withResponse(perform(facts, input, callOptions, options));
  const pages = (input?: AnyInput, callOptions?: CallOptions) => pagesOf(call, input, callOptions);
  return Object.assign(call, { pages, each: (...args: Parameters<AnyCall>) => itemsOf(pages(...args)) });
}

async function perform(
  facts: OperationFacts,
  input: AnyInput,
  callOptions: CallOptions,
  options: WaslOptions,
): Promise<Received> {
  const { token, language, headers = {}, retry } = options;
  const bearer = typeof token === 'function' ? await token() : token;
  const common = {
    ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    ...(language !== undefined && { 'accept-language': language }),
  };
  const transport: TransportOptions = {
    fetch: options.fetch ?? globalThis.fetch,
    timeout: options.timeout ?? 30_000,
    retry: { ...DEFAULT_RETRY, ...retry },
    wait: pause,
  };
  if (callOptions.retries !== undefined) transport.retry.retries = callOptions.retries;
  return send(prepare(options.baseUrl, facts, input, callOptions, common), transport, callOptions.signal);
}

function withResponse(received: Promise<Received>): Call<unknown> {
  const data = received.then((one) => one.data);
  return Object.assign(data, {
    withResponse: () => {
      // Who asks for both handles the failure there.
      data.catch(() => undefined);
      return received;
    },
  });
}

/** Follows `meta.after` as long as there is more. */
async function* pagesOf(call: AnyCall, input: AnyInput = {}, options?: CallOptions) {
  let after: string | null | undefined;
  do {
    const query = { ...input.query, ...(after != null && { 'page[after]': after }) };
    const page = (await call({ ...input, query }, options)) as Page;
    yield page;
    after = page.meta.hasMore ? page.meta.after : undefined;
  } while (after != null);
}

async function* itemsOf(pages: AsyncGenerator<Page>) {
  for await (const { data } of pages) yield* data;
}
