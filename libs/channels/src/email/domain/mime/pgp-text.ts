const BEGIN = '-----BEGIN PGP SIGNED MESSAGE-----';
const SIGNATURE = '-----BEGIN PGP SIGNATURE-----';
const END = '-----END PGP SIGNATURE-----';

/** The text of a cleartext signature (RFC 9580, 7), without its armour. */
export function stripPgpArmour(text: string): string {
  const begin = text.indexOf(BEGIN);
  if (begin < 0) return text;
  const afterHeaders = text.indexOf('\n\n', begin);
  const signature = text.indexOf(`\n${SIGNATURE}`, afterHeaders);
  if (afterHeaders < 0 || signature < 0) return text;
  const end = text.indexOf(END, signature);
  const signed = text.slice(afterHeaders + 2, signature).replace(/^- /gm, '');
  return `${text.slice(0, begin)}${signed}${end < 0 ? '' : text.slice(end + END.length)}`.trim();
}
