type Content = Record<string, { schema?: object; example?: unknown }>;

const isJson = (type: string) => /^application\/(?:json$|.+\+json$)/.test(type);

/** The schema of an answer that is no JSON: text as a string, every other file as bytes. */
const schemaOf = (type: string) =>
  /^text\/|^application\/x-ndjson$/.test(type) ? { type: 'string' } : { type: 'string', format: 'binary' };

/**
 * What an answer contains, by the types that its operation produces. Nest's generator gives files the schema of the
 * JSON beside them, or no content at all; clients would then read a file as JSON, or not read it.
 */
export function answerContent(
  content: Content | undefined,
  produces: readonly string[] = [],
): Content | undefined {
  const types = new Set([...produces, ...Object.keys(content ?? {})]);
  if (types.size === 0) return content;
  const described = [...types].map((type) => [
    type,
    isJson(type) ? (content?.[type] ?? {}) : { schema: schemaOf(type) },
  ]);
  return Object.fromEntries(described) as Content;
}

interface Nullable {
  type?: string | string[];
  nullable?: boolean;
  enum?: unknown[];
}

/** A parameter is sent as text or left out; `null` cannot be sent. */
export function withoutNull<T extends Nullable>({ nullable: _, ...schema }: T): Omit<T, 'nullable'> {
  if (!Array.isArray(schema.enum)) return schema;
  return { ...schema, enum: schema.enum.filter((one) => one !== null) };
}
