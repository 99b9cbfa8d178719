import { directionOf } from '#wasl/kernel';
import { isolated, type Paragraph, type Piece } from './mail-body.js';
import { isPlaceholderName, placeholder, type Values } from './placeholders.js';
import type { TemplateText } from './template-catalogue.js';
import { onlyPlaceholderIn, linesOf, type Part, partsOf } from './template-text.js';

/** Values are not parsed again: braces in them stay braces. */
export function renderMail(
  template: TemplateText,
  values: Values,
): { subject: string; paragraphs: Paragraph[] } {
  const subject = piecesOf(partsOf(template.subject ?? ''), values) ?? [];
  return { subject: subject.map(plain).join(''), paragraphs: paragraphsOf(template.body, values) };
}

/** Renders plain text, as sent by SMS or inserted into an agent's reply. */
export function renderText(body: string, values: Values, language: string): string {
  const direction = directionOf(language);
  const shown: string[] = [];
  for (const line of linesOf(body)) {
    const pieces = piecesOf(line, values);
    if (!pieces) continue;
    const text = isBlank(line) ? '' : pieces.map((piece) => isolated(piece, direction)).join('');
    // When a line between two empty ones was left out, only one empty line remains.
    if (text !== '' || (shown.at(-1) ?? '') !== '') shown.push(text);
  }
  while (shown.at(-1) === '') shown.pop();
  return shown.join('\n');
}

/** Adjacent lines form one paragraph; a link is a paragraph of its own. */
function paragraphsOf(body: string, values: Values): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let lines: Part[][] = [];
  const close = () => {
    const paragraph = paragraphOf(lines, values);
    if (paragraph) paragraphs.push(paragraph);
    lines = [];
  };
  for (const line of linesOf(body)) {
    const alone = onlyPlaceholderIn(line);
    const link =
      alone && isPlaceholderName(alone) && placeholder(alone).sort === 'link' ? values[alone] : null;
    if (link) {
      close();
      paragraphs.push({ link });
    } else if (isBlank(line)) close();
    else lines.push(line);
  }
  close();
  return paragraphs;
}

function paragraphOf(lines: Part[][], values: Values): Paragraph | null {
  const shown = lines.filter((line) => piecesOf(line, values));
  if (shown.length === 0) return null;
  const pieces = shown.flatMap((line, n) => [...(n > 0 ? ['\n'] : []), ...piecesOf(line, values)!]);
  const isSaid = shown.flat().some((part) => 'place' in part && sortOf(part.place) === 'said');
  return isSaid ? { said: pieces } : { line: pieces };
}

/** @returns null when a placeholder of the line has no value: then the line is left out */
function piecesOf(line: Part[], values: Values): Piece[] | null {
  const pieces: Piece[] = [];
  for (const part of line) {
    if ('words' in part) {
      pieces.push(part.words);
      continue;
    }
    const value = isPlaceholderName(part.place) ? values[part.place] : null;
    if (value === null || value === undefined) return null;
    const sort = sortOf(part.place);
    if (sort === 'code') pieces.push({ ltr: value });
    else if (sort === 'name') pieces.push({ auto: value });
    else if (value !== '') pieces.push(value);
  }
  return pieces;
}

const isBlank = (line: Part[]) => line.every((part) => 'words' in part && part.words.trim() === '');
const sortOf = (place: string) => (isPlaceholderName(place) ? placeholder(place).sort : null);
const plain = (piece: Piece) => (typeof piece === 'string' ? piece : 'ltr' in piece ? piece.ltr : piece.auto);
