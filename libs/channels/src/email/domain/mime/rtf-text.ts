import iconv from 'iconv-lite';

const MAX_LENGTH = 512 * 1024;
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi;
/** Groups whose content is no text. */
const HIDDEN_GROUPS = new Set(
  'fonttbl colortbl stylesheet info pict object themedata datastore header footer'.split(' '),
);
const SIGNS: Record<string, string> = {
  par: '\n',
  line: '\n',
  tab: '\t',
  cell: '\t',
  row: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
};

/** Extracts the text of RTF, which Outlook uses among its own kind; HTML packed in it loses its tags. */
export function rtfText(rtf: string): string {
  const codepage = /\\ansicpg(\d{3,5})/.exec(rtf)?.[1] ?? '1252';
  const charset = iconv.encodingExists(`cp${codepage}`) ? `cp${codepage}` : 'cp1252';
  const stack: { hidden: boolean; skip: number }[] = [];
  let state = { hidden: false, skip: 1 };
  let out = '';
  let bytes: number[] = [];
  let toSkip = 0;
  const flush = () => {
    if (bytes.length > 0) out += iconv.decode(Buffer.from(bytes), charset);
    bytes = [];
  };
  for (const [, word, number, byte, symbol, brace, text] of rtf.slice(0, MAX_LENGTH).matchAll(TOKEN)) {
    if (byte !== undefined) {
      if (toSkip > 0) toSkip--;
      else if (!state.hidden) bytes.push(parseInt(byte, 16));
      continue;
    }
    flush();
    if (brace === '{') stack.push({ ...state });
    else if (brace === '}') state = stack.pop() ?? state;
    else if (symbol === '*' || (word && HIDDEN_GROUPS.has(word))) state.hidden = true;
    else if (word === 'htmlrtf') state.hidden = number !== '0';
    else if (word === 'uc') state.skip = Number(number ?? 1);
    else if (state.hidden) continue;
    else if (word === 'u' && number) {
      out += String.fromCharCode((Number(number) + 65536) % 65536);
      toSkip = state.skip;
    } else if (word && SIGNS[word]) out += SIGNS[word];
    else if (symbol && '\\{}'.includes(symbol)) out += symbol;
    else if (symbol === '~') out += ' ';
    else if (text) {
      out += text.slice(toSkip);
      toSkip = Math.max(0, toSkip - text.length);
    }
  }
  flush();
  return out.replace(/(?<![ \t])[ \t]+\n/g, '\n').trim();
}

/** What every compressed RTF is taken to have been preceded by (MS-OXRTFCP, 2.1.3.1.1). */
const PRELUDE =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const WINDOW = 4096;

/** Unpacks compressed RTF (MS-OXRTFCP). @throws RangeError when it is cut off */
export function unpackRtf(packed: Buffer): string {
  const size = Math.min(packed.readUInt32LE(4), MAX_LENGTH);
  if (packed.readUInt32LE(8) === 0x414c454d) return packed.toString('latin1', 16, 16 + size);
  const dictionary = Buffer.alloc(WINDOW);
  let write = dictionary.write(PRELUDE, 'latin1');
  const out: number[] = [];
  const put = (byte: number) => {
    out.push(byte);
    dictionary[write] = byte;
    write = (write + 1) % WINDOW;
  };
  for (let at = 16; out.length < size;) {
    const flags = packed.readUInt8(at++);
    for (let bit = 0; bit < 8 && out.length < size; bit++) {
      if ((flags & (1 << bit)) === 0) {
        put(packed.readUInt8(at++));
        continue;
      }
      const reference = packed.readUInt16BE(at);
      at += 2;
      const offset = reference >> 4;
      if (offset === write) return Buffer.from(out).toString('latin1');
      for (let i = 0; i < (reference & 15) + 2; i++) put(dictionary[(offset + i) % WINDOW]!);
    }
  }
  return Buffer.from(out).toString('latin1');
}
