import { decodeText } from './charset.js';
import { decodeWords } from './encoded-words.js';
import type { Faults } from './faults.js';

/** `text/plain; charset=utf-8; name=…` */
export interface Parameterised {
  /** in lower case */
  value: string;
  /** names in lower case, values decoded */
  parameters: Map<string, string>;
}

/** `name=value`, `name="a \"quoted\" value"`; the value may lack its closing quote. */
const PARAMETER = /;\s*([^\s=;"]{1,80})\s*=\s*(?:"((?:[^"\\]|\\.){0,4000})(?:"|$)|([^;"]{0,4000}))/gs;

interface Piece {
  /** percent-encoded (RFC 2231) */
  encoded: boolean;
  text: string;
}

/**
 * Parses a field with parameters. A value may come in pieces and percent-encoded (RFC 2231), in encoded words (which
 * RFC 2047 forbids and Outlook uses), or plain; RFC 2231 takes precedence.
 */
export function parameterised(field: string, faults: Faults): Parameterised {
  const end = field.indexOf(';');
  faults.spend(field.length);
  const value = (end < 0 ? field : field.slice(0, end)).replace(/\([^()]*\)/g, '');
  const plain = new Map<string, string>();
  const pieces = new Map<string, Map<number, Piece>>();
  for (const match of end < 0 ? [] : field.slice(end).matchAll(PARAMETER)) {
    const name = match[1]!.toLowerCase();
    const text = match[2]?.replace(/\\(.)/gs, '$1') ?? match[3]!.trim();
    const form = /^([^*]+)\*(?:(\d{1,3})(\*)?)?$/.exec(name);
    if (!form) {
      if (!plain.has(name)) plain.set(name, text);
      continue;
    }
    const position = Number(form[2] ?? 0);
    const known = pieces.get(form[1]!) ?? new Map<number, Piece>();
    // As with whole values, the first of several counts.
    if (!known.has(position))
      known.set(position, { encoded: form[2] === undefined || form[3] !== undefined, text });
    pieces.set(form[1]!, known);
  }
  const parameters = new Map([...plain].map(([name, text]) => [name, decodeWords(text, faults)]));
  for (const [name, of] of pieces) parameters.set(name, joined(of, faults));
  return { value: value.trim().toLowerCase(), parameters };
}

function joined(pieces: Map<number, Piece>, faults: Faults): string {
  const inOrder = [...pieces].sort(([a], [b]) => a - b).map(([, piece]) => piece);
  const first = inOrder[0]!;
  const marked = first.encoded ? /^([^']{0,60})'[^']{0,60}'/.exec(first.text) : null;
  if (marked) first.text = first.text.slice(marked[0].length);
  if (!inOrder.some((piece) => piece.encoded))
    return decodeWords(inOrder.map(({ text }) => text).join(''), faults);
  const bytes = runsOf(inOrder).map(({ encoded, text }) =>
    encoded ? percentDecoded(text) : Buffer.from(text),
  );
  return decodeText(Buffer.concat(bytes), marked?.[1] || null, faults);
}

/** Encoded pieces that follow each other as one: some programs cut between the percent sign and its digits. */
function runsOf(pieces: Piece[]): Piece[] {
  const runs: { encoded: boolean; texts: string[] }[] = [];
  for (const { encoded, text } of pieces) {
    const last = runs.at(-1);
    if (last?.encoded === encoded) last.texts.push(text);
    else runs.push({ encoded, texts: [text] });
  }
  return runs.map(({ encoded, texts }) => ({ encoded, text: texts.join('') }));
}

function percentDecoded(text: string): Buffer {
  const pieces = text.split(/%([0-9a-f]{2})/i);
  return Buffer.concat(
    pieces.map((piece, i) => (i % 2 === 1 ? Buffer.from(piece, 'hex') : Buffer.from(piece))),
  );
}
