/**
 * The default alphabet of GSM 03.38 (3GPP TS 23.038, 6.2.1); characters of its extension table take two places.
 * Anything else makes the whole message UCS-2, as Arabic does.
 */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('\f^{}\\[~]|€');

/** Into how many SMS a text is cut: 160 or 70 characters when it fits into one, else 153 or 67 each. */
export function smsSegments(text: string): number {
  const characters = [...text];
  const isGsm = characters.every((one) => BASIC.has(one) || EXTENDED.has(one));
  const length = isGsm ? characters.reduce((sum, one) => sum + (EXTENDED.has(one) ? 2 : 1), 0) : text.length;
  const [alone, joined] = isGsm ? [160, 153] : [70, 67];
  return length <= alone ? 1 : Math.ceil(length / joined);
}

/** What word processors put in place of plain signs; one of them would make an English text cost twice as many SMS. */
const PLAIN: Record<string, string> = {
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

/** The text with plain signs, when that is all it takes to fit the default alphabet; otherwise as it was. */
export function plainForSms(text: string): string {
  const plain = text.replace(/[‘’“”–—…\u00a0\u202f]/g, (sign) => PLAIN[sign]!);
  return [...plain].every((one) => BASIC.has(one) || EXTENDED.has(one)) ? plain : text;
}
