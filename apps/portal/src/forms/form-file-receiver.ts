import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#wasl/kernel';
import { PublicUploads, MAX_UPLOAD_MEGABYTES, MAX_UPLOADS_PER_TICKET } from '#wasl/selfservice';
import type { UploadedFile } from '../http/read-form.js';
import type { Texts } from '../texts/index.js';
import type { Fault } from './validate-draft.js';
import type { PendingFile } from './draft.js';

/** Stores files of a form until it is submitted; a rejected file becomes a validation error instead of an exception. */
@Injectable()
export class FormFileReceiver {
  constructor(@Inject(PublicUploads) private readonly uploads: PublicUploads) {}

  /** @param held grows by what was accepted; @param faults by what was not */
  fileHandler(texts: Texts, held: PendingFile[], faults: Fault[]): (file: UploadedFile) => Promise<void> {
    const refuse = (text: string) => void faults.push({ field: 'files', text });
    return async ({ name, content }) => {
      const shownName = name.slice(0, 80);
      if (held.length >= MAX_UPLOADS_PER_TICKET)
        return refuse(texts.errors.tooManyFiles(MAX_UPLOADS_PER_TICKET));
      if (!content) return refuse(texts.errors.fileTooLarge(shownName, MAX_UPLOAD_MEGABYTES));
      try {
        held.push(await this.uploads.upload({ name, content }));
      } catch (error) {
        const why = error instanceof DomainError && rejectionTextOf(error, texts);
        if (!why) throw error;
        refuse(why(shownName));
      }
    };
  }
}

/** The text for a rejected file, given its name. @returns null when the error is not about the file */
export function rejectionTextOf(
  { kind, code }: Pick<DomainError, 'kind' | 'code'>,
  { errors }: Texts,
): ((name: string) => string) | null {
  if (code === 'files.away') return () => errors.filesAway;
  if (code === 'attachment.too_large') return (name) => errors.fileTooLarge(name, MAX_UPLOAD_MEGABYTES);
  if (code === 'attachment.unreadable') return errors.fileUnreadable;
  return kind === 'unsupported_type' ? errors.fileRefused : null;
}
