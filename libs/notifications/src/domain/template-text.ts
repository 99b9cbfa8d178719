/** Words, or a place that is filled when the text is rendered: `{{ticketNumber}}`. */
export type Part = { words: string } | { place: string };

const PLACE = /\{\{ {0,4}([A-Za-z][A-Za-z0-9]{0,39}) {0,4}\}\}/;

/** One line of a template in parts. What only looks like a place stays words, and is found by {@link isBroken}. */
export function partsOf(line: string): Part[] {
  return line
    .split(PLACE)
    .map((piece, n) => (n % 2 === 1 ? { place: piece } : { words: piece }))
    .filter((part) => 'place' in part || part.words !== '');
}

export function linesOf(text: string): Part[][] {
  return text.split('\n').map(partsOf);
}

export function placesIn(parts: Part[]): string[] {
  return parts.flatMap((part) => ('place' in part ? [part.place] : []));
}

/** Whether braces are left over that belong to no place. */
export function isBroken(parts: Part[]): boolean {
  return parts.some((part) => 'words' in part && /\{\{|\}\}/.test(part.words));
}

/** The place that has this line for itself, if one has. */
export function aloneIn(parts: Part[]): string | null {
  const said = parts.filter((part) => 'place' in part || part.words.trim() !== '');
  return said.length === 1 && 'place' in said[0]! ? said[0].place : null;
}
