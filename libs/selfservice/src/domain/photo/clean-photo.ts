import { cleanGif } from './clean-gif.js';
import { cleanJpeg } from './clean-jpeg.js';
import { cleanPng } from './clean-png.js';
import { cleanWebp } from './clean-webp.js';

export interface CleanPhoto {
  content: Buffer;
  /** how its camera was held, from 1 (upright) to 8, as EXIF counts */
  orientation: number;
  /** it is made of several pictures */
  moves: boolean;
}

const CLEANERS: Record<string, (content: Buffer) => CleanPhoto | null> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
  'image/gif': cleanGif,
};
export const PHOTO_TYPES = Object.keys(CLEANERS);

/**
 * A photograph without where, when and by what it was taken. Only what is needed to show it stays (pixels, colours,
 * motion, and in JPEG which way up): EXIF, XMP, IPTC, comments, small copies and whatever lies behind the picture's end
 * are dropped, and so is every part that is not known. Nothing is decoded.
 * @param type by content, one of {@link PHOTO_TYPES}
 * @returns null when it cannot be taken apart, so that nobody can say what is in it
 */
export function cleanPhoto(content: Buffer, type: string): CleanPhoto | null {
  try {
    return CLEANERS[type]!(content);
  } catch (error) {
    // By name: the class itself may be of another realm.
    if ((error as Error).name === 'RangeError') return null; // cut short
    throw error;
  }
}
