/*
 * An answer that is written as XML or as JSON by the "Spark" convention of Open311: a list in
 * XML is an element with one child per item, and in JSON a plain array.
 */
export type SparkValue = string | number | boolean | null | SparkObject | SparkList;
export interface SparkObject {
  [name: string]: SparkValue;
}
/** `item` is the name of a row's element in XML. */
export class SparkList {
  constructor(
    readonly item: string,
    readonly rows: SparkValue[],
  ) {}
}

export const FORMATS = ['xml', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** Exactly as Open311 specifies. */
export const CONTENT_TYPES: Record<Format, string> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** @param root the outermost element in XML */
export function serialize(format: Format, root: string, value: SparkValue): string {
  return format === 'json'
    ? JSON.stringify(toJson(value))
    : `<?xml version="1.0" encoding="utf-8"?>\n${toXml(root, value)}`;
}

function toJson(value: SparkValue): unknown {
  if (value instanceof SparkList) return value.rows.map(toJson);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toJson(item)]));
}

function toXml(name: string, value: SparkValue): string {
  const inner =
    value instanceof SparkList
      ? value.rows.map((row) => toXml(value.item, row)).join('')
      : value !== null && typeof value === 'object'
        ? Object.entries(value)
            .map(([field, item]) => toXml(field, item))
            .join('')
        : escapeXml(value === null ? '' : String(value));
  return inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
};

/** Removes characters that XML 1.0 does not allow, such as control characters and lone surrogates. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/[&<>"'\r]/g, (character) => ESCAPES[character]!);
}
