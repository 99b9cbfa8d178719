type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * Rewrites schemas of OpenAPI 3.0 in the JSON Schema 2020-12 of OpenAPI 3.1: `nullable` becomes a type, `example` a list
 * of examples. Parts that are no schemas are left as they are.
 */
export function toOpenApi31(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toOpenApi31);
  if (!isNode(value)) return value;
  const node = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toOpenApi31(part)]));
  // A schema may have a property of that name; then it is an object.
  if (typeof node.nullable !== 'boolean') return withExamples(node);
  const { nullable, ...schema } = withExamples(node);
  return nullable ? orNull(schema) : schema;
}

function orNull(schema: Node): Node {
  const { description, type, ...rest } = schema;
  const said = description === undefined ? {} : { description };
  if (Array.isArray(rest.enum)) rest.enum = [...new Set([...(rest.enum as unknown[]), null])];
  if (typeof type === 'string' && !('allOf' in rest)) return { ...said, type: [type, 'null'], ...rest };
  if (Array.isArray(rest.enum)) return { ...said, ...rest };
  const { allOf } = rest;
  const target = Array.isArray(allOf) && allOf.length === 1 ? (allOf[0] as Node) : rest;
  return { ...said, anyOf: [target, { type: 'null' }] };
}

function withExamples(node: Node): Node {
  const isSchema = 'type' in node && !('in' in node) && !isNode(node.type);
  if (!isSchema || !('example' in node)) return node;
  const { example, ...schema } = node;
  return { ...schema, examples: [example] };
}
