import { decodeText } from './charset.js';
import { type Faults, NO_FAULTS } from './faults.js';
import { quotedPrintable } from './transfer-encoding.js';

const WORD = /=\?([^?\s=]{1,60})\?([bq])\?([^?]{0,2000})\?=/gi;

interface Word {
  from: number;
  to: number;
  charset: string;
  bytes: Buffer;
}

/**
 * Decodes the encoded words of a header value (RFC 2047). Adjacent words of one charset are joined as bytes first,
 * because many programs split a character between two words. What only looks like an encoded word stays as it is.
 */
export function decodeWords(value: string, faults: Faults = NO_FAULTS): string {
  if (!value.includes('=?')) return value;
  faults.spend(value.length);
  let text = '';
  let at = 0;
  let run: Word[] = [];
  const flush = () => {
    if (run.length > 0) text += decodeRun(run, faults);
    run = [];
  };
  for (const word of wordsIn(value)) {
    const between = value.slice(at, word.from);
    // White space between two encoded words is only folding.
    if (run.length === 0 || between.trim() !== '') {
      flush();
      text += between;
    } else if (run[0]!.charset !== word.charset) flush();
    run.push(word);
    at = word.to;
  }
  flush();
  return text + value.slice(at);
}

function wordsIn(value: string): Word[] {
  return [...value.matchAll(WORD)].map((match) => {
    const [whole, charset, encoding, content] = match as unknown as [string, string, string, string];
    return {
      from: match.index,
      to: match.index + whole.length,
      // RFC 2231, 5: a language may follow the charset
      charset: charset.replace(/\*.*$/, '').toLowerCase(),
      bytes:
        encoding.toLowerCase() === 'b'
          ? Buffer.from(content, 'base64')
          : quotedPrintable(Buffer.from(content.replace(/_/g, ' '), 'latin1'), false),
    };
  });
}

function decodeRun(run: Word[], faults: Faults): string {
  const bytes = run.length === 1 ? run[0]!.bytes : Buffer.concat(run.map((word) => word.bytes));
  return decodeText(bytes, run[0]!.charset, faults);
}
