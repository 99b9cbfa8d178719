/**
 * The default alphabet of GSM 03.38 (3GPP TS 23.038, 6.2.1); characters of its extension table take two places.
 * Anything else makes the whole message UCS-2, as Arabic does.
 */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('\f^{}\\[~]|€');

/** The number of SMS segments: 160 or 70 characters when the text fits into one, else 153 or 67 each. */
export function smsSegments(text: string): number {
  const characters = [...text];
  const isGsm = characters.every((one) => BASIC.has(one) || EXTENDED.has(one));
  const length = isGsm ? characters.reduce((sum, one) => sum + (EXTENDED.has(one) ? 2 : 1), 0) : text.length;
  const [single, joined] = isGsm ? [160, 153] : [70, 67];
  return length <= single ? 1 : Math.ceil(length / joined);
}

/** Typographic characters of word processors; a single one would double the number of SMS of an English text. */
const PLAIN_EQUIVALENTS: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
};

/** The text with plain characters, if that makes it fit the default alphabet; otherwise unchanged. */
export function plainForSms(text: string): string {
  const plain = text.replace(/[‘’“”–—…\u00a0\u202f]/g, (sign) => PLAIN_EQUIVALENTS[sign]!);
  return [...plain].every((one) => BASIC.has(one) || EXTENDED.has(one)) ? plain : text;
}
