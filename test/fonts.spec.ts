import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { convert } from 'fontverter';
import { Blob, Buffer as Line, Face, Font, shape } from 'harfbuzzjs';
import { type BuiltFont, charactersOf, FONTS, WEIGHTS } from '../apps/local/build/fonts.mjs';

const root = join(import.meta.dirname, '..');

/** Files with texts of the console and the portal, and with the refusals and names of services that both show. */
const FOLDERS: [string, RegExp][] = [
  ['apps/console/src/i18n', /\.json$/],
  ['apps/portal/src/texts', /^(?!.*spec).*\.ts$/],
  ['libs/platform/src/http', /^(problems|field-faults)\.\w+\.ts$/],
  ['libs/country/src/profiles', /\.(json|ts)$/],
];
/** The fonts have no arrows; every system does. */
const OF_THE_SYSTEM = new Set('←→\n');

const texts = FOLDERS.flatMap(([folder, name]) =>
  readdirSync(join(root, folder))
    .filter((file) => name.test(file))
    .map((file) => ({ file, text: unescaped(readFileSync(join(root, folder, file), 'utf8')) })),
);

function unescaped(source: string): string {
  return source.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

async function openFont(file: string): Promise<Font> {
  const content = await convert(readFileSync(join(root, 'dist/fonts', `${file}.woff2`)), 'sfnt');
  return new Font(new Face(new Blob(Uint8Array.from(content))));
}

/** The outlines of a text and where they stand: what a reader sees. */
function drawn(font: Font, text: string) {
  const line = new Line();
  line.addText(text);
  line.guessSegmentProperties();
  shape(font, line);
  return line
    .getGlyphInfosAndPositions()
    .map(({ codepoint, xAdvance, xOffset, yOffset }) => [
      font.glyphToPath(codepoint),
      xAdvance,
      xOffset,
      yOffset,
    ])
    .filter(([outline, advance]) => outline !== '' || advance !== 0);
}

describe('the small fonts', () => {
  const weights = [...new Set(Object.values(WEIGHTS).flat())];
  const pairs = FONTS.flatMap((font) => weights.map((weight) => ({ font, weight })));
  const opened = new Map<string, { small: Font; whole: Font }>();
  const of = ({ name }: BuiltFont, weight: number) => opened.get(`${name}-${weight}`)!;
  beforeAll(async () => {
    for (const { font, weight } of pairs)
      opened.set(`${font.name}-${weight}`, {
        small: await openFont(`${font.name}-${weight}`),
        whole: await openFont(`${font.name}-whole-${weight}`),
      });
  });

  it.each(texts.map(({ file, text }) => [file, text]))('have every character of %s', (_file, text) => {
    const ranges = new Set(FONTS.flatMap(({ first }) => charactersOf(first)));
    const missing = [...new Set(text)].filter((one) => !ranges.has(one) && !OF_THE_SYSTEM.has(one));
    expect(missing).toEqual([]);
  });

  it.each(pairs)('have what the browser looks for in them: $font.name $weight', ({ font, weight }) => {
    const { small, whole } = of(font, weight);
    const inSmall = new Set(small.face.collectUnicodes());
    const inWhole = new Set(whole.face.collectUnicodes());
    const wanted = charactersOf(font.first).map((one) => one.codePointAt(0)!);
    expect(wanted.filter((code) => inWhole.has(code) && !inSmall.has(code))).toEqual([]);
    const nowhere = wanted.filter((code) => !inWhole.has(code)).map((code) => String.fromCodePoint(code));
    // The controls of direction are obeyed, and not drawn.
    expect(nowhere.filter((one) => !/\p{Bidi_Control}/u.test(one))).toEqual([]);
  });

  it.each(pairs)('draw texts as the whole ones do: $font.name $weight', ({ font, weight }) => {
    const { small, whole } = of(font, weight);
    const letters = new Set(charactersOf(font.first));
    const words = new Set(texts.flatMap(({ text }) => text.split(/[\s"'`]+/)));
    // a name of each kind too: with vowels, a ligature, Persian, Urdu and Kurdish letters
    for (const name of ['مُحَمَّد', 'الله', 'پژمان‌گل', 'چوہدری', 'ڕێوار']) words.add(name);
    const own = [...words].filter((word) => word !== '' && [...word].every((one) => letters.has(one)));
    expect(own.length).toBeGreaterThan(1_000);
    for (const word of own) expect([word, drawn(small, word)]).toEqual([word, drawn(whole, word)]);
  });
});
