import { DateTime } from 'luxon';
import { type FieldFault, type Localized, toAsciiDigits } from '#wasl/kernel';

/** The parts of a service question needed to validate answers. */
export interface Question {
  code: string;
  variable: boolean;
  datatype: string;
  required: boolean;
  values: { key: string; name: Localized }[];
}

/** Answers by the code of their question. */
export type Answers = Record<string, string[]>;

const MAX_LINE_LENGTH = 500;
const MAX_TEXT_LENGTH = 4_000;
const NUMBER = /^[+-]?\d{1,15}(?:[.,]\d{1,10})?$/;

/**
 * Validates answers against the questions of a service. Answers to unknown questions are ignored, because programs
 * also send fields meant for other cities.
 */
export function readAnswers(
  questions: readonly Question[],
  given: ReadonlyMap<string, string[]>,
): { answers: Answers; faults: FieldFault[] } {
  const answers: Answers = {};
  const faults: FieldFault[] = [];
  for (const question of questions) {
    if (!question.variable) continue;
    const path = `attribute[${question.code}]`;
    const values = [...new Set(given.get(question.code) ?? [])];
    if (values.length === 0) {
      if (question.required) faults.push({ path, code: 'required' });
      continue;
    }
    const code = faultOf(question, values);
    if (code) faults.push({ path, code });
    else answers[question.code] = values.map((value) => stored(question, value));
  }
  return { answers, faults };
}

function faultOf(question: Question, values: string[]): string | null {
  if (values.length > 1 && question.datatype !== 'multivaluelist') return 'too_many';
  const [first] = values as [string];
  switch (question.datatype) {
    case 'singlevaluelist':
    case 'multivaluelist':
      return values.every((value) => question.values.some(({ key }) => key === value)) ? null : 'choice';
    case 'number':
      return NUMBER.test(toAsciiDigits(first)) ? null : 'number';
    case 'datetime':
      return DateTime.fromISO(toAsciiDigits(first)).isValid ? null : 'date';
    case 'text':
      return first.length > MAX_TEXT_LENGTH ? 'too_long' : null;
    default:
      if (first.length > MAX_LINE_LENGTH) return 'too_long';
      return first.includes('\n') ? 'control_character' : null;
  }
}

function stored(question: Question, value: string): string {
  const digits = question.datatype === 'number' || question.datatype === 'datetime';
  return digits ? toAsciiDigits(value) : value;
}
