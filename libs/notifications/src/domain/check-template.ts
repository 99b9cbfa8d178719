import type { FieldFault } from '#wasl/kernel';
import { isPlaceholderName, type PlaceholderName, placeholder } from './placeholders.js';
import {
  MAX_LENGTHS,
  type TemplateMedium,
  type TemplateRules,
  type TemplateText,
} from './template-catalogue.js';
import {
  onlyPlaceholderIn,
  hasBrokenPlaceholder,
  linesOf,
  partsOf,
  type Part,
  placeholdersIn,
} from './template-text.js';

/** Control, direction and invisible characters: directions are set when the text is rendered. */
const INVISIBLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/;

/** @returns every fault, each with field and reason */
export function checkTemplate(
  { subject, body }: TemplateText,
  rules: TemplateRules,
  medium: TemplateMedium,
): FieldFault[] {
  return [
    ...(medium === 'mail'
      ? checkSubject(subject, rules)
      : subject === null
        ? []
        : [at('subject', 'unknown')]),
    ...checkText(body, 'body', { may: rules.body, must: rules.required, longest: MAX_LENGTHS.body[medium] }),
  ];
}

function checkSubject(subject: string | null, rules: TemplateRules): FieldFault[] {
  if (!subject?.trim()) return [at('subject', 'required')];
  if (/[\r\n\u2028\u2029]/.test(subject)) return [at('subject', 'line_break')];
  if (subject.length > MAX_LENGTHS.subject)
    return [at('subject', 'longer_than', { most: MAX_LENGTHS.subject })];
  return checkParts([partsOf(subject)], subject, 'subject', rules.subject);
}

/** Checks a text of several lines, and which placeholders may and must occur. */
export function checkText(
  text: string,
  path: string,
  {
    may,
    must,
    longest,
  }: { may: readonly PlaceholderName[]; must: readonly PlaceholderName[]; longest: number },
): FieldFault[] {
  if (text.trim() === '') return [at(path, 'required')];
  if (text.length > longest) return [at(path, 'longer_than', { most: longest })];
  const lines = linesOf(text);
  const known = lines.map((line) => placeholdersIn(line).filter(isPlaceholderName));
  return [
    ...checkParts(lines, text, path, may),
    ...lines.flatMap((line, n) =>
      known[n]!.filter((place) => isLink(place) && onlyPlaceholderIn(line) !== place).map((name) =>
        at(path, 'link_alone', { name }),
      ),
    ),
    ...must.flatMap((name) => checkRequired(name, known, path)),
  ];
}

function checkParts(
  lines: Part[][],
  text: string,
  path: string,
  may: readonly PlaceholderName[],
): FieldFault[] {
  const unknownNames = [...new Set(lines.flatMap(placeholdersIn))].filter(
    (name) => !may.includes(name as PlaceholderName),
  );
  return [
    ...(INVISIBLE.test(text) ? [at(path, 'control_character')] : []),
    ...(lines.some(hasBrokenPlaceholder) ? [at(path, 'placeholder_broken')] : []),
    ...unknownNames.map((name) => at(path, 'placeholder_unknown', { name })),
  ];
}

/** A required placeholder must be on a line that is always shown. */
function checkRequired(name: PlaceholderName, lines: PlaceholderName[][], path: string): FieldFault[] {
  const having = lines.filter((places) => places.includes(name));
  if (having.length === 0) return [at(path, 'placeholder_missing', { name })];
  const mayVanish = (places: PlaceholderName[]) => places.some((place) => placeholder(place).mayBeEmpty);
  if (!having.every(mayVanish)) return [];
  const other = having[0]!.find((place) => placeholder(place).mayBeEmpty)!;
  return [at(path, 'placeholder_may_vanish', { name, other })];
}

const isLink = (place: PlaceholderName) => placeholder(place).sort === 'link';
const at = (path: string, code: string, params: FieldFault['params'] = {}): FieldFault => ({
  path,
  code,
  params,
});
