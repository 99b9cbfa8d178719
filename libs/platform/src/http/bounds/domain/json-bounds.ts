/** Limits of a JSON text. */
export interface JsonBounds {
  /** nesting of objects and arrays */
  depth: number;
  /** objects, arrays and scalar values together */
  values: number;
  /** names in one object */
  names: number;
  /** UTF-16 units of one string, including escapes */
  text: number;
}

/** Default limits of a request body: the largest text is 20,000 letters, each possibly escaped as `\uXXXX`. */
export const BODY_BOUNDS: JsonBounds = { depth: 12, values: 2_000, names: 200, text: 131_072 };

const MAX_NAME_LENGTH = 200;
const [QUOTE, BACKSLASH, COMMA, COLON, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
  ...'"\\,:[]{}',
].map((character) => character.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

export type JsonFault = 'too_complex' | 'duplicate';

/**
 * Scans a JSON text once, before it is parsed, for exceeded limits and duplicate names in an object. Does not check the
 * grammar: invalid JSON may pass and is rejected by the parser.
 */
export function findJsonFault(text: string, bounds: JsonBounds): JsonFault | null {
  /** the names of each open object; null for an array */
  const open: (Set<string> | null)[] = [];
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at + 1);
      if (end - at - 1 > bounds.text) return 'too_complex';
      const names = open.at(-1);
      if (names && isName(text, end + 1)) {
        const fault = addName(names, text.slice(at, end + 1), bounds);
        if (fault) return fault;
      }
      at = end;
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      open.push(code === OPEN_OBJECT ? new Set() : null);
      if (open.length > bounds.depth || ++values > bounds.values) return 'too_complex';
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
      open.pop();
    } else if (code === COMMA && ++values > bounds.values) {
      return 'too_complex';
    }
  }
  return null;
}

/** Where the string that begins at `at` ends: at its closing quote, or at the end of the text. */
function endOfString(text: string, at: number): number {
  for (let end = at; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === QUOTE) return end;
    if (code === BACKSLASH) end++;
  }
  return text.length;
}

function isName(text: string, at: number): boolean {
  let next = at;
  while (' \t\r\n'.includes(text[next] ?? 'end')) next++;
  return text.charCodeAt(next) === COLON;
}

/** Escapes allow several spellings of one name, so names are compared after decoding. */
function addName(names: Set<string>, quoted: string, bounds: JsonBounds): JsonFault | null {
  if (quoted.length - 2 > MAX_NAME_LENGTH || names.size >= bounds.names) return 'too_complex';
  const name = quoted.includes('\\') ? decodedName(quoted) : quoted.slice(1, -1);
  if (names.has(name)) return 'duplicate';
  names.add(name);
  return null;
}

function decodedName(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
