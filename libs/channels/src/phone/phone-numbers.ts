import { type CountryProfile, normalizePhone } from '#wasl/country';

/** What PBXs put around a number: `sip:+97317000001@pbx.example;user=phone`, `tel:…`, a display name. */
const SIP = /^(?:.*<)?(?:sips?|tel):([^@;>]*)/i;

/** A caller's number in E.164, or a short code; null when withheld or invalid. */
export function callerNumber(text: string | null, country: CountryProfile): string | null {
  return text ? normalizePhone(withoutScheme(text), country) : null;
}

/** The dialled number; one outside every numbering plan (an extension, a name) stays as dialled. */
export function dialledNumber(text: string, country: CountryProfile): string {
  return normalizePhone(withoutScheme(text), country) ?? withoutScheme(text);
}

function withoutScheme(text: string): string {
  return (SIP.exec(text)?.[1] ?? text).trim().slice(0, 40);
}
