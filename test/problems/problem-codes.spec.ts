import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { ErrorKind } from '#wasl/kernel';
import { PROBLEM_KINDS, problemPage, problemTexts } from '#wasl/platform';
import { collectProblemCodes } from './collect-problem-codes.js';

const FILE = 'libs/platform/src/http/problem-pages/problem-kinds.generated.ts';
/** Thrown by the kernel's helpers, and by the error filter for errors of libraries. */
const OF_HELPERS: [ErrorKind, string][] = [
  ['invalid', 'request.invalid'],
  ['unauthorized', 'session.required'],
  ['forbidden', 'permission.denied'],
  ['stale', 'version.stale'],
  ['invalid', 'body.malformed'],
  ['unavailable', 'service.unavailable'],
];

function kindsInSources(): Record<string, string[]> {
  const files = ['libs', 'apps']
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => `${root}/${file}`),
    )
    .filter((file) => /\/src\/.*\.ts$/.test(file) && !/spec\.ts$|^apps\/console/.test(file));
  const thrown = files.flatMap((file) => collectProblemCodes(file, readFileSync(file, 'utf8')));
  const pairs = [...OF_HELPERS, ...thrown.map(({ kind, code }) => [kind, code] as const)];
  const codes = [...new Set(pairs.map(([, code]) => code))].sort();
  return Object.fromEntries(
    codes.map((code) => [
      code,
      [...new Set(pairs.filter(([, c]) => c === code).map(([kind]) => kind))].sort(),
    ]),
  );
}

describe('codes of problems', () => {
  const kinds = kindsInSources();

  it('should be listed with their kinds as the sources have them', () => {
    // Write the list anew with UPDATE_PROBLEM_KINDS=1 npm test -- problem-codes
    if (process.env.UPDATE_PROBLEM_KINDS === '1')
      writeFileSync(
        FILE,
        `import type { ErrorKind } from '#wasl/kernel';\n\n// Written by UPDATE_PROBLEM_KINDS=1 npm test -- problem-codes; not to be edited.\nexport const PROBLEM_KINDS: Record<string, ErrorKind[]> = ${JSON.stringify(kinds, null, 2)};\n`,
      );
    else expect(PROBLEM_KINDS).toEqual(kinds);
    expect(Object.keys(kinds).length).toBeGreaterThan(100);
  });

  it('should each have a text in every language, and a page with it', () => {
    // Add the text to libs/platform/src/http/problems.en.ts and problems.ar.ts.
    const without = Object.keys(kinds).filter(
      (code) => !problemTexts.exists(code, { lng: 'en', fallbackLng: [] }),
    );
    expect(without).toEqual([]);
    for (const language of ['ar', 'en'] as const) {
      for (const code of Object.keys(kinds)) {
        const page = problemPage(code, language);
        expect([code, page?.includes(`<code>${code}</code>`)]).toEqual([code, true]);
        expect(page).not.toMatch(/\{\{|undefined/);
      }
    }
  });
});
