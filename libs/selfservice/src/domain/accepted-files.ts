/**
 * The files that the public may attach: photographs, documents and plain text. Nothing that a program could execute.
 */
export const MAX_UPLOAD_MEGABYTES = 10;
export const MAX_UPLOADS_PER_TICKET = 5;

const TYPES: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
};
const PLAIN_TEXT_NAME = /\.(txt|csv|log)$/i;
/** Phones convert their own photo formats to JPEG when the page does not list them. */
export const ACCEPTED_EXTENSIONS = ['jpg', 'jpeg', ...Object.values(TYPES).slice(1), 'txt', 'csv'].map(
  (end) => `.${end}`,
);

/**
 * @param detected the type that the content itself shows, if any
 */
export function isAcceptedFile(name: string, content: Uint8Array, detected: string | undefined): boolean {
  if (content.length === 0) return false;
  if (detected) return detected in TYPES;
  return PLAIN_TEXT_NAME.test(name) && isPlainText(content);
}

/** UTF-8 without control characters, and not the start of an HTML page or SVG drawing. */
function isPlainText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text) && !/^\s*</.test(text);
  } catch {
    return false;
  }
}
