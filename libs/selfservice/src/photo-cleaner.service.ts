import { Inject, Injectable, Logger } from '@nestjs/common';
import { DomainError } from '#wasl/kernel';
import { MAX_SIDE_PIXELS, PictureError, Pictures, pictureSize } from '#wasl/tickets';
import { type CleanPhoto, cleanPhoto, PHOTO_TYPES } from './domain/photo/clean-photo.js';

/**
 * Prepares photographs from the public: removes metadata, turns them upright and limits their size. Most only lose
 * metadata; large or rotated ones are redrawn. When that fails, only the metadata is removed.
 */
@Injectable()
export class PhotoCleaner {
  private readonly logger = new Logger('PhotoCleaner');

  constructor(@Inject(Pictures) private readonly pictures: Pictures) {}

  /**
   * @param type by content; other types are returned unchanged
   * @throws unsupported_type `attachment.unreadable` when its content cannot be determined
   */
  async clean(content: Buffer, type: string): Promise<Buffer> {
    if (!PHOTO_TYPES.includes(type)) return content;
    const clean = cleanPhoto(content, type);
    if (clean && !needsRedraw(clean, type)) return clean.content;
    const drawn = await this.redraw(content, type);
    if (!drawn && !clean) throw new DomainError('unsupported_type', 'attachment.unreadable');
    return (drawn ?? clean)!.content;
  }

  /** @returns null when it cannot be redrawn, or the result would not be clean */
  private async redraw(content: Buffer, type: string): Promise<CleanPhoto | null> {
    try {
      const drawing = await this.pictures.render(content, type, 'photo');
      return cleanPhoto(drawing.content, type);
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      this.logger.warn(`photograph not redrawn: ${error.message}`);
      return null;
    }
  }
}

function needsRedraw({ content, orientation, animated }: CleanPhoto, type: string): boolean {
  const size = pictureSize(content, type);
  const isLarge = size !== null && Math.max(size.width, size.height) > MAX_SIDE_PIXELS.photo;
  return !animated && (isLarge || orientation > 1);
}
