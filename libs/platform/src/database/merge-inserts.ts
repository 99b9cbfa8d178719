export interface Statement {
  text: string;
  values: unknown[];
}

const merged = new Map<string, string>();

/**
 * Several INSERTs as one statement: all but the last become data-modifying WITH queries, their parameters numbered on.
 * PostgreSQL carries them out together on one snapshot and checks foreign keys at the end, so none may read what another
 * writes. One message instead of many is what makes it worth while: for a small row, parsing, binding and answering
 * cost more than the row.
 * @param statements at least one, each a plain INSERT without a WITH of its own
 */
export function mergeInserts(statements: Statement[]): Statement {
  if (statements.length === 1) return statements[0]!;
  const key = statements.map((statement) => statement.text).join('\n;');
  let text = merged.get(key);
  if (text === undefined) {
    text = textOf(statements);
    merged.set(key, text);
  }
  return { text, values: statements.flatMap((statement) => statement.values) };
}

function textOf(statements: Statement[]): string {
  let before = 0;
  const numbered = statements.map(({ text, values }) => {
    const shift = before;
    before += values.length;
    return text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + shift}`);
  });
  const last = numbered.pop()!;
  return `WITH ${numbered.map((text, n) => `w${n} AS (${text})`).join(',\n')}\n${last}`;
}
