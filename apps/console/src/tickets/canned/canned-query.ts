/** What is asked for by `//` at the caret: where it begins, and the words that follow. */
export interface CannedQuery {
  from: number;
  words: string;
}

/** At the beginning of a line or after a space alone, so that the address of a page asks for nothing. */
const ASKED = /(?:^|\s)\/\/([^/]{0,40})$/u;

export function askedAt(text: string, caret: number): CannedQuery | null {
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret);
  const words = ASKED.exec(line)?.[1];
  return words === undefined ? null : { from: caret - words.length - 2, words };
}

/** Text as it is compared: without case, marks, and what is written one way or another in Arabic. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .toLowerCase();
}

/** Those in whose name every word asked for occurs, in either language. */
export function fitting<T extends { key: string; title: Record<string, string> }>(
  replies: readonly T[],
  words: string,
): T[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  return replies.filter(({ key, title }) => {
    const name = folded([key, ...Object.values(title)].join(' '));
    return wanted.every((word) => name.includes(word));
  });
}

/** The text with the reply in place of what was asked. */
export function inserted(
  text: string,
  { from, words }: CannedQuery,
  reply: string,
): { text: string; caret: number } {
  const after = text.slice(from + 2 + words.length);
  return { text: text.slice(0, from) + reply + after, caret: from + reply.length };
}
