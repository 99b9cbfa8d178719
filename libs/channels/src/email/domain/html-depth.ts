const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements closed implicitly by the next of their kind, so that a run of them does not nest. */
const IMPLIED_END = new Set('p li dt dd option optgroup tr td th thead tbody tfoot'.split(' '));

/**
 * Whether elements nest deeper than `limit`. HTML parsers need time that grows with the square of the depth, so a
 * small mail of nothing but `<b>` could block all others; browsers flatten what is deeper than 512. One pass, in the
 * way a parser builds its stack.
 */
export function nestsDeeperThan(html: string, limit: number): boolean {
  const stack: string[] = [];
  const open = new Map<string, number>();
  for (const [, slash, tag] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]{0,30})/gi)) {
    const name = tag!.toLowerCase();
    if (VOID.has(name) || IMPLIED_END.has(name)) continue;
    if (!slash) {
      open.set(name, (open.get(name) ?? 0) + 1);
      if (stack.push(name) > limit) return true;
    } else if (open.get(name)) {
      let closed: string;
      do {
        closed = stack.pop()!;
        open.set(closed, open.get(closed)! - 1);
      } while (closed !== name);
    }
  }
  return false;
}
