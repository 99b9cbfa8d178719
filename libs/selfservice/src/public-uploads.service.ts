import { Inject, Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import { DomainError, invalidField, isUuid } from '#wasl/kernel';
import { Keys } from '#wasl/platform';
import { Attachments, type AttachmentView, type NewAttachment } from '#wasl/tickets';
import { isAcceptedFile, MAX_UPLOAD_MEGABYTES } from './domain/accepted-files.js';
import { PhotoCleaner } from './photo-cleaner.service.js';

/**
 * Uploads of people who are not signed in. Such an upload has no owner, so its id is a capability token: signed,
 * returned only to the uploader, and valid for one use within a day.
 */
@Injectable()
export class PublicUploads {
  constructor(
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(PhotoCleaner) private readonly photos: PhotoCleaner,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  /** @throws too_large `attachment.too_large`; unsupported_type `attachment.refused`, `attachment.unreadable` */
  async upload(file: NewAttachment): Promise<AttachmentView> {
    if (file.content.length > MAX_UPLOAD_MEGABYTES * 1024 * 1024) {
      throw new DomainError('too_large', 'attachment.too_large', { megabytes: MAX_UPLOAD_MEGABYTES });
    }
    const type = (await fileTypeFromBuffer(file.content))?.mime;
    if (!isAcceptedFile(file.name, file.content, type)) {
      throw new DomainError('unsupported_type', 'attachment.refused');
    }
    const content = type ? await this.photos.clean(file.content, type) : file.content;
    const stored = await this.attachments.upload({ ...file, content }, null);
    return { ...stored, id: encodeToken(stored.id, this.keys.sign('public-upload', stored.id)) };
  }

  /** @throws invalid at `attachments` when an id was not returned by {@link upload} */
  idsOf(tokens: readonly string[]): string[] {
    return tokens.map((token) => {
      const id = token.split('.')[0]!;
      if (
        !isUuid(id) ||
        !this.keys.verifySignature('public-upload', id, token, (mac) => encodeToken(id, mac))
      )
        throw invalidField('attachments', 'not_found');
      return id;
    });
  }
}

const encodeToken = (id: string, mac: Buffer) => `${id}.${mac.toString('base64url').slice(0, 22)}`;
