import { toSearchText } from '#wasl/kernel';

/** The searchable texts of a service. */
export interface SearchableService {
  nameAr: string;
  nameEn: string;
  descriptionAr: string;
  descriptionEn: string;
  keywords: string;
}

/** Weights of a match: in a name or keyword, or only in a description. */
const IN_NAME = 3;
const IN_DESCRIPTION = 1;
const WHOLE = 4;
const PREFIX = 3;
const SIMILAR = 2;
/** Shorter words match only as a prefix, because few letters are similar to everything. */
const MIN_FUZZY_LENGTH = 4;
const MIN_SIMILARITY = 0.5;

/** Stop words. */
const STOP_WORDS = new Set(
  'في من على عن الى مع هل كيف ما لا انا عندي لدي the a an of in on for to my is i how with and or at no not'.split(
    ' ',
  ),
);

/**
 * Finds the services that match a query, best first. Spelling variants, the Arabic article and single wrong letters
 * are tolerated. An empty query returns all services in their own order.
 */
export function findServices<S extends SearchableService>(services: readonly S[], query: string): S[] {
  const wanted = wordsOf(query.slice(0, 200)).filter((word) => !STOP_WORDS.has(word));
  if (wanted.length === 0) return query.trim() === '' ? [...services] : [];
  return services
    .map((service, order) => ({ service, order, score: scoreOf(service, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ service }) => service);
}

function scoreOf(service: SearchableService, wanted: string[]): number {
  const names = wordsOf(`${service.nameAr} ${service.nameEn} ${service.keywords}`);
  const descriptions = wordsOf(`${service.descriptionAr} ${service.descriptionEn}`);
  return wanted
    .map((word) =>
      Math.max(IN_NAME * similarity(word, names), IN_DESCRIPTION * similarity(word, descriptions)),
    )
    .reduce((sum, score) => sum + score, 0);
}

function similarity(word: string, among: string[]): number {
  return Math.max(0, ...among.map((other) => pairSimilarity(word, other)));
}

function pairSimilarity(word: string, other: string): number {
  if (word === other) return WHOLE;
  if (word.length >= 2 && other.startsWith(word)) return PREFIX;
  if (other.length >= MIN_FUZZY_LENGTH && word.startsWith(other)) return SIMILAR;
  if (Math.min(word.length, other.length) < MIN_FUZZY_LENGTH) return 0;
  return diceCoefficient(word, other) >= MIN_SIMILARITY ? SIMILAR : 0;
}

/** Dice's coefficient of the letter pairs of two words, including their ends. */
function diceCoefficient(a: string, b: string): number {
  const pairs = (text: string) =>
    Array.from({ length: text.length + 1 }, (_, i) => ` ${text} `.slice(i, i + 2));
  const left = pairs(a);
  const right = pairs(b);
  const total = left.length + right.length;
  let common = 0;
  for (const pair of left) {
    const at = right.indexOf(pair);
    if (at < 0) continue;
    right.splice(at, 1);
    common += 1;
  }
  return (2 * common) / total;
}

function wordsOf(text: string): string[] {
  return (toSearchText(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(withoutArticle);
}

/** الكهرباء، والكهرباء، بالكهرباء، للكهرباء → كهرباء */
function withoutArticle(word: string): string {
  const bare = word.replace(/^(?:[وفبك]?ال|لل)(?=.{3})/u, '');
  return bare;
}
