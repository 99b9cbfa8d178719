import { DateTime } from 'luxon';
import { type FieldFault, type Localized, toAsciiDigits } from '#wasl/kernel';

/** A question of a service, as far as its answers are checked. */
export interface Question {
  code: string;
  variable: boolean;
  datatype: string;
  required: boolean;
  values: { key: string; name: Localized }[];
}

/** Answers by the code of their question. */
export type Answers = Record<string, string[]>;

const LONGEST_LINE = 500;
const LONGEST_TEXT = 4_000;
const NUMBER = /^[+-]?\d{1,15}(?:[.,]\d{1,10})?$/;

/**
 * Checks what was answered against what is asked. Answers to questions that the service does not ask are passed over:
 * programs send fields of other places along.
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
      return first.length > LONGEST_TEXT ? 'too_long' : null;
    default:
      if (first.length > LONGEST_LINE) return 'too_long';
      return first.includes('\n') ? 'control_character' : null;
  }
}

function stored(question: Question, value: string): string {
  const digits = question.datatype === 'number' || question.datatype === 'datetime';
  return digits ? toAsciiDigits(value) : value;
}
