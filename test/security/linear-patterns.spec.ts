import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');
const LENGTH = 16_000;
/** A linear pattern takes about a millisecond; quadratic ones take seconds. */
const MOST_MS = 100;
const FILLERS = [' ', 'a', '0', '.', '-', ';', '"', '\n', '<', ','];

interface Pattern {
  place: string;
  regex: RegExp;
}

/** Every regular expression in production code. */
function patterns(): Pattern[] {
  const files = ['apps/api', 'apps/portal', 'apps/worker', 'libs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  );
  return files
    .filter((file) => /\/src\/.*\.tsx?$/.test(file) && !/spec\.ts$|^libs\/testing\//.test(file))
    .flatMap((file) => {
      const source = ts.createSourceFile(
        file,
        readFileSync(join(ROOT, file), 'utf8'),
        ts.ScriptTarget.Latest,
      );
      const found: Pattern[] = [];
      const visit = (node: ts.Node): void => {
        if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
          const [, text, flags] = /^\/(.*)\/([a-z]*)$/s.exec((node as ts.LiteralExpression).text)!;
          found.push({ place: `${file}: /${text}/${flags}`, regex: new RegExp(text!, flags) });
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    });
}

/** Inputs that cause backtracking: the pattern's own characters, alone and in pairs, with an end that does not match. */
function pumps({ source }: RegExp): string[] {
  const own = [...new Set(source.replace(/\\[a-zA-Z]/g, '').match(/[^\\()[\]{}|?*+^$]/gu) ?? [])].slice(
    0,
    12,
  );
  const letters = [...new Set([...own, ...FILLERS])];
  return [
    ...letters,
    ...own.slice(0, 6).flatMap((one) => FILLERS.map((filler) => one + filler)),
    own.join('') || ' ',
  ].map((piece) => piece.repeat(Math.ceil(LENGTH / piece.length)));
}

function slowest(regex: RegExp): number {
  return Math.max(
    ...pumps(regex).flatMap((text) =>
      [`${text}\u0001`, text].map((input) => {
        const once = () => {
          regex.lastIndex = 0;
          const start = process.cpuUsage();
          regex.test(input);
          const { user, system } = process.cpuUsage(start);
          return (user + system) / 1000;
        };
        const first = once();
        return first < MOST_MS ? first : Math.min(first, once(), once());
      }),
    ),
  );
}

describe('every regular expression applied to external input', () => {
  it('takes linear time', () => {
    const all = patterns();
    expect(all.length).toBeGreaterThan(300);
    const slow = all
      .map(({ place, regex }) => ({ place, ms: slowest(regex) }))
      .filter(({ ms }) => ms > MOST_MS)
      .map(({ place, ms }) => `${place} took ${ms.toFixed(0)} ms`);
    expect(slow).toEqual([]);
  }, 900_000); // one or two minutes of CPU time, more on a busy machine
});
