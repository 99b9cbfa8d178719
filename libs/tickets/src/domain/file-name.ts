const UNSAFE = /[\u0000-\u001f\u007f"*/:<>?\\|\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const LONGEST = 120;

/**
 * A file's name as it may be shown and saved: no path, control, direction or zero-width characters (`exe.gpj` must not
 * read as `jpg.exe`), no leading dots, at most 120 characters with its ending kept.
 */
export function cleanFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const clean = base
    .normalize('NFC')
    .replace(UNSAFE, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (clean === '') return 'file';
  if (clean.length <= LONGEST) return clean;
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 && clean.length - dot <= 10 ? clean.slice(dot) : '';
  return clean.slice(0, LONGEST - ending.length) + ending;
}
