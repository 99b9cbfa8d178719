/** What a JSON text may be made of. */
export interface JsonBounds {
  /** objects and lists inside each other */
  depth: number;
  /** objects, lists and single values together */
  values: number;
  /** names in one object */
  names: number;
  /** UTF-16 units of one string, as it is written */
  text: number;
}

/** What a body of ours may be: the largest text that people write is 20,000 letters, each written as `\uXXXX`. */
export const BODY_BOUNDS: JsonBounds = { depth: 12, values: 2_000, names: 200, text: 131_072 };

const LONGEST_NAME = 200;
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
 * Looks once over a JSON text, before anything is made of it: says what is beyond the bounds, or whether an object has a
 * name twice. Does not check the grammar; what is no JSON may pass, and is refused by the parser.
 */
export function findJsonFault(text: string, bounds: JsonBounds): JsonFault | null {
  /** the names of each object that is open; null for a list */
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

/** The same name may be written in several ways: it is compared as what it stands for. */
function addName(names: Set<string>, quoted: string, bounds: JsonBounds): JsonFault | null {
  if (quoted.length - 2 > LONGEST_NAME || names.size >= bounds.names) return 'too_complex';
  const name = quoted.includes('\\') ? meaningOf(quoted) : quoted.slice(1, -1);
  if (names.has(name)) return 'duplicate';
  names.add(name);
  return null;
}

function meaningOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
