import { toSearchText } from '#wasl/kernel';

/** A telephone number as it may be searched for. */
export interface PhoneForms {
  /** as it is stored */
  number: string;
  /** the digits with the country's code, and those dialled within the country */
  digits: string[];
}
/** Reads a telephone number as people write it; null when it is none. */
export type ReadPhone = (text: string) => PhoneForms | null;

/** One thing in a text. Index and query are made from the same terms, so what can be typed is what is found. */
export interface SearchTerm {
  /** each stands for the whole term */
  forms: string[];
  /** the parts it is written in, if it has several; together they stand for it, too */
  parts: string[];
  /** by which a text is found in addition */
  also?: string[];
  /** the address that it is, as it is stored */
  address: { kind: 'phone' | 'email'; value: string } | null;
}

const MAX_TERMS_IN_QUERY = 8;
/** PostgreSQL accepts 2,046 bytes. */
const MAX_FORM_LENGTH = 100;
const MIN_PHONE_DIGITS = 5;
const MAX_PHONE_DIGITS = 17;
const MAX_JOINED_DIGITS = 24;

const MAIL = String.raw`[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@(?:[\p{L}\p{N}][\p{L}\p{N}.-]{0,252})?`;
/** Groups of digits: a telephone number, a ticket number, an amount; not the beginning of `12-b`. */
const NUMBER = String.raw`\+?\(?\d+(?:[ .\-/()]{1,3}\d+){0,7}(?![\-_./]?\p{L}|\p{N})`;
const WORDS = String.raw`[\p{L}\p{N}]+(?:[\-_./][\p{L}\p{N}]+)*`;
const TERM = new RegExp(`(?<mail>${MAIL})|(?<number>${NUMBER})|${WORDS}`, 'gu');

/** What a text says that can be searched for, in its order. */
export function searchTerms(text: string, readPhone: ReadPhone): SearchTerm[] {
  return [...toSearchText(text).matchAll(TERM)].flatMap(({ 0: found, groups }) => {
    if (groups?.mail) return mailTerms(found);
    return groups?.number ? numberTerms(found, readPhone) : wordTerms(found);
  });
}

/** The tokens by which a text is found. */
export function searchTokens(text: string, readPhone: ReadPhone): string[] {
  return [
    ...new Set(
      searchTerms(text, readPhone).flatMap(({ forms, parts, also = [] }) => [...forms, ...parts, ...also]),
    ),
  ];
}

/** The tokens as the text of a `tsvector`. */
export const tokensAsVector = (tokens: readonly string[]): string => tokens.map(quoted).join(' ');

/**
 * The text of a `tsquery` that finds what contains every term, each as the beginning of a token.
 * @returns null when nothing can be searched for
 */
export function searchQuery(terms: readonly SearchTerm[]): string | null {
  const conditions = terms.slice(0, MAX_TERMS_IN_QUERY).map(({ forms, parts, address }) => {
    const isMail = forms[0]?.includes('@') === true;
    // PostgreSQL expects much of each beginning and would rather read all tickets than look for several, so there is one.
    const isBeginning = isMail || (parts.length === 0 && !address);
    const ways = forms.map((form) => quoted(form) + (isBeginning ? ':*' : ''));
    // The parts of a mail address are those of many others.
    if (parts.length > 0 && !isMail)
      ways.push(parts.map((part, at) => quoted(part) + (at === parts.length - 1 ? ':*' : '')).join(' & '));
    return ways.length === 1 ? ways[0]! : `(${ways.map((way) => `(${way})`).join(' | ')})`;
  });
  return conditions.length > 0 ? conditions.join(' & ') : null;
}

function mailTerms(found: string): SearchTerm[] {
  const mail = found.replace(/(?<![.-])[.-]+$/, '');
  const isWhole = mail.slice(mail.indexOf('@')).includes('.');
  const address = isWhole ? { kind: 'email' as const, value: mail } : null;
  return [{ forms: [short(mail)], parts: partsOf(mail), address }];
}

/**
 * Telephone numbers are sought among neighbouring groups, the longest first; what dashes join belongs together. The
 * digits may be written without gaps later.
 */
function numberTerms(found: string, readPhone: ReadPhone): SearchTerm[] {
  const units = found.split(' ');
  const terms: SearchTerm[] = [];
  let rest: string[] = [];
  const endRest = () => {
    if (rest.length > 0) terms.push(plainNumber(rest.join(' ')));
    rest = [];
  };
  for (let from = 0; from < units.length; from++) {
    let to = units.length;
    let phone: SearchTerm | null = null;
    for (; to > from && !phone; to--) phone = phoneTerm(units.slice(from, to).join(' '), readPhone);
    if (!phone) {
      rest.push(units[from]!);
      continue;
    }
    endRest();
    terms.push(phone);
    from = to;
  }
  endRest();
  const also = units.length > 1 ? [found, ...units].flatMap(joinedDigits) : [];
  return terms.map((term, at) => (at === 0 ? { ...term, also } : term));
}

function phoneTerm(text: string, readPhone: ReadPhone): SearchTerm | null {
  const joined = text.replace(/\D/g, '');
  if (joined.length < MIN_PHONE_DIGITS || joined.length > MAX_PHONE_DIGITS) return null;
  const phone = readPhone(text);
  if (!phone) return null;
  const parts = partsOf(text);
  return {
    forms: [...new Set([joined, ...phone.digits])],
    parts: parts.length > 1 ? parts : [],
    address: { kind: 'phone', value: phone.number },
  };
}

function plainNumber(text: string): SearchTerm {
  const parts = partsOf(text);
  return parts.length === 1 ? wordTerm(parts[0]!) : { forms: joinedDigits(text), parts, address: null };
}

/** None of a list of numbers, which is not one number. */
function joinedDigits(text: string): string[] {
  const joined = text.replace(/\D/g, '');
  return joined.length <= MAX_JOINED_DIGITS ? [joined] : [];
}

/** `A-99812` is also A99812; words without digits stand for themselves. */
function wordTerms(found: string): SearchTerm[] {
  const parts = partsOf(found);
  if (parts.length === 1 || !/\d/.test(found)) return parts.map(wordTerm);
  return [{ forms: [short(parts.join(''))], parts, address: null }];
}

const wordTerm = (word: string): SearchTerm => ({ forms: [short(word)], parts: [], address: null });
const partsOf = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).map(short);
const short = (form: string) => [...form].slice(0, MAX_FORM_LENGTH).join('');
const quoted = (token: string) => `'${token.replaceAll("'", "''")}'`;
