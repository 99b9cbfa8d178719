import type { ErrorKind, UiLanguage } from '#wasl/kernel';
import { HTTP_STATUS } from '../problem.js';
import { problemsAr } from '../problems.ar.js';
import { problemsEn } from '../problems.en.js';
import { pageTextsAr } from './page-texts.ar.js';
import { pageTextsEn } from './page-texts.en.js';
import { PROBLEM_KINDS } from './problem-kinds.generated.js';

type PageText = keyof typeof pageTextsEn;
const TEXTS = { ar: pageTextsAr, en: pageTextsEn };
const MEANINGS: Record<UiLanguage, Record<string, string>> = { ar: problemsAr, en: problemsEn };

const isFieldCode = (key: string) => key.startsWith('field.');

/** Every code that the API or the live connection answers. */
export const PROBLEM_CODES = Object.keys(problemsEn).filter(
  (key) => !key.startsWith('title.') && !isFieldCode(key),
);

/** Values that a text mentions are known only in an answer. */
const meaningOf = (key: string, language: UiLanguage) =>
  escaped(MEANINGS[language][key]!.replace(/\{\{[^}]*\}\}/g, '…'));

/** @returns the page about a code, or undefined when there is no such code */
export function problemPage(code: string, language: UiLanguage): string | undefined {
  if (!PROBLEM_CODES.includes(code)) return undefined;
  const texts = TEXTS[language];
  const kinds: (ErrorKind | 'internal')[] = code === 'internal' ? ['internal'] : (PROBLEM_KINDS[code] ?? []);
  const statuses = kinds.map((kind) => (kind === 'internal' ? 500 : HTTP_STATUS[kind])).join(', ');
  const own = texts[`do.code.${code}` as PageText] as string | undefined;
  const actions = own ? [own] : kinds.map((kind) => texts[`do.${kind}`]);
  return layout(language, code, [
    `<h1><code>${code}</code></h1>`,
    `<p>${texts.status}: ${statuses || texts.live}</p>`,
    `<h2>${texts.meaning}</h2><p>${meaningOf(code, language)}</p>`,
    ...(actions.length > 0
      ? [`<h2>${texts.action}</h2>${actions.map((text) => `<p>${escaped(text)}</p>`).join('')}`]
      : []),
    ...(code === 'request.invalid' ? [fieldCodes(language)] : []),
    `<p><a href="/problems?lang=${language}">${texts.all}</a></p>`,
  ]);
}

/** The list of all codes. */
export function problemIndex(language: UiLanguage): string {
  const texts = TEXTS[language];
  const items = PROBLEM_CODES.map(
    (code) =>
      `<dt><a href="/problems/${code}?lang=${language}"><code>${code}</code></a></dt><dd>${meaningOf(code, language)}</dd>`,
  );
  return layout(language, '', [
    `<h1>${texts.heading}</h1><p>${texts.intro}</p>`,
    `<dl>${items.join('')}</dl>`,
  ]);
}

function fieldCodes(language: UiLanguage): string {
  const texts = TEXTS[language];
  const items = Object.keys(problemsEn)
    .filter(isFieldCode)
    .map((key) => `<dt><code>${key.slice('field.'.length)}</code></dt><dd>${meaningOf(key, language)}</dd>`);
  return `<h2>${texts.fields}</h2><p>${texts.fieldsIntro}</p><dl>${items.join('')}</dl>`;
}

function layout(language: UiLanguage, code: string, parts: string[]): string {
  const [direction, other] = language === 'ar' ? ['rtl', 'en'] : ['ltr', 'ar'];
  const title = code || TEXTS[language].heading;
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Wasl</title>
<link rel="stylesheet" href="/problems/style.css">
</head>
<body>
<nav><a href="/problems${code && `/${code}`}?lang=${other}" lang="${other}" hreflang="${other}">${TEXTS[language].other}</a></nav>
<main>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

export const PROBLEM_STYLE = `:root { color-scheme: light dark; }
body { font: 1rem/1.6 system-ui, sans-serif; margin: 2rem auto; max-width: 44rem; padding: 0 1rem; }
nav { text-align: end; }
h1 { font-size: 1.5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.125rem; margin-block: 1.5rem 0; }
p { margin-block: 0.5rem; }
dt { margin-block-start: 0.75rem; }
dd { margin-inline-start: 1.5rem; }
code { direction: ltr; unicode-bidi: isolate; }
`;
