import { existsSync, readFileSync } from 'node:fs';
import { clockText } from './format.js';

type Tree = { [key: string]: string | Tree };
const read = (language: string): Tree =>
  JSON.parse(readFileSync(new URL(`./${language}.json`, import.meta.url), 'utf8')) as Tree;

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) texts.set(inner, text);
  }
  return texts;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;
const FORMS = { ar: ['zero', 'one', 'two', 'few', 'many', 'other'], en: ['one', 'other'] };
const start = { ar: flatten(read('start.ar')), en: flatten(read('start.en')) };
const pages = { ar: flatten(read('ar')), en: flatten(read('en')) };
const texts = { ar: new Map([...start.ar, ...pages.ar]), en: new Map([...start.en, ...pages.en]) };
const baseKeys = (language: 'ar' | 'en') =>
  [...new Set([...texts[language].keys()].map((key) => key.replace(PLURAL, '')))].sort();
const holes = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((hole) => hole[1]).sort();

describe('texts', () => {
  it('has the same keys in Arabic and English', () => {
    expect(baseKeys('ar')).toEqual(baseKeys('en'));
  });

  it.each(['ar', 'en'] as const)('has every plural form of %s', (language) => {
    const plural = new Set(
      [...texts[language].keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')),
    );
    for (const key of plural) {
      for (const form of FORMS[language]) expect([...texts[language].keys()]).toContain(`${key}_${form}`);
    }
  });

  it('has no empty texts', () => {
    for (const language of ['ar', 'en'] as const) {
      expect([...texts[language]].filter(([, text]) => text.trim() === '')).toEqual([]);
    }
  });

  it('uses the same placeholders in both languages', () => {
    for (const [key, text] of texts.en) {
      const arabic = texts.ar.get(key);
      // a singular Arabic form may express the number as a word; the general form must include it
      if (arabic !== undefined && !/_(zero|one|two)$/.test(key))
        expect([key, holes(arabic)]).toEqual([key, holes(text)]);
    }
  });
});

describe('texts of the start', () => {
  it('are in one of the two files', () => {
    for (const language of ['ar', 'en'] as const)
      expect([...start[language].keys()].filter((key) => pages[language].has(key))).toEqual([]);
  });

  it('are all that is shown before somebody has signed in', () => {
    const sources = importedFrom(new URL('../main.tsx', import.meta.url));
    const used = sources.flatMap((source) => [...source.matchAll(/'([\w.]+)'/g)].map(([, word]) => word!));
    expect(used.filter((word) => start.en.has(word)).length).toBeGreaterThan(20);
    expect(used.filter((word) => pages.en.has(word))).toEqual([]);
  });
});

/** The sources that are loaded with this one: what it imports, and what that imports, but not what is imported later. */
function importedFrom(entry: URL): string[] {
  const files = new Set([entry.href]);
  const sources: string[] = [];
  for (const file of files) {
    const source = readFileSync(new URL(file), 'utf8');
    sources.push(source);
    for (const [, path] of source.matchAll(/^(?:import|export) (?!type )[^;]*?'(\..*?)\.js';/gm)) {
      const found = ['.ts', '.tsx']
        .map((type) => new URL(`${path}${type}`, file))
        .find((url) => existsSync(url));
      files.add(found!.href);
    }
  }
  return sources;
}

describe('clockText', () => {
  it.each([
    [0, '0:00'],
    [75, '1:15'],
    [3675, '1:01:15'],
    [-3, '0:00'],
  ])('writes %i seconds as %s', (seconds, text) => expect(clockText(seconds)).toBe(text));
});
