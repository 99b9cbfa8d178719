import { decodeWords } from './encoded-words.js';

export interface Mailbox {
  /** as written, without brackets and quotes; not yet known to be one that mail could be sent to */
  address: string;
  name: string;
}

const LONGEST = 20_000;
const MOST = 500;
interface Word {
  kind: 'text' | 'quoted' | 'comment' | 'angle';
  text: string;
}
/** `end` of an address, or what was read is the name of a group. */
type Token = Word | 'end' | 'group';

/**
 * Reads a list of addresses (RFC 5322, and what is sent instead of it): names quoted, encoded or not at all, comments,
 * groups, brackets left open, `mailto:`, quotes around the whole.
 */
export function readAddresses(field: string): Mailbox[] {
  const found: Mailbox[] = [];
  let words: Word[] = [];
  const flush = () => {
    const mailbox = mailboxOf(words);
    if (mailbox) found.push(mailbox);
    words = [];
  };
  for (const token of tokensOf(field.slice(0, LONGEST))) {
    if (token === 'end') flush();
    // The name of a group says nothing about who wrote.
    else if (token === 'group') words = [];
    else words.push(token);
    if (found.length >= MOST) return found;
  }
  flush();
  return found;
}

function mailboxOf(words: Word[]): Mailbox | null {
  const angle = words.findLast(({ kind, text }) => kind === 'angle' && text.trim() !== '');
  const spoken = words.filter(({ kind }) => kind === 'text' || kind === 'quoted');
  const comment = words.find(({ kind }) => kind === 'comment')?.text ?? '';
  if (angle) {
    const name = spoken
      .map(({ text }) => text.trim())
      .filter(Boolean)
      .join(' ');
    return mailbox(angle.text, name || comment);
  }
  // A quoted word before an address is a name; one that goes on with @ is the local part.
  const isName = (word: Word, next?: Word) =>
    word.kind === 'quoted' && !word.text.includes('@') && next !== undefined && !next.text.startsWith('@');
  const plain = spoken
    .map((word, i) => (isName(word, spoken[i + 1]) ? ` ${word.text} ` : word.text))
    .join('');
  const word = plain.split(/\s+/).find((one) => one.includes('@'));
  if (!word) return plain.trim() || comment ? mailbox('', plain.trim() || comment) : null;
  const rest = plain.replace(word, ' ').trim();
  return mailbox(word, rest || comment);
}

function mailbox(address: string, name: string): Mailbox {
  const clean = address
    .replace(/\s+/g, '')
    .replace(/^mailto:/i, '')
    // a route of RFC 822: <@relay,@relay2:person@home.example>
    .replace(/^@[^:]*:/, '')
    .replace(/^"([^"@]*)"@/, '$1@')
    .replace(/^['"<]{1,9}|['">.;]{1,9}$/g, '');
  const spoken = decodeWords(name)
    .replace(/\s+/g, ' ')
    .replace(/^['"\s]+|['"\s]+$/g, '');
  return { address: clean, name: spoken.toLowerCase() === clean.toLowerCase() ? '' : spoken };
}

function* tokensOf(field: string): Generator<Token> {
  let text = '';
  let i = 0;
  let inGroup = false;
  const flushed = function* (): Generator<Token> {
    if (text.trim() !== '') yield { kind: 'text', text };
    text = '';
  };
  while (i < field.length) {
    const character = field[i]!;
    const word = character === '=' ? encodedWordAt(field, i) : '';
    if (word) {
      // Its signs are content, whatever they would mean outside.
      text += word;
      i += word.length;
      continue;
    }
    if (character === '"' || character === '(' || character === '<') {
      yield* flushed();
      const { inside, next } = enclosed(field, i);
      yield { kind: character === '"' ? 'quoted' : character === '(' ? 'comment' : 'angle', text: inside };
      i = next;
      continue;
    }
    if (character === ',' || (character === ';' && (inGroup || !text.includes('=?')))) {
      yield* flushed();
      yield 'end';
      if (character === ';') inGroup = false;
    } else if (character === ':' && !inGroup && !/^\s*mailto$/i.test(text)) {
      text = '';
      inGroup = true;
      yield 'group';
    } else if (character !== '>') text += character;
    i++;
  }
  yield* flushed();
}

const ENCODED_WORD = /=\?[^?\s=]{1,60}\?[bq]\?[^?]{0,2000}\?=/iy;

function encodedWordAt(field: string, at: number): string {
  ENCODED_WORD.lastIndex = at;
  return ENCODED_WORD.exec(field)?.[0] ?? '';
}

const CLOSING: Record<string, string> = { '"': '"', '(': ')', '<': '>' };

/** What stands between a quote or bracket and its end; comments nest. One that is never closed ends with the field. */
function enclosed(field: string, from: number): { inside: string; next: number } {
  const open = field[from]!;
  const close = CLOSING[open]!;
  let inside = '';
  let depth = 1;
  let i = from + 1;
  for (; i < field.length; i++) {
    const character = field[i]!;
    if (character === '\\' && open !== '<' && i + 1 < field.length) {
      inside += field[++i]!;
      continue;
    }
    if (open === '(' && character === '(') depth++;
    if (character === close && --depth === 0) return { inside, next: i + 1 };
    inside += character;
  }
  return { inside, next: i };
}
