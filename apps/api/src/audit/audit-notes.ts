import { Inject, Injectable } from '@nestjs/common';
import type { AuditNote } from '#wasl/contracts';
import { UnitOfWork } from '#wasl/platform';

/** Records audit entries for actions without a transaction of their own, such as reads. */
@Injectable()
export class AuditNotes {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  note(note: AuditNote): Promise<void> {
    return this.noteAll([note]);
  }

  async noteAll(notes: AuditNote[]): Promise<void> {
    await this.unitOfWork.run(async (tx) => notes.forEach((note) => tx.emit('audit.noted', note)));
  }
}
