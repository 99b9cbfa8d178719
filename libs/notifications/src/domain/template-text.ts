/** Literal text, or a placeholder that is replaced when the text is rendered: `{{ticketNumber}}`. */
export type Part = { words: string } | { place: string };

const PLACE = /\{\{ {0,4}([A-Za-z][A-Za-z0-9]{0,39}) {0,4}\}\}/;

/**
 * The parts of one line of a template. Malformed placeholders stay literal text and are reported by {@link
 * hasBrokenPlaceholder}.
 */
export function partsOf(line: string): Part[] {
  return line
    .split(PLACE)
    .map((piece, n) => (n % 2 === 1 ? { place: piece } : { words: piece }))
    .filter((part) => 'place' in part || part.words !== '');
}

export function linesOf(text: string): Part[][] {
  return text.split('\n').map(partsOf);
}

export function placeholdersIn(parts: Part[]): string[] {
  return parts.flatMap((part) => ('place' in part ? [part.place] : []));
}

/** Whether there are braces that belong to no placeholder. */
export function hasBrokenPlaceholder(parts: Part[]): boolean {
  return parts.some((part) => 'words' in part && /\{\{|\}\}/.test(part.words));
}

/** The placeholder that is alone on this line, if any. */
export function onlyPlaceholderIn(parts: Part[]): string | null {
  const said = parts.filter((part) => 'place' in part || part.words.trim() !== '');
  return said.length === 1 && 'place' in said[0]! ? said[0].place : null;
}
