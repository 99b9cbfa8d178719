import { type CountryProfile, normalizePhone } from '#wasl/country';

/** What exchanges put around a number: `sip:+97317000001@pbx.example;user=phone`, `tel:…`, a display name. */
const SIP = /^(?:.*<)?(?:sips?|tel):([^@;>]*)/i;

/** A caller's number in E.164, or a short code; null when it is withheld or is none. */
export function callerNumber(text: string | null, country: CountryProfile): string | null {
  return text ? normalizePhone(bare(text), country) : null;
}

/** The number dialled; one that is in no numbering plan (an extension, a name) stays as it was dialled. */
export function dialledNumber(text: string, country: CountryProfile): string {
  return normalizePhone(bare(text), country) ?? bare(text);
}

function bare(text: string): string {
  return (SIP.exec(text)?.[1] ?? text).trim().slice(0, 40);
}
