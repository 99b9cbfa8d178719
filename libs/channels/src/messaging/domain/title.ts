import { noSubject, oneLine } from '../../email/domain/subject.js';

const MAX_LENGTH = 90;

/** Uses the first words of a text as the subject of its ticket. */
export function titleOf(text: string, language: string): string {
  const line = oneLine(text, 400);
  if (!/[\p{L}\p{N}]/u.test(line)) return noSubject(language);
  if (line.length <= MAX_LENGTH) return line;
  const cut = line.slice(0, MAX_LENGTH);
  const words = cut.replace(/\s+\S*$/, '');
  return `${(words || cut).replace(/[\ud800-\udbff]$/, '')}…`;
}
