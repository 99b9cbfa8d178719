const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** What the next element of a kind closes, when it is innermost, so that a run of them does not nest. */
const CLOSED_BY: Record<string, string[]> = {
  p: ['p'],
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  option: ['option'],
  optgroup: ['option', 'optgroup'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  tr: ['tr', 'td', 'th'],
  thead: ['thead', 'tbody', 'tfoot'],
  tbody: ['thead', 'tbody', 'tfoot'],
  tfoot: ['thead', 'tbody', 'tfoot'],
};
/** Those are often left open in ordinary mail, so many more of them are tolerated. */
const TOLERANCE = 8;

/**
 * Whether elements nest deeper than `limit`. HTML parsers need time that grows with the square of the depth, so a
 * small mail of nothing but `<b>` could block all others; browsers flatten what is deeper than 512. One pass, in the
 * way a parser builds its stack.
 */
export function nestsDeeperThan(html: string, limit: number): boolean {
  const stack: string[] = [];
  const open = new Map<string, number>();
  let explicit = 0;
  const pop = () => {
    const closed = stack.pop()!;
    open.set(closed, open.get(closed)! - 1);
    if (!Object.hasOwn(CLOSED_BY, closed)) explicit--;
    return closed;
  };
  for (const [, slash, tag] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]{0,30})/gi)) {
    const name = tag!.toLowerCase();
    if (VOID.has(name)) continue;
    if (!slash) {
      const closes = Object.hasOwn(CLOSED_BY, name) ? CLOSED_BY[name] : undefined;
      while (closes?.includes(stack.at(-1)!)) pop();
      if (!closes) explicit++;
      open.set(name, (open.get(name) ?? 0) + 1);
      stack.push(name);
      if (explicit > limit || stack.length > limit * TOLERANCE) return true;
    } else if (open.get(name)) while (pop() !== name);
  }
  return false;
}
