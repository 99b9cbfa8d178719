import type { Action } from '../ui/actions.js';

/** Letters as people type them: without case, marks, and the forms of one Arabic letter. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .toLowerCase();

/** Actions whose name holds every word that was typed; those that begin with the first of them stand in front. */
export function foundActions(actions: readonly Action[], typed: string): Action[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const begins = (action: Action) =>
    Number(words[0] !== undefined && folded(action.label).startsWith(words[0]));
  return actions
    .filter(({ label }) => words.every((word) => folded(label).includes(word)))
    .sort((a, b) => begins(b) - begins(a));
}

/** A ticket number as people type or paste it, grouped; undefined when it cannot be one. */
export function numberTyped(typed: string): string | undefined {
  const digits = typed
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\s\u2066-\u2069\u200e\u200f#-]/g, '');
  return /^\d{12}$/.test(digits) ? digits.replace(/(\d{4})(?=\d)/g, '$1-') : undefined;
}
