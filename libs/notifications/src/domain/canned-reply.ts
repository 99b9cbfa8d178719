import type { FieldFault } from '#wasl/kernel';
import { checkText } from './check-template.js';
import type { PlaceholderName } from './placeholders.js';

/** The placeholders of canned replies; all values are known when an agent writes. */
export const CANNED_PLACEHOLDERS = [
  'requesterName',
  'ticketNumber',
  'subject',
  'agentName',
  'queueName',
  'expectedBy',
  'trackLink',
] as const satisfies PlaceholderName[];

const MAX_LENGTH = 4_000;

/** The text in one language. */
export interface CannedText {
  language: string;
  text: string;
}

/** @returns everything that is wrong with the texts of one canned reply */
export function checkCannedTexts(texts: CannedText[], languages: readonly string[]): FieldFault[] {
  if (texts.length === 0) return [{ path: 'texts', code: 'required' }];
  return texts.flatMap(({ language, text }, n) => [
    ...(languages.includes(language) ? [] : [{ path: `texts.${n}.language`, code: 'choice' }]),
    ...(texts.findIndex((other) => other.language === language) < n
      ? [{ path: `texts.${n}.language`, code: 'repeated' }]
      : []),
    ...checkText(text, `texts.${n}.text`, { may: CANNED_PLACEHOLDERS, must: [], longest: MAX_LENGTH }),
  ]);
}
