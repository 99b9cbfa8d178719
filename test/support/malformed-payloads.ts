import fc from 'fast-check';

/** Known problematic values, in addition to those that fast-check generates. */
const NOTORIOUS: unknown[] = [
  { toString: 1, valueOf: 1 },
  { toString: null },
  { toJSON: 1 },
  { then: 1 },
  { constructor: { prototype: { polluted: true } } },
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"room":"me","__proto__":{"polluted":true}}'),
  { length: 1e9 },
  { _placeholder: true, num: 0 },
  { _placeholder: true, num: 1e9 },
  '\0',
  '\ud800',
  '\u202e',
  '__proto__',
  'constructor',
  'x'.repeat(10_000),
  Buffer.from([0, 255, 1]),
  Number.MAX_SAFE_INTEGER,
  -1,
  1e308,
  true,
  null,
  undefined,
  [],
  [[]],
];
/** Valid fields, so that malformed values replace valid ones. */
const KEYS = ['room', 'since', 'aside', 'number', 'after', 'id', 'text', '__proto__', 'toString', 'extra'];
const ROOMS = ['me', 'board', 'queue:general', 'queue:', 'ticket:', 'ticket:2648-1937-0525'];

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let n = 0; n < depth; n++) value = n % 2 ? [value] : { room: value };
  return value;
}

/** Below the maximum message size, so that it reaches the handlers. */
export const malformedPayload: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NOTORIOUS) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 900 }).map(nested) },
  {
    weight: 6,
    arbitrary: fc.dictionary(
      fc.constantFrom(...KEYS),
      fc.oneof(
        fc.constantFrom(...NOTORIOUS),
        fc.constantFrom(...ROOMS),
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.integer(),
        fc.uuid(),
        fc.anything({ maxDepth: 2, maxKeys: 4 }),
      ),
      { maxKeys: 5 },
    ),
  },
  { weight: 3, arbitrary: fc.anything({ maxDepth: 3, maxKeys: 5, withNullPrototype: true }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
);

/**
 * A placeholder for a binary attachment beside real ones: socket.io's parser ends a connection that refers to a missing
 * attachment. Such frames are among those below.
 */
export function isRefusedByParser(payload: unknown): boolean {
  let hasBinary = false;
  let hasPlaceholder = false;
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (ArrayBuffer.isView(value)) hasBinary = true;
    else {
      if ('_placeholder' in value) hasPlaceholder = true;
      Object.values(value).forEach(visit);
    }
  };
  visit(payload);
  return hasBinary && hasPlaceholder;
}

/** Malformed engine.io and socket.io frames: whole, truncated, and random. */
export const malformedFrame = (namespace: string): fc.Arbitrary<string | Buffer> =>
  fc.oneof(
    fc.constantFrom(
      `42${namespace},`,
      `42${namespace},{}`,
      `42${namespace},[]`,
      `42${namespace},[null]`,
      `42${namespace},[{"toString":1}]`,
      `42${namespace},["disconnect"]`,
      `42${namespace},["connection",{}]`,
      `42${namespace},["newListener"]`,
      `42${namespace},99999999999999999999["typing",{}]`,
      `451-${namespace},["typing",{"_placeholder":true,"num":0}]`,
      `4599999-${namespace},["typing",{}]`,
      `43${namespace},1[]`,
      `43${namespace},-1[1]`,
      `40${namespace},null`,
      `40${namespace},[]`,
      `40${namespace},{"token":{}}`,
      `41${namespace},`,
      `44${namespace},{"message":1}`,
      `40/nowhere,`,
      `40/live?x=%00,`,
      '6',
      '1',
      '2probe',
      '5',
      '',
      `42${namespace},["typing","${'x'.repeat(200_000)}"]`,
    ),
    fc.string({ maxLength: 200 }).map((text) => `42${namespace},${text}`),
    fc.json({ maxDepth: 4 }).map((text) => `42${namespace},[${text}]`),
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
  );
