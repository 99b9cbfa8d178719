import type { CallOptions, OperationFacts, Version } from './types.js';

/** What a call is made of, whatever its operation. */
export interface AnyInput {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  ifMatch?: Version;
  idempotencyKey?: string;
}

export interface PreparedRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | FormData | URLSearchParams | undefined;
  keyed: boolean;
  conditional: boolean;
  /** a redirect is an answer */
  redirects: boolean;
}

/** The ETag of something with a version. */
export const etagOf = (version: Version): string =>
  typeof version === 'string' ? version : `"${version.version}"`;

/** A key that nobody else has. `crypto.randomUUID` is missing on pages without TLS. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A request with everything that stays the same when it is repeated, the Idempotency-Key above all. */
export function prepare(
  baseUrl: string,
  facts: OperationFacts,
  input: AnyInput,
  { headers: more = {} }: CallOptions,
  common: Record<string, string>,
): PreparedRequest {
  const { body, type } = encode(input.body, facts.sends);
  const key = facts.keyed ? (input.idempotencyKey ?? newIdempotencyKey()) : undefined;
  const headers: Record<string, string> = {
    accept: 'application/json, application/problem+json;q=0.9, */*;q=0.8',
    ...common,
    ...(type !== undefined && { 'content-type': type }),
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(input.ifMatch !== undefined && { 'if-match': etagOf(input.ifMatch) }),
    ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name.toLowerCase(), value])),
  };
  return {
    url: baseUrl.replace(/\/$/, '') + addressOf(facts.path, input),
    method: facts.method,
    headers,
    body,
    keyed: headers['idempotency-key'] !== undefined && facts.keyed === true,
    conditional: headers['if-match'] !== undefined,
    redirects: facts.redirects === true,
  };
}

function addressOf(template: string, { path = {}, query = {} }: AnyInput): string {
  const address = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = path[name];
    if (value === undefined || value === null || value === '') throw new TypeError(`path.${name} is missing`);
    const segment = encodeURIComponent(String(value));
    // They lead to another operation, with the same method and token.
    if (segment === '.' || segment === '..') throw new TypeError(`path.${name} cannot be ${segment}`);
    return segment;
  });
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) asked.append(name, String(one));
  const text = asked.toString();
  return text === '' ? address : `${address}?${text}`;
}

function encode(body: unknown, sends: string | undefined): { body: PreparedRequest['body']; type?: string } {
  if (body === undefined) return { body: undefined };
  if (sends === undefined) return { body: JSON.stringify(body), type: 'application/json' };
  const form = sends === 'multipart/form-data' ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(body as Record<string, unknown>)) {
    if (value === undefined || value === null) continue;
    if (form instanceof FormData && value instanceof Blob) form.append(name, value);
    else form.append(name, String(value));
  }
  // fetch adds the type of both, with the boundary of the parts.
  return { body: form };
}
