import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(import.meta.dirname, '../..');
/** What follows the language of the browser instead of that of the page. */
const NATIVE = [
  /type=["'{]+(date|datetime-local|time|month|week)\b/,
  /\.toLocale(Date|Time)?String\(/,
  /DateTimeFormat\((\)|undefined|\[\]|navigator)/,
];

describe('dates of the console', () => {
  it('are entered and written by its own components, never by those of the browser', () => {
    const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !/\.spec\./.test(file),
    );
    const native = sources.filter((file) => {
      const text = readFileSync(join(SOURCES, file), 'utf8');
      return NATIVE.some((pattern) => pattern.test(text));
    });
    expect(sources.length).toBeGreaterThan(300);
    expect(native).toEqual([]);
  });
});
