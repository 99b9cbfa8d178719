import { stringify } from 'yaml';

/**
 * Renders the subset of Go templates that our chart may use: if, else, range, variables, pipelines and a few
 * functions. Anything else is refused, so that a template rendered here means the same in Helm.
 */
export function render(template: string, root: object): string {
  const tokens = tokenise(template);
  const { nodes, rest } = parse(tokens);
  if (rest.length > 0) throw new Error(`"${rest[0]!.code}" closes nothing`);
  return nodes.map((node) => run(node, { dot: root, variables: { $: root } })).join('');
}

interface Token {
  text?: string;
  code?: string;
}
type Node =
  | { kind: 'text'; text: string }
  | { kind: 'print'; code: string }
  | { kind: 'set'; name: string; code: string }
  | { kind: 'if'; code: string; then: Node[]; otherwise: Node[] }
  | { kind: 'range'; names: string[]; code: string; body: Node[] };
interface Scope {
  dot: unknown;
  variables: Record<string, unknown>;
}

function tokenise(template: string): Token[] {
  const parts = template.split(/(\{\{-?[\s\S]*?-?\}\})/);
  return parts.map((part, i) => {
    if (i % 2 === 1) return { code: part.replace(/^\{\{-?\s*|\s*-?\}\}$/g, '') };
    let text = part;
    if (parts[i - 1]?.endsWith('-}}')) text = text.trimStart();
    if (parts[i + 1]?.startsWith('{{-')) text = text.trimEnd();
    return { text };
  });
}

function parse(tokens: Token[]): { nodes: Node[]; rest: Token[] } {
  const nodes: Node[] = [];
  while (tokens.length > 0) {
    const { text, code } = tokens[0]!;
    if (code === 'end' || code === 'else') return { nodes, rest: tokens };
    tokens = tokens.slice(1);
    if (text !== undefined) nodes.push({ kind: 'text', text });
    else {
      const parsed = parseCode(code!, tokens);
      nodes.push(parsed.node);
      tokens = parsed.rest;
    }
  }
  return { nodes, rest: [] };
}

function parseCode(code: string, tokens: Token[]): { node: Node; rest: Token[] } {
  const [, word, rest = ''] = /^(if|range)\s+([\s\S]*)$/.exec(code) ?? [];
  if (word === 'if') {
    const then = parse(tokens);
    const hasElse = then.rest[0]?.code === 'else';
    const otherwise = hasElse ? parse(then.rest.slice(1)) : { nodes: [], rest: then.rest };
    return {
      node: { kind: 'if', code: rest, then: then.nodes, otherwise: otherwise.nodes },
      rest: closed(otherwise.rest),
    };
  }
  if (word === 'range') {
    const [, names = '', list] = /^(?:(\$\w+(?:\s*,\s*\$\w+)?)\s*:=\s*)?([\s\S]*)$/.exec(rest)!;
    const body = parse(tokens);
    const node: Node = {
      kind: 'range',
      names: names.split(/\s*,\s*/).filter(Boolean),
      code: list!,
      body: body.nodes,
    };
    return { node, rest: closed(body.rest) };
  }
  const [, name, value] = /^(\$\w+)\s*:=\s*([\s\S]*)$/.exec(code) ?? [];
  return { node: name ? { kind: 'set', name, code: value! } : { kind: 'print', code }, rest: tokens };
}

function closed(tokens: Token[]): Token[] {
  if (tokens[0]?.code !== 'end') throw new Error('a block is not closed');
  return tokens.slice(1);
}

function run(node: Node, scope: Scope): string {
  const all = (nodes: Node[], inner: Scope) => nodes.map((one) => run(one, inner)).join('');
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'print': {
      const value = pipeline(node.code, scope);
      if (value === undefined || typeof value === 'object')
        throw new Error(`"${node.code}" is nothing to print`);
      return String(value);
    }
    case 'set':
      scope.variables[node.name] = pipeline(node.code, scope);
      return '';
    case 'if':
      return all(isTrue(pipeline(node.code, scope)) ? node.then : node.otherwise, scope);
    case 'range':
      return entriesOf(pipeline(node.code, scope))
        .map(([key, value]) => {
          const names =
            node.names.length === 2
              ? { [node.names[0]!]: key, [node.names[1]!]: value }
              : { [node.names[0] ?? '']: value };
          return all(node.body, { dot: value, variables: { ...scope.variables, ...names } });
        })
        .join('');
  }
}

const entriesOf = (value: unknown): [unknown, unknown][] =>
  Array.isArray(value)
    ? value.map((item, i) => [i, item])
    : // Go iterates over a map in key order.
      Object.entries((value ?? {}) as object).sort(([a], [b]) => (a < b ? -1 : 1));

/** Truth values as in Go templates. */
function isTrue(value: unknown): boolean {
  if (value !== null && typeof value === 'object') return Object.keys(value).length > 0;
  return Boolean(value);
}

const FUNCTIONS: Record<string, (...args: never[]) => unknown> = {
  quote: (value: unknown) => JSON.stringify(String(value)),
  list: (...items: unknown[]) => items,
  index: (from: Record<string, unknown>, key: string) => from[key],
  eq: (a: unknown, b: unknown) => a === b,
  ne: (a: unknown, b: unknown) => a !== b,
  printf: (format: string, ...values: unknown[]) => format.replace(/%s/g, () => String(values.shift())),
  toYaml: (value: unknown) => stringify(value, { lineWidth: 0 }).trimEnd(),
  nindent: (width: number, text: string) => `\n${text.replace(/^(?=.)/gm, ' '.repeat(width))}`,
};

function pipeline(code: string, scope: Scope): unknown {
  const stages = code.match(/(?:"[^"]*"|[^|"])+/g) ?? [];
  return stages.reduce<unknown>(
    (value, stage, i) => command(stage, scope, i === 0 ? [] : [value]),
    undefined,
  );
}

function command(code: string, scope: Scope, piped: unknown[]): unknown {
  const [head, ...rest] = code.match(/"[^"]*"|\S+/g) ?? [];
  const args = [...rest.map((word) => term(word, scope)), ...piped];
  const known = head && FUNCTIONS[head];
  if (known) return known(...(args as never[]));
  if (!head || args.length > 0) throw new Error(`the chart's templates are not held to "${code.trim()}"`);
  return term(head, scope);
}

function term(word: string, scope: Scope): unknown {
  if (word.startsWith('"')) return JSON.parse(word);
  if (/^\d+$/.test(word)) return Number(word);
  const [, start, path] = /^(\$\w*|)((?:\.\w+)*|\.)$/.exec(word) ?? [];
  if (start === undefined) throw new Error(`"${word}" is nothing that the chart's templates are held to`);
  const from = start ? scope.variables[start] : scope.dot;
  const names = path!.split('.').filter(Boolean);
  return names.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], from);
}
