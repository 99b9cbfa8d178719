export interface PictureSize {
  width: number;
  height: number;
}

/**
 * A picture's size from its header, without decoding anything.
 * @param type detected from the content
 * @returns null when the header does not tell, or is cut short
 */
export function pictureSize(content: Buffer, type: string): PictureSize | null {
  try {
    return sizeIn(content, type);
  } catch (error) {
    // By name: the class may come from another JavaScript realm.
    if ((error as Error).name === 'RangeError') return null;
    throw error;
  }
}

function sizeIn(content: Buffer, type: string): PictureSize | null {
  switch (type) {
    case 'image/png':
    case 'image/apng':
      return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
    case 'image/gif':
      return { width: content.readUInt16LE(6), height: content.readUInt16LE(8) };
    case 'image/bmp':
      return { width: Math.abs(content.readInt32LE(18)), height: Math.abs(content.readInt32LE(22)) };
    case 'image/webp':
      return webp(content);
    case 'image/jpeg':
      return jpeg(content);
    default:
      return null;
  }
}

function webp(content: Buffer): PictureSize | null {
  switch (content.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: 1 + content.readUIntLE(24, 3), height: 1 + content.readUIntLE(27, 3) };
    case 'VP8L': {
      const bits = content.readUInt32LE(21);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    default:
      return { width: content.readUInt16LE(26) & 0x3fff, height: content.readUInt16LE(28) & 0x3fff };
  }
}

/** The size is in the frame header, one of SOF0…SOF15 except the tables in the same range. */
function jpeg(content: Buffer): PictureSize | null {
  for (let at = 2; at + 9 < content.length;) {
    if (content[at] !== 0xff) return null;
    const marker = content[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: content.readUInt16BE(at + 7), height: content.readUInt16BE(at + 5) };
    at += 2 + content.readUInt16BE(at + 2);
  }
  return null;
}
