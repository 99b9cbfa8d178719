import { Inject, Injectable } from '@nestjs/common';
import type { AuditNote } from '#wasl/contracts';
import { UnitOfWork } from '#wasl/platform';

/** Records audit entries for actions without a transaction of their own, such as reads. */
@Injectable()
export class AuditRecorder {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  record(note: AuditNote): Promise<void> {
    return this.recordAll([note]);
  }

  async recordAll(notes: AuditNote[]): Promise<void> {
    await this.unitOfWork.run(async (tx) => notes.forEach((note) => tx.emit('audit.noted', note)));
  }
}
