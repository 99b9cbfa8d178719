export interface Statement {
  text: string;
  values: unknown[];
}

const merged = new Map<string, string>();

/**
 * Merges several INSERTs into one statement: all but the last become data-modifying CTEs, with their parameters
 * renumbered. PostgreSQL runs them on one snapshot and checks foreign keys at the end, so none may read what another
 * writes. This saves messages: for a small row, parsing, binding and the reply cost more than the insert itself.
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
  let offset = 0;
  const numbered = statements.map(({ text, values }) => {
    const shift = offset;
    offset += values.length;
    return text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + shift}`);
  });
  const last = numbered.pop()!;
  return `WITH ${numbered.map((text, n) => `w${n} AS (${text})`).join(',\n')}\n${last}`;
}
