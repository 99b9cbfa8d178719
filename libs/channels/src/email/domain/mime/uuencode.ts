/** A file between `begin` and `end` in a text. */
export interface UuFile {
  name: string;
  content: Buffer;
}

const BEGIN = /^begin(?:-base64)? [0-7]{3,4} (\S[^\r\n]{0,200})$/;
const MAX_FILES = 50;
const NOTHING = Buffer.alloc(0);

/** Extracts uuencoded files from a text. @returns the text without them; null when there are none */
export function extractUuFiles(text: string): { text: string; files: UuFile[]; broken: boolean } | null {
  if (!/^begin(?:-base64)? [0-7]{3,4} \S/m.test(text)) return null;
  const lines = text.split('\n');
  const kept: string[] = [];
  const files: UuFile[] = [];
  let broken = false;
  for (let i = 0; i < lines.length; i++) {
    const name = files.length < MAX_FILES ? BEGIN.exec(lines[i]!.trimEnd())?.[1] : undefined;
    const file = name && readFile(lines, i);
    if (!name || !file) {
      kept.push(lines[i]!);
      continue;
    }
    files.push({ name: name.trim(), content: file.content });
    broken ||= !file.closed;
    i = file.last;
  }
  return files.length === 0 ? null : { text: kept.join('\n'), files, broken };
}

/** A whole body in this encoding. */
export function decodeUu(text: string): UuFile | null {
  return extractUuFiles(text.replace(/\r\n?/g, '\n'))?.files[0] ?? null;
}

/** @returns null when the lines after `begin` are not data but an ordinary sentence */
function readFile(lines: string[], begin: number): { content: Buffer; last: number; closed: boolean } | null {
  const base64 = lines[begin]!.startsWith('begin-base64');
  const pieces: Buffer[] = [];
  let found = 0;
  let i = begin + 1;
  for (; i < lines.length; i++) {
    const line = lines[i]!.replace(/\r$/, '');
    if (base64 ? /^={4}$/.test(line.trim()) : /^end\s*$/.test(line)) {
      return { content: Buffer.concat(pieces), last: i, closed: true };
    }
    const piece = base64 ? Buffer.from(line, 'base64') : uuLine(line);
    if (!piece) break;
    found++;
    if (piece.length > 0) pieces.push(piece);
  }
  return found === 0 ? null : { content: Buffer.concat(pieces), last: i - 1, closed: false };
}

/** One line: its length, then four characters for three bytes. @returns null when it is none */
function uuLine(line: string): Buffer | null {
  const trimmed = line.trimEnd();
  if (trimmed === '' || trimmed === '`') return NOTHING;
  if (!/^[ -`]+$/.test(line)) return null;
  const length = (line.charCodeAt(0) - 32) & 63;
  const needed = Math.ceil(length / 3) * 4;
  if (length === 0 || length > 45 || line.length - 1 > needed + 2 || trimmed.length - 1 < needed - 5)
    return null;
  const bytes = Buffer.alloc(Math.ceil(length / 3) * 3);
  const bits = (at: number) => ((line.charCodeAt(at) || 32) - 32) & 63;
  for (let group = 0, at = 1; group * 3 < length; group++, at += 4) {
    const value = (bits(at) << 18) | (bits(at + 1) << 12) | (bits(at + 2) << 6) | bits(at + 3);
    bytes.writeUIntBE(value, group * 3, 3);
  }
  return bytes.subarray(0, length);
}
