import type { Parameterised } from './parameters.js';
import type { Part } from './part-tree.js';

/** The file name of a part: from its disposition, else from its type. */
export function fileName(part: Part, disposition: Parameterised): string | null {
  const name = disposition.parameters.get('filename') ?? part.content.parameters.get('name') ?? '';
  const line = name.replace(/[\r\n\t\0]+/g, ' ').trim();
  return line === '' ? null : line;
}

/** The file name of a part that was sent without one. @param subject of an attached mail */
export function defaultFileName(type: string, subject: string): string {
  if (type === 'message/rfc822' || type === 'message/global')
    return subject ? `${subject.slice(0, 100)}.eml` : 'message.eml';
  return NAMES[type] ?? `${type.startsWith('image/') ? 'image' : 'attachment'}${EXTENSIONS[type] ?? ''}`;
}

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
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'text/html': '.html',
  'text/csv': '.csv',
};
