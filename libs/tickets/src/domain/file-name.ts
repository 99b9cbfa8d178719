const UNSAFE = /[\u0000-\u001f\u007f"*/:<>?\\|\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const MAX_LENGTH = 120;

/**
 * A file name that is safe to show and save: no path, control, bidirectional or zero-width characters (`exe.gpj` must
 * not read as `jpg.exe`), no leading dots, at most 120 characters with the extension kept.
 */
export function cleanFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const clean = base
    .normalize('NFC')
    .replace(UNSAFE, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (clean === '') return 'file';
  if (clean.length <= MAX_LENGTH) return clean;
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 && clean.length - dot <= 10 ? clean.slice(dot) : '';
  return clean.slice(0, MAX_LENGTH - ending.length) + ending;
}
