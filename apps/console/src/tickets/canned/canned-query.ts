/** A query for canned replies typed as `//words`: its position and the words. */
export interface CannedQuery {
  from: number;
  words: string;
}

/** Only at the start of a line or after a space, so that URLs do not match. */
const CANNED_PATTERN = /(?:^|\s)\/\/([^/]{0,40})$/u;

export function cannedQueryAt(text: string, caret: number): CannedQuery | null {
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret);
  const words = CANNED_PATTERN.exec(line)?.[1];
  return words === undefined ? null : { from: caret - words.length - 2, words };
}

/** Normalises text for comparison: case, diacritics and Arabic spelling variants. */
export function normalizeForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .toLowerCase();
}

/** Replies whose title contains every word of the query, in either language. */
export function matchingReplies<T extends { key: string; title: Record<string, string> }>(
  replies: readonly T[],
  words: string,
): T[] {
  const wanted = normalizeForSearch(words).split(/\s+/).filter(Boolean);
  return replies.filter(({ key, title }) => {
    const name = normalizeForSearch([key, ...Object.values(title)].join(' '));
    return wanted.every((word) => name.includes(word));
  });
}

/** Replaces the query by the reply. */
export function insertReply(
  text: string,
  { from, words }: CannedQuery,
  reply: string,
): { text: string; caret: number } {
  const after = text.slice(from + 2 + words.length);
  return { text: text.slice(0, from) + reply + after, caret: from + reply.length };
}
