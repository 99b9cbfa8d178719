import { Inject, Injectable } from '@nestjs/common';
import type { AuditNote } from '#wasl/contracts';
import { UnitOfWork } from '#wasl/platform';

/** Notes what leaves nothing else behind: that something was read, or asked of a part that has no transaction. */
@Injectable()
export class AuditNotes {
  constructor(@Inject(UnitOfWork) private readonly work: UnitOfWork) {}

  note(note: AuditNote): Promise<void> {
    return this.noteAll([note]);
  }

  async noteAll(notes: AuditNote[]): Promise<void> {
    await this.work.run(async (tx) => notes.forEach((note) => tx.emit('audit.noted', note)));
  }
}
