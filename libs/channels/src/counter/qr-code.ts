import QRCode from 'qrcode';

/** A QR code as one SVG path, in modules, including the quiet zone. */
export interface QrPicture {
  size: number;
  path: string;
}

/** The quiet zone that readers require. */
const QUIET_ZONE = 4;

/** Each run of dark modules is one rectangle, so that no gaps show in print. */
export function qrPicture(text: string): QrPicture {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const runs: string[] = [];
  for (let y = 0; y < modules.size; y++) {
    let from = -1;
    for (let x = 0; x <= modules.size; x++) {
      const dark = x < modules.size && modules.get(y, x) === 1;
      if (dark && from < 0) from = x;
      if (!dark && from >= 0) {
        runs.push(`M${from + QUIET_ZONE} ${y + QUIET_ZONE}h${x - from}v1h-${x - from}z`);
        from = -1;
      }
    }
  }
  return { size: modules.size + 2 * QUIET_ZONE, path: runs.join('') };
}
