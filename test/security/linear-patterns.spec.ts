import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');
const LENGTH = 8_000;
/** What is linear takes a millisecond; squares of the length take seconds. */
const MOST_MS = 100;
const FILLERS = [' ', 'a', '0', '.', '-', ';', '"', '\n', '<', ','];

interface Pattern {
  place: string;
  regex: RegExp;
}

/** Every pattern that stands in the code of what runs. */
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

/** Texts that make a pattern try again and again: its own letters, alone and in pairs, and an end that does not fit. */
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

describe('every pattern that is applied to what others send', () => {
  it('takes time in proportion to the text', () => {
    const all = patterns();
    expect(all.length).toBeGreaterThan(300);
    const slow = all
      .map(({ place, regex }) => ({ place, ms: slowest(regex) }))
      .filter(({ ms }) => ms > MOST_MS)
      .map(({ place, ms }) => `${place} took ${ms.toFixed(0)} ms`);
    expect(slow).toEqual([]);
  }, 900_000); // a minute or two of processor, which a busy machine gives slowly
});
