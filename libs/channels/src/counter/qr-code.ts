import QRCode from 'qrcode';

/** A code as a picture of one path, in modules; the quiet zone around it is included. */
export interface QrPicture {
  size: number;
  path: string;
}

/** What readers ask for around a code. */
const QUIET = 4;

/** A run of dark modules in a row is one rectangle, so that no line shows between them in print. */
export function qrPicture(text: string): QrPicture {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const runs: string[] = [];
  for (let y = 0; y < modules.size; y++) {
    let from = -1;
    for (let x = 0; x <= modules.size; x++) {
      const dark = x < modules.size && modules.get(y, x) === 1;
      if (dark && from < 0) from = x;
      if (!dark && from >= 0) {
        runs.push(`M${from + QUIET} ${y + QUIET}h${x - from}v1h-${x - from}z`);
        from = -1;
      }
    }
  }
  return { size: modules.size + 2 * QUIET, path: runs.join('') };
}
