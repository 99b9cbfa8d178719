/** What carriers everywhere, and people who know no carrier's rules, write to be left alone or heard again. */
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

/** Dots and spaces around, marks, and the forms of alef and hamza do not matter. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u064b-\u065f\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Whether a text is an order to us rather than something to be read by people. Only the whole text counts: "please stop
 * the noise at night" is a complaint.
 */
export function keywordIn(text: string): 'stop' | 'start' | null {
  if (text.length > 40) return null;
  const word = bare(text);
  if (STOP.includes(word)) return 'stop';
  return START.includes(word) ? 'start' : null;
}
