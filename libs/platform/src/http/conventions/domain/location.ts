/** Fields by which resources are addressed, in the order of preference. */
const IDENTIFIERS = ['number', 'key', 'code', 'id'];

type Fields = Record<string, unknown>;

const isScalar = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';

/** The value of `ticket.number` in an answer. */
function valueAt(body: Fields, path: string): string | undefined {
  const value = path
    .split('.')
    .reduce<unknown>(
      (held, name) => (held !== null && typeof held === 'object' ? (held as Fields)[name] : undefined),
      body,
    );
  return isScalar(value) ? String(value) : undefined;
}

/**
 * Fills a template such as `/api/v1/reasons/:use/:key` from an answer and the parameters of its request.
 * @returns undefined when a value is missing
 */
export function filledTemplate(template: string, body: Fields, params: Fields): string | undefined {
  if (template.startsWith('@')) return valueAt(body, template.slice(1));
  const parts = template.split('/').map((part) => {
    if (!part.startsWith(':')) return part;
    const value = valueAt(body, part.slice(1)) ?? valueAt(params, part.slice(1));
    return value === undefined ? undefined : encodeURIComponent(value);
  });
  return parts.includes(undefined) ? undefined : parts.join('/');
}

/** Where something created at `path` may be read: by each of its identifiers, then in the list at the same path. */
export function locationCandidates(path: string, body: Fields): string[] {
  const base = path.replace(/(?<!\/)\/+$/, '');
  const own = IDENTIFIERS.flatMap((name) => {
    const value = valueAt(body, name);
    return value === undefined ? [] : [`${base}/${encodeURIComponent(value)}`];
  });
  return [...own, base];
}
