/** The usual opt-out and opt-in keywords of carriers, and what people write instead. */
const STOP = [
  'stop',
  'stopall',
  'unsubscribe',
  'end',
  'quit',
  'توقف',
  'ايقاف',
  'وقف',
  'الغاء',
  'الغاء الاشتراك',
];
const START = ['start', 'unstop', 'subscribe', 'ابدا', 'بدء', 'اشتراك', 'استئناف'];

/** Ignores punctuation, spaces, diacritics, and the variants of alef and hamza. */
const normalized = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u064b-\u065f\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Whether a text is an opt-out or opt-in keyword. Only the whole text counts: "please stop the noise at night" is a
 * complaint.
 */
export function keywordIn(text: string): 'stop' | 'start' | null {
  if (text.length > 40) return null;
  const word = normalized(text);
  if (STOP.includes(word)) return 'stop';
  return START.includes(word) ? 'start' : null;
}
