import { isEmail } from 'class-validator';
import { AUDIENCES, TICKET_KINDS } from '#wasl/contracts';
import { type CountryProfile, normalizePhone } from '#wasl/country';
import type { Texts } from '../texts/index.js';
import { type Draft, type DraftField, type Step } from './draft.js';

/** A validation error of one field, with its text. */
export interface Fault {
  field: DraftField | 'files' | 'website' | 'message' | 'score' | 'comment' | 'number' | 'code' | 'contact';
  text: string;
}

/** The same limits as in the public API. */
export const MAX_LENGTH = {
  subject: 200,
  description: 10_000,
  address: 500,
  name: 200,
  phone: 40,
  email: 254,
} as const;

/** Validates one page before the next is shown. */
export function validateStep(draft: Draft, step: Step, texts: Texts, country: CountryProfile): Fault[] {
  switch (step) {
    case 'matter':
      return faultsOfMatter(draft, texts);
    case 'place':
      return written(draft, 'address', texts, false);
    case 'you':
      return faultsOfYou(draft, texts, country);
    case 'check':
      return [];
  }
}

function faultsOfMatter(draft: Draft, texts: Texts): Fault[] {
  const known = (TICKET_KINDS as readonly string[]).includes(draft.kind);
  return [
    ...(known ? [] : [{ field: 'kind', text: texts.errors.choose } as Fault]),
    ...written(draft, 'subject', texts, true),
    ...written(draft, 'description', texts, true),
  ];
}

function faultsOfYou(draft: Draft, texts: Texts, country: CountryProfile): Fault[] {
  if (draft.audience === 'anonymous') return [];
  const faults: Fault[] = [];
  if (!(AUDIENCES as readonly string[]).includes(draft.audience))
    faults.push({ field: 'audience', text: texts.errors.choose });
  faults.push(...written(draft, 'name', texts, false));
  const phone = draft.phone.trim();
  const email = draft.email.trim();
  if (phone === '' && email === '') faults.push({ field: 'phone', text: texts.errors.contact });
  if (phone !== '' && !normalizePhone(phone, country))
    faults.push({ field: 'phone', text: texts.errors.phone });
  if (email !== '' && !(email.length <= MAX_LENGTH.email && isEmail(email))) {
    faults.push({ field: 'email', text: texts.errors.email });
  }
  return faults;
}

function written(draft: Draft, field: keyof typeof MAX_LENGTH, texts: Texts, required: boolean): Fault[] {
  const value = draft[field].trim();
  if (value === '') return required ? [{ field, text: texts.errors.required }] : [];
  return value.length > MAX_LENGTH[field] ? [{ field, text: texts.errors.tooLong(MAX_LENGTH[field]) }] : [];
}
