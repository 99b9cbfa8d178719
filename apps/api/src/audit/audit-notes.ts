import { Inject, Injectable } from '@nestjs/common';
import type { AuditNote } from '#wasl/contracts';
import { UnitOfWork } from '#wasl/platform';

/** Notes what leaves nothing else behind: that something was read, or asked of a part that has no transaction. */
@Injectable()
export class AuditNotes {
  constructor(@Inject(UnitOfWork) private readonly work: UnitOfWork) {}

  async note(note: AuditNote): Promise<void> {
    await this.work.run(async (tx) => tx.emit('audit.noted', note));
  }
}
