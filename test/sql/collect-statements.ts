import { join } from 'node:path';
import ts from 'typescript';

export interface CollectedStatement {
  /** `libs/x/src/y.ts:12` */
  place: string;
  text: string;
}

export interface CollectedStatements {
  statements: CollectedStatement[];
  /** places whose text is put together at run time from what the sources do not say */
  unresolved: string[];
}

/** Methods of `Database`, `Tx` and of the readers made from them that take the text of a statement first. */
const METHODS = new Set(['query', 'send', 'insert']);
const RECEIVERS = new Set([
  'Database',
  'Tx',
  'Query',
  'Queryable',
  'PoolClient',
  'Client',
  'Pool',
  'ClientBase',
]);
const STATEMENT = /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|MERGE|VALUES)\b/;
/** A text with many alternatives is one statement with a few conditions; more than this is not followed. */
const MOST_ALTERNATIVES = 24;

type Scope = Map<ts.Symbol, ts.Expression>;

/**
 * The SQL statements of the sources: each first argument of `query`, `send` and `insert`, with constants, conditions and
 * functions of one expression followed to their texts. A condition gives a statement for each branch.
 */
export function collectStatements(root: string, files: string[]): CollectedStatements {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const program = ts.createProgram(files, { ...options, incremental: false, tsBuildInfoFile: undefined });
  const checker = program.getTypeChecker();
  const statements = new Map<string, CollectedStatement>();
  const unresolved: string[] = [];

  for (const file of program.getSourceFiles()) {
    if (!files.includes(file.fileName)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) readCall(file, node);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { statements: [...statements.values()], unresolved };

  function readCall(file: ts.SourceFile, call: ts.CallExpression): void {
    const argument = call.arguments[0];
    if (!argument || !isStatementCall(call)) return;
    const { line } = file.getLineAndCharacterOfPosition(call.getStart());
    const place = `${file.fileName.slice(root.length + 1)}:${line + 1}`;
    const texts = textsOf(argument, new Map());
    if (!texts) return void unresolved.push(place);
    for (const text of texts) if (STATEMENT.test(text)) statements.set(text, { place, text });
  }

  function isStatementCall({ expression }: ts.CallExpression): boolean {
    if (ts.isPropertyAccessExpression(expression) && METHODS.has(expression.name.text)) {
      const receiver = checker.getTypeAtLocation(expression.expression);
      const name = (receiver.aliasSymbol ?? receiver.getSymbol())?.name;
      return name !== undefined && RECEIVERS.has(name);
    }
    return ts.isIdentifier(expression) && expression.text === 'query';
  }

  /** Every text that an expression may have, or undefined where the sources do not tell. */
  function textsOf(node: ts.Expression, scope: Scope): string[] | undefined {
    if (ts.isStringLiteralLike(node)) return [node.text];
    if (ts.isNumericLiteral(node)) return [node.text];
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
      return textsOf(node.expression, scope);
    if (ts.isTemplateExpression(node)) {
      const parts = node.templateSpans.flatMap(({ expression, literal }) => [
        textsOf(expression, scope) ?? literalTypesOf(expression),
        [literal.text],
      ]);
      return combined([[node.head.text], ...parts]);
    }
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
      return combined([textsOf(node.left, scope), textsOf(node.right, scope)]);
    if (ts.isConditionalExpression(node)) {
      const [yes, no] = [textsOf(node.whenTrue, scope), textsOf(node.whenFalse, scope)];
      return yes && no && [...yes, ...no];
    }
    if (ts.isCallExpression(node)) return textsOfCall(node, scope);
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) return textsOfName(node, scope);
    return undefined;
  }

  function textsOfName(
    node: ts.Identifier | ts.PropertyAccessExpression,
    scope: Scope,
  ): string[] | undefined {
    const symbol = declared(node);
    const given = symbol && scope.get(symbol);
    if (given) return textsOf(given, scope);
    const declaration = symbol?.valueDeclaration;
    if (!declaration) return undefined;
    const initializer =
      ts.isVariableDeclaration(declaration) ||
      ts.isPropertyAssignment(declaration) ||
      ts.isPropertyDeclaration(declaration)
        ? declaration.initializer
        : undefined;
    const isFixed =
      !ts.isVariableDeclaration(declaration) ||
      (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
    return (initializer && isFixed ? textsOf(initializer, scope) : undefined) ?? literalTypesOf(node);
  }

  /** A function whose body is one expression, with its parameters replaced; `['a', 'b'].join(', ')`. */
  function textsOfCall(call: ts.CallExpression, scope: Scope): string[] | undefined {
    const { expression } = call;
    if (ts.isPropertyAccessExpression(expression) && expression.name.text === 'join') {
      const list = arrayOf(expression.expression);
      const separator = call.arguments[0] ? textsOf(call.arguments[0], scope) : [','];
      if (!list || separator?.length !== 1) return undefined;
      return combined(list.flatMap((item, n) => [...(n > 0 ? [separator] : []), textsOf(item, scope)]));
    }
    const declaration = declared(expression)?.valueDeclaration;
    const callee =
      declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : declaration;
    if (!callee || !(ts.isArrowFunction(callee) || ts.isFunctionDeclaration(callee))) return undefined;
    const body = returned(callee);
    if (!body) return undefined;
    const inner = new Map(scope);
    callee.parameters.forEach(({ name, initializer }, n) => {
      const value = call.arguments[n] ?? initializer;
      const symbol = ts.isIdentifier(name) && checker.getSymbolAtLocation(name);
      if (value && symbol && !refersTo(value, symbol)) inner.set(symbol, value);
    });
    return textsOf(body, inner);
  }

  function refersTo(value: ts.Expression, symbol: ts.Symbol): boolean {
    return ts.isIdentifier(value) && declared(value) === symbol;
  }

  function returned(callee: ts.ArrowFunction | ts.FunctionDeclaration): ts.Expression | undefined {
    const { body } = callee;
    if (!body) return undefined;
    if (!ts.isBlock(body)) return body;
    const [only] = body.statements;
    return body.statements.length === 1 && only && ts.isReturnStatement(only) ? only.expression : undefined;
  }

  function arrayOf(node: ts.Expression): readonly ts.Expression[] | undefined {
    if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return arrayOf(node.expression);
    if (ts.isArrayLiteralExpression(node))
      return node.elements.some((element) => ts.isSpreadElement(element)) ? undefined : node.elements;
    if (!ts.isIdentifier(node)) return undefined;
    const declaration = declared(node)?.valueDeclaration;
    return declaration && ts.isVariableDeclaration(declaration) && declaration.initializer
      ? arrayOf(declaration.initializer)
      : undefined;
  }

  function literalTypesOf(node: ts.Expression): string[] | undefined {
    const type = checker.getTypeAtLocation(node);
    const types = type.isUnion() ? type.types : [type];
    return types.every((one) => one.isStringLiteral() || one.isNumberLiteral())
      ? types.map((one) => String((one as ts.LiteralType).value))
      : undefined;
  }

  function declared(node: ts.Node): ts.Symbol | undefined {
    const symbol = checker.getSymbolAtLocation(node);
    return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  }
}

/** Every combination of one text of each part. */
function combined(parts: (string[] | undefined)[]): string[] | undefined {
  let texts: string[] = [''];
  for (const part of parts) {
    if (!part || texts.length * part.length > MOST_ALTERNATIVES) return undefined;
    texts = texts.flatMap((text) => part.map((more) => text + more));
  }
  return texts;
}
