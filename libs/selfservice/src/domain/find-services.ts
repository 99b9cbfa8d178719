import { searchText } from '#wasl/kernel';

/** The words by which a service may be found. */
export interface Findable {
  nameAr: string;
  nameEn: string;
  descriptionAr: string;
  descriptionEn: string;
  keywords: string;
}

/** What a word is worth where it is found: in a name or keyword, or only in a description. */
const IN_NAME = 3;
const IN_DESCRIPTION = 1;
const WHOLE = 4;
const BEGINNING = 3;
const ALIKE = 2;
/** Words shorter than this are looked for at the beginning of words only: fewer letters resemble everything. */
const LONG_ENOUGH_TO_RESEMBLE = 4;
const RESEMBLANCE = 0.5;

/** Everyday words that say nothing about the matter. */
const EMPTY_WORDS = new Set(
  'في من على عن الى مع هل كيف ما لا انا عندي لدي the a an of in on for to my is i how with and or at no not'.split(
    ' ',
  ),
);

/**
 * The services that match what a person typed, best first. Spelling variants and the Arabic article are forgiven; a
 * word with a wrong letter still finds its like. Without words, all services in their own order.
 */
export function findServices<S extends Findable>(services: readonly S[], query: string): S[] {
  const wanted = wordsOf(query.slice(0, 200)).filter((word) => !EMPTY_WORDS.has(word));
  if (wanted.length === 0) return query.trim() === '' ? [...services] : [];
  return services
    .map((service, order) => ({ service, order, score: scoreOf(service, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ service }) => service);
}

function scoreOf(service: Findable, wanted: string[]): number {
  const names = wordsOf(`${service.nameAr} ${service.nameEn} ${service.keywords}`);
  const descriptions = wordsOf(`${service.descriptionAr} ${service.descriptionEn}`);
  return wanted
    .map((word) => Math.max(IN_NAME * likeness(word, names), IN_DESCRIPTION * likeness(word, descriptions)))
    .reduce((sum, score) => sum + score, 0);
}

function likeness(word: string, among: string[]): number {
  return Math.max(0, ...among.map((other) => pairLikeness(word, other)));
}

function pairLikeness(word: string, other: string): number {
  if (word === other) return WHOLE;
  if (word.length >= 2 && other.startsWith(word)) return BEGINNING;
  if (other.length >= LONG_ENOUGH_TO_RESEMBLE && word.startsWith(other)) return ALIKE;
  if (Math.min(word.length, other.length) < LONG_ENOUGH_TO_RESEMBLE) return 0;
  return resemblance(word, other) >= RESEMBLANCE ? ALIKE : 0;
}

/** Dice's coefficient of the two words' pairs of letters, their ends included. */
function resemblance(a: string, b: string): number {
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
  return (searchText(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(withoutArticle);
}

/** الكهرباء، والكهرباء، بالكهرباء، للكهرباء → كهرباء */
function withoutArticle(word: string): string {
  const bare = word.replace(/^(?:[وفبك]?ال|لل)(?=.{3})/u, '');
  return bare;
}
