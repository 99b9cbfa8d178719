/** A part of a message that can be collapsed: quoted text or a signature. Offsets in UTF-16 units, `to` exclusive. */
export interface QuotedRange {
  kind: 'quoted' | 'signature';
  from: number;
  to: number;
}

interface Line {
  /** without direction marks and surrounding white space */
  text: string;
  from: number;
  to: number;
}

const INVISIBLE_CHARACTERS = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const MAX_ATTRIBUTION_LENGTH = 400;
const MAX_SIGNATURE_LINES = 15;

/**
 * Finds the parts of a message that can be collapsed: the history that mail programs add, in Arabic, English and
 * French, and the signature. Text written between or below quotes is kept; so is a forwarded mail, which is usually the
 * subject itself. When nothing else would remain, nothing is collapsed.
 */
export function quotedRangesOf(text: string): QuotedRange[] {
  const lines = linesOf(text);
  const quoted = quoteLineRanges(lines);
  const signature = signatureRange(lines, quoted[0]?.[0] ?? lines.length, quoted);
  const ranges = [
    ...quoted.map(([from, to]) => ({ kind: 'quoted' as const, from, to })),
    ...(signature ? [{ kind: 'signature' as const, from: signature[0], to: signature[1] }] : []),
  ].sort((a, b) => a.from - b.from);
  const isFolded = (index: number) => ranges.some(({ from, to }) => index >= from && index < to);
  if (!lines.some((line, index) => line.text !== '' && !isFolded(index))) return [];
  return ranges.map(({ kind, from, to }) => ({ kind, from: lines[from]!.from, to: lines[to - 1]!.to }));
}

function linesOf(text: string): Line[] {
  let from = 0;
  return text.split('\n').map((line) => {
    const start = from;
    from += line.length + 1;
    return { text: line.replace(INVISIBLE_CHARACTERS, '').trim(), from: start, to: start + line.length };
  });
}

type Range = [from: number, to: number];

/** Ranges of lines, in order: blocks of `>` with their introductory line, and last a history to the end. */
function quoteLineRanges(lines: Line[]): Range[] {
  const end = historyStart(lines);
  const ranges: Range[] = [];
  for (let i = 0; i < end; i++) {
    if (!lines[i]!.text.startsWith('>')) continue;
    const introductionStart = attributionBefore(lines, i);
    let last = i;
    for (
      let next = i + 1;
      next < end && (lines[next]!.text.startsWith('>') || lines[next]!.text === '');
      next++
    )
      if (lines[next]!.text !== '') last = next;
    ranges.push([Math.max(introductionStart, ranges.at(-1)?.[1] ?? 0), last + 1]);
    i = last;
  }
  if (end < lines.length) ranges.push([end, lastNonEmptyLine(lines) + 1]);
  return ranges.filter(([from, to]) => from < to);
}

function lastNonEmptyLine(lines: Line[]): number {
  return lines.findLastIndex(({ text }) => text !== '');
}

/** First line of a history without `>` that goes on to the end; the number of lines when there is none. */
function historyStart(lines: Line[]): number {
  const lastMarked = lines.findLastIndex(({ text }) => text.startsWith('>'));
  const last = lastNonEmptyLine(lines);
  for (let i = 0; i < lines.length; i++) {
    if (isDivider(lines[i]!.text)) return i;
    if (headerBlockAt(lines, i) && !isForwarded(lines, i)) return startOfDivider(lines, i);
    const after = attributionAt(lines, i);
    if (after > 0 && lastMarked < after && last >= after) return i;
  }
  return lines.length;
}

const DIVIDERS = [
  /^-{2,10} ?(?:original (?:message|appointment)|message d['’]origine|message initial) ?-{2,10}$/i,
  /^-{2,10} ?(?:رسالة أصلية|الرسالة الأصلية|الرسالة الاصلية) ?-{2,10}$/,
];
const isDivider = (line: string) => line.length < 60 && DIVIDERS.some((pattern) => pattern.test(line));

/** The first words of the header lines that Outlook and similar programs put above an older mail. */
const HEADER = {
  from: /^\*?(?:from|de|من|expéditeur) ?:\*?\s*\S/i,
  others:
    /^\*?(?:sent|date|to|cc|subject|envoyé(?: le)?|à|objet|إلى|الى|نسخة|الموضوع|تم الإرسال|تاريخ الإرسال|التاريخ|أرسلت|أُرسلت|تاريخ) ?:\*?/i,
};

function headerBlockAt(lines: Line[], at: number): boolean {
  if (!HEADER.from.test(lines[at]!.text)) return false;
  const next = lines.slice(at + 1, at + 7).filter(({ text }) => HEADER.others.test(text));
  return next.length >= 2;
}

const FORWARDED =
  /^(?:-{2,10} ?(?:forwarded message|message transféré|رسالة معاد توجيهها|رسالة محولة|رسالة مُعاد توجيهها) ?-{2,10}|begin forwarded message ?:|début du message (?:réexpédié|transféré) ?:|بداية الرسالة (?:المعاد توجيهها|المُعاد توجيهها|المحولة) ?:)$/i;

function isForwarded(lines: Line[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 3; i--) if (FORWARDED.test(lines[i]!.text)) return true;
  return false;
}

/** Includes the line of underscores that Outlook puts above the header. */
function startOfDivider(lines: Line[], at: number): number {
  let above = at - 1;
  while (above >= 0 && lines[above]!.text === '') above--;
  return above >= 0 && /^[_-]{10,80}$/.test(lines[above]!.text) ? above : at;
}

const DIGIT = '[0-9\u0660-\u0669\u06f0-\u06f9]';
const ATTRIBUTIONS = [
  /^on\b.{6,380}\bwrote ?:$/i,
  /^le\b.{6,380}\ba écrit ?:$/i,
  /^.{2,300}\bwrote ?:$/i,
  /^.{2,300}\ba écrit ?:$/i,
  // «في الاثنين، 6 أكتوبر 2025 … كتب ليلى <…>:», Gmail's passive, and «كتب ليلى في …:»
  new RegExp(`^(?:في|بتاريخ|يوم)[ ،].{0,300}${DIGIT}.{0,300}(?:كتب|كتبت|كتب/كتبت|كتب/ت|كتابة).{0,300}[:：]$`),
  new RegExp(`^(?:كتب|كتبت|كتب/كتبت)[ \u00a0].{0,300}${DIGIT}.{0,300}[:：]$`),
  /^(?:كتب|كتبت) .{2,200}[:：]$/,
];

/** @returns the line after an attribution that begins here, possibly broken over three lines; 0 when there is none */
function attributionAt(lines: Line[], at: number): number {
  let joined = '';
  for (let i = at; i < Math.min(at + 3, lines.length); i++) {
    const { text } = lines[i]!;
    if (text === '' || joined.length + text.length > MAX_ATTRIBUTION_LENGTH) return 0;
    joined = joined ? `${joined} ${text}` : text;
    if (/[:：]$/.test(text)) return ATTRIBUTIONS.some((pattern) => pattern.test(joined)) ? i + 1 : 0;
  }
  return 0;
}

/** @returns the first line of the introduction to the quote at `at`, or `at` itself */
function attributionBefore(lines: Line[], at: number): number {
  let above = at - 1;
  while (above >= 0 && at - above < 3 && lines[above]!.text === '') above--;
  for (let i = Math.max(0, above - 2); i <= above; i++) if (attributionAt(lines, i) === above + 1) return i;
  return at;
}

const SIGNATURES = [
  /^sent from (?:my|the|outlook|yahoo|samsung|mail for|proton)\b.{0,80}$/i,
  /^get outlook for .{2,40}$/i,
  /^envoyé (?:de|depuis|à partir de) .{2,80}$/i,
  /^télécharger outlook pour .{2,40}$/i,
  /^(?:أ?ُ?رسلت?|تم الإرسال|مرسلة?|أُرسلت|أرسلت) (?:من|بواسطة|عبر) .{2,80}$/,
  /^(?:الحصول على|احصل على) outlook .{2,40}$/i,
];

/** From the signature mark to the first quote, or to the end. */
function signatureRange(lines: Line[], end: number, quoted: Range[]): Range | null {
  const last = lines.findLastIndex(({ text }, index) => index < end && text !== '');
  for (let i = 0; i <= last; i++) {
    const marked = /^--$/.test(lines[i]!.text) && last - i <= MAX_SIGNATURE_LINES;
    const mobile = last - i <= 2 && SIGNATURES.some((pattern) => pattern.test(lines[i]!.text));
    if (marked || mobile) return [i, last + 1];
  }
  return quoted.length > 0 && end < lines.length ? signatureAfterQuotes(lines, quoted) : null;
}

/** A signature below an answer that follows the quotes. */
function signatureAfterQuotes(lines: Line[], quoted: Range[]): Range | null {
  const from = quoted.at(-1)![1];
  const rest = lines.slice(from);
  const found = rest.length > 0 ? signatureRange(rest, rest.length, []) : null;
  return found && [found[0] + from, found[1] + from];
}
