import type { Parameterised } from './parameters.js';
import type { Part } from './part-tree.js';

/** The file name of a part: from its disposition, else from its type. */
export function fileName(part: Part, disposition: Parameterised): string | null {
  const { parameters } = disposition;
  const given = [parameters.get('filename'), parameters.get('name'), part.content.parameters.get('name')];
  const names = given
    .map((name) =>
      unescaped((name ?? '').trim())
        .replace(/[\r\n\t\0]+/g, ' ')
        .trim(),
    )
    .filter((name) => name !== '');
  // A name whose encoding is broken counts only where there is no better one.
  const name = names.find((one) => !one.startsWith('=?')) ?? names[0];
  if (name === undefined) return null;
  return isMail(part.type) ? withExtension(name, '.eml') : name;
}

/** Some web mailers write a name as in an address, with every byte beyond ASCII as `%D8`. */
function unescaped(name: string): string {
  if (!/^(?:[^%\s]|%[0-9a-f]{2})+$/i.test(name) || !/%[89a-f]/i.test(name)) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The file name of a part that was sent without one. @param subject of an attached mail */
export function defaultFileName(type: string, subject: string): string {
  if (isMail(type)) return withExtension(subject.slice(0, 100).trim() || 'message', '.eml');
  const kind = /^(?:image|audio|video)(?=\/)/.exec(type)?.[0] ?? 'attachment';
  return NAMES[type] ?? `${kind}${EXTENSIONS[type] ?? ''}`;
}

export const isMail = (type: string) => type === 'message/rfc822' || type === 'message/global';

/** Mail programs name an attached mail by its subject, often without an extension. */
const withExtension = (name: string, extension: string) =>
  name.toLowerCase().endsWith(extension) ? name : `${name}${extension}`;

const NAMES: Record<string, string> = {
  'application/pgp-signature': 'signature.asc',
  'application/pgp-encrypted': 'version.asc',
  'application/pkcs7-signature': 'smime.p7s',
  'application/x-pkcs7-signature': 'smime.p7s',
  'message/delivery-status': 'delivery-status.txt',
  'message/global-delivery-status': 'delivery-status.txt',
  'message/disposition-notification': 'receipt.txt',
  'text/rfc822-headers': 'headers.txt',
  'text/calendar': 'invite.ics',
  'text/vcard': 'contact.vcf',
  'text/x-vcard': 'contact.vcf',
};
const EXTENSIONS: Record<string, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/jpg': '.jpg',
  'image/pjpeg': '.jpg',
  'image/svg+xml': '.svg',
  'image/tiff': '.tif',
  'image/bmp': '.bmp',
  'image/heic': '.heic',
  'audio/mpeg': '.mp3',
  'audio/mp4': '.m4a',
  'audio/wav': '.wav',
  'audio/ogg': '.ogg',
  'audio/amr': '.amr',
  'video/mp4': '.mp4',
  'video/quicktime': '.mov',
  'video/3gpp': '.3gp',
  'application/zip': '.zip',
  'application/x-zip-compressed': '.zip',
  'application/rtf': '.rtf',
  'application/json': '.json',
  'application/xml': '.xml',
  'application/msword': '.doc',
  'application/vnd.ms-excel': '.xls',
  'application/vnd.ms-powerpoint': '.ppt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
  'application/vnd.oasis.opendocument.text': '.odt',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'text/html': '.html',
  'text/csv': '.csv',
};
