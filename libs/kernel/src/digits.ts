const DIGIT = /(?![0-9])\p{Nd}/gu;
/** No keyboard types the digits beyond it. */
const LAST_OF_BASIC_PLANE = 0xffff;
const ROW = 0xf;
/** Rows of sixteen characters begin with the zero, as ٠ does, or have it in the seventh place, as ० has. */
const LATE_ZERO = 6;

/**
 * Turns the decimal digits of any script (٠١٢, ۰۱۲, ०१२, ০১২) into 012; everything else stays. People may type any
 * digits; we store ASCII. No text changes its length.
 */
export function toAsciiDigits(text: string): string {
  return text.replace(DIGIT, (digit) => {
    const code = digit.codePointAt(0)!;
    if (code > LAST_OF_BASIC_PLANE) return digit;
    const place = code & ROW;
    const beginsRow = /^\p{Nd}$/u.test(String.fromCharCode(code - place));
    return String(beginsRow ? place : place - LATE_ZERO);
  });
}
