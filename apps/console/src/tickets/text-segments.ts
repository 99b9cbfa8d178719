import type { QuotedRange } from '../api/types.js';

export interface TextSegment {
  kind: 'said' | QuotedRange['kind'];
  from: number;
  text: string;
}

/** Splits a text at its quoted ranges; whitespace between two ranges is dropped. */
export function textSegments(text: string, folds: QuotedRange[]): TextSegment[] {
  const pieces: TextSegment[] = [];
  let at = 0;
  for (const { kind, from, to } of folds) {
    pieces.push(
      { kind: 'said', from: at, text: text.slice(at, from) },
      { kind, from, text: text.slice(from, to) },
    );
    at = to;
  }
  pieces.push({ kind: 'said', from: at, text: text.slice(at) });
  return pieces
    .map((piece) => ({ ...piece, text: piece.text.replace(/^\n+|\s+$/g, '') }))
    .filter((piece) => piece.text !== '');
}
