import { type CountryProfile, readCallerNumber, withoutAddress } from '#wasl/country';

/**
 * The number dialled, or of an agent who dials: E.164 or a short code; what is outside every numbering plan (an
 * extension, a name) stays as it is.
 */
export function dialledNumber(text: string, country: CountryProfile): string {
  return readCallerNumber(text, country).number ?? outsidePlans(withoutAddress(text)).slice(0, 40);
}

/** Digits are compared without separators. */
const outsidePlans = (text: string) => (/^[+\d\s().-]+$/.test(text) ? text.replace(/[\s().-]/g, '') : text);
