import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#wasl/kernel';
import { PublicUploads, UPLOAD_MEGABYTES, UPLOADS_A_TICKET } from '#wasl/selfservice';
import type { SentFile } from '../http/read-form.js';
import type { Texts } from '../texts/index.js';
import type { Fault } from './check-draft.js';
import type { HeldFile } from './draft.js';

/** Stores files of a form until it is submitted; a rejected file becomes a validation error instead of an exception. */
@Injectable()
export class HoldFiles {
  constructor(@Inject(PublicUploads) private readonly uploads: PublicUploads) {}

  /** @param held grows by what was accepted; @param faults by what was not */
  receiver(texts: Texts, held: HeldFile[], faults: Fault[]): (file: SentFile) => Promise<void> {
    const refuse = (text: string) => void faults.push({ field: 'files', text });
    return async ({ name, content }) => {
      const shownName = name.slice(0, 80);
      if (held.length >= UPLOADS_A_TICKET) return refuse(texts.errors.tooManyFiles(UPLOADS_A_TICKET));
      if (!content) return refuse(texts.errors.fileTooLarge(shownName, UPLOAD_MEGABYTES));
      try {
        held.push(await this.uploads.upload({ name, content }));
      } catch (error) {
        const why = error instanceof DomainError && refusalOf(error, texts);
        if (!why) throw error;
        refuse(why(shownName));
      }
    };
  }
}

/** The text for a rejected file, given its name. @returns null when the error is not about the file */
export function refusalOf(
  { kind, code }: Pick<DomainError, 'kind' | 'code'>,
  { errors }: Texts,
): ((name: string) => string) | null {
  if (code === 'files.away') return () => errors.filesAway;
  if (code === 'attachment.too_large') return (name) => errors.fileTooLarge(name, UPLOAD_MEGABYTES);
  if (code === 'attachment.unreadable') return errors.fileUnreadable;
  return kind === 'unsupported_type' ? errors.fileRefused : null;
}
