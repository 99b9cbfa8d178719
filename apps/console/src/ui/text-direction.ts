export type TextDirection = 'auto' | 'ltr' | 'rtl';

/** Types whose text is written left to right in every language. */
const LEFT_TO_RIGHT = new Set(['email', 'password', 'tel', 'url']);
const TEXT = new Set(['search', 'text']);

/** The direction of a control: the given one, or that of its type. Dates and files have one of their own. */
export function directionFor(type = 'text', given?: TextDirection): TextDirection | undefined {
  if (given) return given;
  if (LEFT_TO_RIGHT.has(type)) return 'ltr';
  return TEXT.has(type) ? 'auto' : undefined;
}
