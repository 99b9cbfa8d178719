const ORIENTATION = 0x0112;

/**
 * @param tiff the EXIF data.
 * @returns from 1 to 8; 1 when it is missing or unreadable
 */
export function orientationIn(tiff: Buffer): number {
  try {
    return read(tiff) ?? 1;
  } catch (error) {
    if ((error as Error).name === 'RangeError') return 1;
    throw error;
  }
}

function read(tiff: Buffer): number | undefined {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const count = short(directory);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + 12 * i;
    if (short(entry) !== ORIENTATION) continue;
    const value = short(entry + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}
