import { cleanGif } from './clean-gif.js';
import { cleanJpeg } from './clean-jpeg.js';
import { cleanPng } from './clean-png.js';
import { cleanWebp } from './clean-webp.js';

export interface CleanPhoto {
  content: Buffer;
  /** EXIF orientation, from 1 (upright) to 8 */
  orientation: number;
  /** it is animated */
  animated: boolean;
}

const CLEANERS: Record<string, (content: Buffer) => CleanPhoto | null> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
  'image/gif': cleanGif,
};
export const PHOTO_TYPES = Object.keys(CLEANERS);

/**
 * Removes metadata from a photograph. Only what is needed to show it is kept (pixels, colours, animation, and
 * orientation in JPEG): EXIF, XMP, IPTC, comments, thumbnails and trailing data are dropped, and so is every unknown
 * part. Nothing is decoded.
 * @param type by content, one of {@link PHOTO_TYPES}
 * @returns null when it cannot be parsed, so that its content is unknown
 */
export function cleanPhoto(content: Buffer, type: string): CleanPhoto | null {
  try {
    return CLEANERS[type]!(content);
  } catch (error) {
    // Compared by name, because the class may come from another realm.
    if ((error as Error).name === 'RangeError') return null; // cut short
    throw error;
  }
}
