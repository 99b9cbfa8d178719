/** What a status needs beside it. */
const REQUIRED: Record<number, string> = {
  401: 'www-authenticate',
  405: 'allow',
  429: 'retry-after',
  503: 'retry-after',
};
/** Creations without an address, as `@CreatedWithoutLocation` declares them. */
const WITHOUT_LOCATION = ['/api/v1/public/attachments'];

/**
 * Checks an answer of the API against the conventions of HTTP that hold for all of them, so that every suite tests them
 * on what it calls.
 * @throws naming what is missing
 */
export function checkConventions(
  method: string,
  path: string,
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  body: Record<string, unknown>,
): void {
  if (!path.startsWith('/api/v1/')) return;
  const plain = path.split('?')[0]!;
  const missing = [
    headers.has('x-request-id') || 'X-Request-Id',
    !REQUIRED[status] || headers.has(REQUIRED[status]) || REQUIRED[status],
    status !== 201 ||
      headers.has('location') ||
      WITHOUT_LOCATION.includes(plain) ||
      'Location: add @CreatedAt, or @CreatedWithoutLocation and WITHOUT_LOCATION in check-conventions.ts',
    !isProblem(headers) || isTyped(body) || 'a type that leads to the page of its code',
    !isPage(body) || headers.get('link')?.includes('rel="first"') || 'Link of a page',
    typeof body.version !== 'number' || headers.get('etag') === `"${body.version}"` || 'ETag of its version',
  ].filter((one) => one !== true);
  if (missing.length > 0)
    throw new Error(`${method} ${path} answered ${status} without ${missing.map(String).join(', ')}`);
}

const isProblem = (headers: Headers) => /problem\+json/.test(headers.get('content-type') ?? '');
const isTyped = ({ type, code }: Record<string, unknown>) =>
  typeof type === 'string' && URL.canParse(type) && type.endsWith(`/problems/${String(code)}`);
const isPage = ({ data, meta }: Record<string, unknown>) =>
  Array.isArray(data) && typeof (meta as { hasMore?: unknown } | undefined)?.hasMore === 'boolean';
