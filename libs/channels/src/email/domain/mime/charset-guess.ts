import { analyse } from 'chardet';
import iconv from 'iconv-lite';

const SAMPLE = 4_000;
/** The most frequent letters of each script: a wrong charset gives rare letters and symbols instead. */
const COMMON = /[اليمنوتربةعدسفهكقحأ]|[аеиноптрсвлкмдуя]/u;
const BY_LETTERS = ['windows-1256', 'iso-8859-6', 'windows-1251', 'koi8-r'];
/** Of what the detector knows. Those of two bytes, for a short text in order of preference. */
const OF_TWO_BYTES = ['GB18030', 'Shift_JIS', 'Big5', 'EUC-KR', 'EUC-JP'];
/** The detector is sure of a sentence or more. */
const SURE = 50;
/** With the right charset, most letters are frequent ones. */
const MIN_COMMON = 0.6;
/** Words of other letters alone that it takes to disprove a declared Western charset. */
const MIN_WORDS = 3;
/** These bytes are Icelandic letters in windows-1252, and Turkish ones in windows-1254. */
const TURKISH = new Set([0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe]);

/** Decodes bytes that are not UTF-8, with the charset in which they make most sense. */
export function byScript(bytes: Buffer): string {
  return iconv.decode(bytes, guessedCharset(bytes.subarray(0, SAMPLE)));
}

/** Whether a text that is declared as Western is surely not: whole words are of Arabic or Cyrillic letters. */
export function looksLikeOtherScript(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  const words = sample.toString('latin1').match(/[A-Za-z\u00c0-\u00ff]+/g) ?? [];
  const accented = words.filter((word) => /[\u00c0-\u00ff]/.test(word));
  const foreign = accented.filter((word) => /^[\u00c0-\u00ff]{3,}$/.test(word));
  if (foreign.length < MIN_WORDS || foreign.length * 2 < accented.length) return false;
  return isOtherScript(sample) && bestByLetters(sample).common >= MIN_COMMON;
}

function guessedCharset(sample: Buffer): string {
  const hasTwoBytes = isOtherScript(sample) || sample.some((byte) => byte >= 0x80 && byte < 0xa0);
  const found = hasTwoBytes ? twoBytes(sample) : null;
  if (found && found.confidence >= SURE) return found.name;
  if (!isOtherScript(sample))
    return sample.some((byte) => TURKISH.has(byte)) ? 'windows-1254' : 'windows-1252';
  const { label, common } = bestByLetters(sample);
  return common < MIN_COMMON && found ? found.name : label;
}

/** The most probable charset of two bytes for a character in which no byte is left over. */
function twoBytes(sample: Buffer): { name: string; confidence: number } | null {
  const fitting = analyse(sample)
    .filter(({ name }) => OF_TWO_BYTES.includes(name))
    .filter(({ name }) => !iconv.decode(sample, name).slice(0, -1).includes('\ufffd'))
    .sort(
      (a, b) => b.confidence - a.confidence || OF_TWO_BYTES.indexOf(a.name) - OF_TWO_BYTES.indexOf(b.name),
    );
  return fitting[0] ?? null;
}

/** The 8-bit charset that gives the most frequent letters. @returns common: their share, from 0 to 1 */
function bestByLetters(sample: Buffer): { label: string; common: number } {
  let high = 0;
  for (const byte of sample) if (byte > 0x7f) high++;
  let best = { label: 'windows-1256', common: -1 };
  for (const label of BY_LETTERS) {
    let common = 0;
    for (const letter of iconv.decode(sample, label)) if (COMMON.test(letter)) common++;
    if (common > best.common) best = { label, common };
  }
  return { label: best.label, common: best.common / Math.max(high, 1) };
}

/** Whether non-ASCII letters are adjacent. In Western languages, accented letters stand alone among ASCII letters. */
function isOtherScript(sample: Buffer): boolean {
  let high = 0;
  let beside = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i]! < 0xa0) continue;
    high++;
    if (i > 0 && sample[i - 1]! >= 0xa0) beside++;
  }
  return high >= 4 && beside * 2 > high;
}
