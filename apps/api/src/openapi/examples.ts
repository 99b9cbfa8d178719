interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  example?: unknown;
  examples?: unknown[];
  default?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  nullable?: boolean;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}
type Schemas = Record<string, object>;

/** Values by the name of a field, where its type allows them. */
const BY_NAME: Record<string, string> = {
  number: '2648-1937-0521',
  numbers: '2648-1937-0521',
  ticket: '2648-1937-0521',
  trackingCode: '7K3M9QXT',
  email: 'mona@example.com',
  phone: '+97317000001',
  subject: 'Street light out',
  description: 'The light before house 12 has been out since Sunday.',
  body: 'A technician comes tomorrow.',
  queue: 'general',
  key: 'general',
  code: 'street-light',
  language: 'ar',
  name: 'Mona Ali',
  ar: 'إنارة الشوارع',
  en: 'Street lights',
  from: '2026-03-01T00:00:00Z',
  to: '2026-03-02T00:00:00Z',
  date: '2026-03-01',
};
const BY_FORMAT: Record<string, string> = {
  'date-time': '2026-03-01T08:30:00Z',
  date: '2026-03-01',
  uuid: '0199d1c2-7a54-7c1e-9b1f-3f2a6f1c9d10',
  email: 'mona@example.com',
  uri: 'https://wasl.example',
};
/** Deeper schemas that contain themselves end here. */
const MAX_DEPTH = 16;

/** Gives a body of JSON an example that its schema accepts, unless it has one or none can be made. */
export function withExample(body: { schema?: object; example?: unknown }, schemas: Schemas): void {
  if (body.example !== undefined || !body.schema) return;
  const example = exampleOf(body.schema as Schema, schemas);
  if (example !== undefined) body.example = example;
}

/** @returns undefined when no value is known to fit, for instance for a pattern */
export function exampleOf(schema: Schema, schemas: Schemas, name = '', depth = 0): unknown {
  if (depth > MAX_DEPTH) return undefined;
  const next = (one: Schema) => exampleOf(one, schemas, name, depth + 1);
  if (schema.$ref) return next((schemas[schema.$ref.split('/').at(-1)!] ?? {}) as Schema);
  if (schema.example !== undefined) return schema.example;
  if (schema.examples?.length) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum?.length) return schema.enum[0];
  const [choice] = schema.allOf ?? schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return next(choice);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return textOf(schema, name);
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'array': {
      const item = schema.items && exampleOf(schema.items, schemas, singular(name), depth + 1);
      return item === undefined ? ((schema.minItems ?? 0) > 0 ? undefined : []) : [item];
    }
    default:
      return schema.properties ? objectOf(schema, schemas, depth) : {};
  }
}

function textOf(
  { format, pattern, minLength = 0, maxLength = Infinity }: Schema,
  name: string,
): string | undefined {
  // A range of moments must not be empty.
  const isRange = format === 'date-time' && (name === 'from' || name === 'to');
  const known = (format && !isRange && BY_FORMAT[format]) || (BY_NAME[name] ?? 'text');
  const long = known.padEnd(minLength, 'x').slice(0, maxLength);
  return !pattern || new RegExp(pattern, 'u').test(long) ? long : undefined;
}

function objectOf({ properties = {}, required = [] }: Schema, schemas: Schemas, depth: number): unknown {
  const fields = Object.entries(properties).map(
    ([name, schema]) => [name, exampleOf(schema, schemas, name, depth + 1)] as const,
  );
  if (fields.some(([name, value]) => value === undefined && required.includes(name))) return undefined;
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

const singular = (name: string) => name.replace(/s$/, '');
