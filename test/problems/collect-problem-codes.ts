import ts from 'typescript';
import type { ErrorKind } from '#wasl/kernel';

/** Helpers of the kernel that make an error, with its kind. */
const HELPERS: Record<string, ErrorKind> = {
  notFound: 'not_found',
  conflict: 'conflict',
  forbidden: 'forbidden',
  unauthorized: 'unauthorized',
  unprocessable: 'unprocessable',
};

export interface ThrownCode {
  kind: ErrorKind;
  code: string;
}

/** The codes that a source file can throw, with their kinds: every text given to a helper or to `new DomainError`. */
export function collectProblemCodes(file: string, text: string): ThrownCode[] {
  const found: ThrownCode[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'DomainError') {
      const [kind, code] = node.arguments ?? [];
      if (kind && code && ts.isStringLiteral(kind))
        found.push(...textsOf(code).map((one) => ({ kind: kind.text as ErrorKind, code: one })));
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const name = node.expression.text;
      const [first] = node.arguments;
      const texts = first ? textsOf(first) : [];
      if (HELPERS[name]) found.push(...texts.map((code) => ({ kind: HELPERS[name]!, code })));
      if (name === 'illegalTransition')
        found.push(...texts.map((of) => ({ kind: 'conflict' as const, code: `${of}.illegal_transition` })));
    }
    ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  visit(source);
  return found.filter(({ code }) => /^[a-z_]+(\.[a-z_]+)?$/.test(code));
}

/** The texts that an expression can be. */
function textsOf(expression: ts.Expression): string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isConditionalExpression(expression))
    return [...textsOf(expression.whenTrue), ...textsOf(expression.whenFalse)];
  if (ts.isParenthesizedExpression(expression)) return textsOf(expression.expression);
  return [];
}
