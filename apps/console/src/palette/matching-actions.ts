import type { Action } from '../ui/actions.js';

/** Normalises typed text: case, diacritics and variants of Arabic letters. */
const normalized = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .toLowerCase();

/** Actions whose name contains every typed word; those starting with the first word come first. */
export function matchingActions(actions: readonly Action[], typed: string): Action[] {
  const words = normalized(typed).split(/\s+/).filter(Boolean);
  const begins = (action: Action) =>
    Number(words[0] !== undefined && normalized(action.label).startsWith(words[0]));
  return actions
    .filter(({ label }) => words.every((word) => normalized(label).includes(word)))
    .sort((a, b) => begins(b) - begins(a));
}

/** A ticket number as typed or pasted, possibly grouped; undefined when it cannot be one. */
export function ticketNumberIn(typed: string): string | undefined {
  const digits = typed
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\s\u2066-\u2069\u200e\u200f#-]/g, '');
  return /^\d{12}$/.test(digits) ? digits.replace(/(\d{4})(?=\d)/g, '$1-') : undefined;
}
