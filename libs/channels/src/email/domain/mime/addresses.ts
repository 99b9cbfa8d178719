import { decodeWords } from './encoded-words.js';

export interface Mailbox {
  /** as written, without brackets and quotes; not yet validated */
  address: string;
  name: string;
}

const MAX_LENGTH = 20_000;
const MAX_RESULTS = 500;
interface Word {
  kind: 'text' | 'quoted' | 'comment' | 'angle';
  text: string;
}
/** `end` closes an address; `group` means that what was read is a group name. */
type Token = Word | 'end' | 'group';

/**
 * Reads an address list (RFC 5322 and common deviations): names quoted, encoded or neither, comments, groups,
 * unclosed brackets, `mailto:`, quotes around the whole.
 */
export function readAddresses(field: string): Mailbox[] {
  const found: Mailbox[] = [];
  let words: Word[] = [];
  const flush = () => {
    const mailbox = mailboxOf(words);
    if (mailbox) found.push(mailbox);
    words = [];
  };
  for (const token of tokensOf(field.slice(0, MAX_LENGTH))) {
    if (token === 'end') flush();
    // A group name does not identify the writer.
    else if (token === 'group') words = [];
    else words.push(token);
    if (found.length >= MAX_RESULTS) return found;
  }
  flush();
  return found;
}

function mailboxOf(words: Word[]): Mailbox | null {
  const angle = words.findLast(({ kind, text }) => kind === 'angle' && text.trim() !== '');
  const displayed = words.filter(({ kind }) => kind === 'text' || kind === 'quoted');
  const comment = words.find(({ kind }) => kind === 'comment')?.text ?? '';
  if (angle) {
    const name = displayed
      .map(({ text }) => text.trim())
      .filter(Boolean)
      .join(' ');
    return mailbox(angle.text, name || comment);
  }
  // A quoted word before an address is a name; one followed by @ is the local part.
  const isName = (word: Word, next?: Word) =>
    word.kind === 'quoted' && !word.text.includes('@') && next !== undefined && !next.text.startsWith('@');
  const plain = displayed
    .map((word, i) => (isName(word, displayed[i + 1]) ? ` ${word.text} ` : word.text))
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
  const displayed = decodeWords(name)
    .replace(/\s+/g, ' ')
    // The end is looked for only where a run begins, so that each character is read once.
    .replace(/^['"\s]+|(?<!['"\s])['"\s]+$/g, '');
  return { address: clean, name: displayed.toLowerCase() === clean.toLowerCase() ? '' : displayed };
}

function* tokensOf(field: string): Generator<Token> {
  let text = '';
  let i = 0;
  let inGroup = false;
  let hasWord = false;
  const flushed = function* (): Generator<Token> {
    if (text.trim() !== '') yield { kind: 'text', text };
    text = '';
    hasWord = false;
  };
  while (i < field.length) {
    const character = field[i]!;
    const word = character === '=' ? encodedWordAt(field, i) : '';
    if (word) {
      // Its characters are content, whatever they would mean outside.
      text += word;
      hasWord = true;
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
    if (character === ',' || (character === ';' && (inGroup || !hasWord))) {
      yield* flushed();
      yield 'end';
      if (character === ';') inGroup = false;
    } else if (character === ':' && !inGroup && !/^\s*mailto$/i.test(text)) {
      text = '';
      inGroup = true;
      yield 'group';
    } else if (character !== '>') text += character;
    if (character === '=' && field[i + 1] === '?') hasWord = true;
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

/** The text between a quote or bracket and its end; comments nest. An unclosed one ends with the field. */
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
