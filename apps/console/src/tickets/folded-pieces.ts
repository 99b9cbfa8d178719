import type { Fold } from '../api/types.js';

export interface Piece {
  kind: 'said' | Fold['kind'];
  from: number;
  text: string;
}

/** Splits a text at its quoted ranges; whitespace between two ranges is dropped. */
export function foldedPieces(text: string, folds: Fold[]): Piece[] {
  const pieces: Piece[] = [];
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
