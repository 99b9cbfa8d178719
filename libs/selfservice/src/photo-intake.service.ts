import { Inject, Injectable, Logger } from '@nestjs/common';
import { DomainError } from '#wasl/kernel';
import { LONGEST_SIDE, PictureFault, Pictures, pictureSize } from '#wasl/tickets';
import { type CleanPhoto, cleanPhoto, PHOTO_TYPES } from './domain/photo/clean-photo.js';

/**
 * Photographs as the public's are kept: without where, when and by what they were taken, upright, and no larger than is
 * of use. Most only lose parts; one that is large or lies on its side is drawn anew. Where that fails, it is kept as it is
 * but for its metadata.
 */
@Injectable()
export class PhotoIntake {
  private readonly logger = new Logger('PhotoIntake');

  constructor(@Inject(Pictures) private readonly pictures: Pictures) {}

  /**
   * @param type by content; what is no photograph comes back as it is
   * @throws unsupported_type `attachment.unreadable` when nobody can say what is in it
   */
  async take(content: Buffer, type: string): Promise<Buffer> {
    if (!PHOTO_TYPES.includes(type)) return content;
    const clean = cleanPhoto(content, type);
    if (clean && !isDrawnAnew(clean, type)) return clean.content;
    const drawn = await this.drawn(content, type);
    if (!drawn && !clean) throw new DomainError('unsupported_type', 'attachment.unreadable');
    return (drawn ?? clean)!.content;
  }

  /** @returns null when it cannot be drawn, or its file would not be clean */
  private async drawn(content: Buffer, type: string): Promise<CleanPhoto | null> {
    try {
      const drawing = await this.pictures.draw(content, type, 'photo');
      return cleanPhoto(drawing.content, type);
    } catch (error) {
      if (!(error instanceof PictureFault)) throw error;
      this.logger.warn(`photograph not drawn anew: ${error.message}`);
      return null;
    }
  }
}

function isDrawnAnew({ content, orientation, moves }: CleanPhoto, type: string): boolean {
  const size = pictureSize(content, type);
  const isLarge = size !== null && Math.max(size.width, size.height) > LONGEST_SIDE.photo;
  return !moves && (isLarge || orientation > 1);
}
