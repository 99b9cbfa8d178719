import { type CountryProfile, normalizePhone } from '#wasl/country';
import { type Fault, MAX_LENGTH } from '../forms/validate-draft.js';
import { oneLine, plainText } from '../forms/draft.js';
import type { FormFields } from '../http/form-fields.js';
import type { Texts } from '../texts/index.js';

/** What a visitor typed at a kiosk. */
export interface KioskDraft {
  token: string;
  /** a service's code, or empty */
  service: string;
  message: string;
  name: string;
  phone: string;
}

/** Longer messages are not typed on a kiosk. */
export const MAX_KIOSK_MESSAGE_LENGTH = 2_000;

export const emptyKioskDraft = (token: string): KioskDraft => ({
  token,
  service: '',
  message: '',
  name: '',
  phone: '',
});

export const parseKioskDraft = (fields: FormFields): KioskDraft => ({
  token: fields.get('token'),
  service: oneLine(fields.get('service')).slice(0, 60),
  message: plainText(fields.get('message')),
  name: oneLine(fields.get('name')).trim(),
  phone: oneLine(fields.get('phone')).trim(),
});

export function validateKioskDraft(draft: KioskDraft, texts: Texts, country: CountryProfile): Fault[] {
  const faults: Fault[] = [];
  const message = draft.message.trim();
  if (message === '') faults.push({ field: 'message', text: texts.errors.required });
  if (message.length > MAX_KIOSK_MESSAGE_LENGTH)
    faults.push({ field: 'message', text: texts.errors.tooLong(MAX_KIOSK_MESSAGE_LENGTH) });
  if (draft.name.length > MAX_LENGTH.name)
    faults.push({ field: 'name', text: texts.errors.tooLong(MAX_LENGTH.name) });
  if (draft.phone !== '' && !normalizePhone(draft.phone, country))
    faults.push({ field: 'phone', text: texts.errors.phone });
  return faults;
}
