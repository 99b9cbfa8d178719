// Makes the fonts of the console and the portal: of each a small file with what their texts and most names are written
// in, and beside it the whole one, which browsers load when a page has another character.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from './sources.mjs';

const RECIPE = ['package-lock.json', 'apps/local/build/fonts.mjs'];
/** The identifiers of the licence and of its address, which the fonts must keep. */
const LICENCE_NAMES = [13, 14];

/** The weights that each surface uses. */
export const WEIGHTS = { console: [400, 600], portal: [400, 700] };

/** `first` and `whole` are the ranges of characters for which a browser loads the small and the whole file. */
export const FONTS = [
  {
    name: 'latin',
    family: 'Noto Sans',
    source: 'noto-sans/files/noto-sans-latin',
    // English and French with their punctuation, and the isolates, which have no glyph and need no other font
    first:
      'U+20-7E, U+A0, U+AB, U+B0, U+B7, U+BB, U+C0, U+C2, U+C7-CB, U+CE-CF, U+D4, U+D7, U+D9, U+DB, U+E0, U+E2, U+E7-EB, U+EE-EF, U+F4, U+F7, U+F9, U+FB, U+152-153, U+2013-2014, U+2018-2019, U+201C-201D, U+2022, U+2026, U+2066-2069, U+2212',
    whole:
      'U+A1-FF, U+131, U+152-153, U+2BB-2BC, U+2C6, U+2DA, U+2DC, U+300-301, U+303-304, U+308-309, U+323, U+329, U+2002, U+2009, U+200B, U+201A, U+201E, U+2032-2033, U+2039-203A, U+2044, U+20AC, U+2122',
  },
  {
    name: 'arabic',
    family: 'Noto Sans Arabic',
    source: 'noto-sans-arabic/files/noto-sans-arabic-arabic',
    // Arabic, and the letters of Persian, Urdu and Kurdish: those of a word should be in one file, so that they join
    first:
      'U+60C, U+61B, U+61F, U+621-63A, U+640-655, U+660-66D, U+670-671, U+679, U+67E, U+686, U+688, U+691, U+695, U+698, U+6A4, U+6A9, U+6AD, U+6AF, U+6B5, U+6BA, U+6BE, U+6C0-6C3, U+6C6-6C8, U+6CB-6CE, U+6D0, U+6D2-6D5, U+6F0-6F9, U+200C-200F',
    whole:
      'U+600-6FF, U+750-77F, U+870-88E, U+890-891, U+897-8E1, U+8E3-8FF, U+2010-2011, U+204F, U+2E41, U+FB50-FDFF, U+FE70-FE74, U+FE76-FEFC',
  },
];

/** The characters of a range as it is written in a stylesheet. */
export function charactersOf(range) {
  return range.split(', ').flatMap((part) => {
    const [from, to = from] = part.slice(2).split('-');
    const first = parseInt(from, 16);
    return Array.from({ length: parseInt(to, 16) - first + 1 }, (_, at) => String.fromCodePoint(first + at));
  });
}

const fileOf = ({ source }, weight) =>
  fileURLToPath(import.meta.resolve(`@fontsource/${source}-${weight}-normal.woff2`));

export async function fontsAreStale(root) {
  const made = await readFile(stampFile(root), 'utf8').catch(() => '');
  return made !== (await digestOf(root, RECIPE));
}

/** Writes `dist/fonts`: the files, and the `@font-face` rules of each surface. */
export async function buildFonts(root) {
  const folder = join(root, 'dist/fonts');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const weights = [...new Set(Object.values(WEIGHTS).flat())];
  for (const font of FONTS) for (const weight of weights) await writeFont(folder, font, weight);
  for (const [surface, used] of Object.entries(WEIGHTS))
    await writeFile(join(folder, `${surface}.css`), used.flatMap(rulesOf).join('\n'));
  await writeFile(stampFile(root), await digestOf(root, RECIPE));
}

const stampFile = (root) => join(root, 'dist', '.fonts-stamp');

async function writeFont(folder, font, weight) {
  const { default: subset } = await import('subset-font');
  const whole = fileOf(font, weight);
  // All features of the layout are kept: the forms of letters, their ligatures, and where marks are put.
  const small = await subset(await readFile(whole), charactersOf(font.first).join(''), {
    targetFormat: 'woff2',
    preserveNameIds: LICENCE_NAMES,
  });
  await writeFile(join(folder, `${font.name}-${weight}.woff2`), small);
  await copyFile(whole, join(folder, `${font.name}-whole-${weight}.woff2`));
}

/** Where ranges overlap the later rule holds. */
const rulesOf = (weight) =>
  FONTS.flatMap(({ name, family, first, whole }) => [
    rule(family, weight, `${name}-whole-${weight}`, whole),
    rule(family, weight, `${name}-${weight}`, first),
  ]);

const rule = (family, weight, file, range) => `@font-face {
  font-family: '${family}';
  font-weight: ${weight};
  font-display: swap;
  src: url('${file}.woff2') format('woff2');
  unicode-range: ${range};
}`;
