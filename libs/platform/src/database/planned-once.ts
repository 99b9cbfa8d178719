const texts = new Map<string, string>();

/**
 * A statement that PostgreSQL plans once for each connection, whatever its values are. While it can see them it plans for
 * as many as a list has, finds that cheaper than a plan for lists of any length, and so plans anew each time; for a
 * statement that finds its rows by keys, planning costs more than they do. A value that comes out of a subquery is not
 * seen. Not for statements whose best plan depends on their values: filters that may be left out, ranges of time.
 * @param text whose values have their types beside them, as in `$1::uuid[]`
 */
export function plannedOnce(text: string): string {
  let planned = texts.get(text);
  if (planned === undefined) {
    // The type once more outside: without it, ANY would take the subquery for its list.
    planned = text.replace(/\$\d+::(\w+(?:\[\])?)/g, '(SELECT $&)::$1');
    texts.set(text, planned);
  }
  return planned;
}
