import { noSubject, oneLine } from '../../email/domain/subject.js';

const LONGEST = 90;

/** A text has no subject: its first words are one. */
export function titleOf(text: string, language: string): string {
  const line = oneLine(text, 400);
  if (!/[\p{L}\p{N}]/u.test(line)) return noSubject(language);
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST);
  const words = cut.replace(/\s+\S*$/, '');
  return `${(words || cut).replace(/[\ud800-\udbff]$/, '')}…`;
}
