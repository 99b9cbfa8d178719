import { Inject, Injectable } from '@nestjs/common';
import type { AuditAction, AuditDetail, AuditTarget } from '#wasl/contracts';
import { type Tx, UnitOfWork } from '#wasl/platform';
import { Recompute } from './recompute.service.js';
import { SlaRules } from './rules.service.js';

/** A change of the SLA rules, as it is audited. */
export interface RuleChange {
  action: AuditAction;
  target: AuditTarget;
  id: string;
  detail?: AuditDetail;
  /** calendars whose clocks must be recomputed; null for all */
  calendars: string[] | null;
}

/** What every change of the rules does besides its own rows: audit, recomputation, and reloading the rules. */
@Injectable()
export class ChangeRules {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SlaRules) private readonly rules: SlaRules,
  ) {}

  async run<T>(byId: string, change: (tx: Tx) => Promise<{ result: T; noted: RuleChange }>): Promise<T> {
    const done = await this.unitOfWork.run(async (tx) => {
      await Recompute.lockRevisions(tx);
      const { result, noted } = await change(tx);
      const { action, target, id, detail = {}, calendars } = noted;
      const revision = await Recompute.recordChange(tx, { cause: `${target}:${id}`, calendars, byId });
      tx.emit('audit.noted', {
        actorId: byId,
        action,
        targetKind: target,
        targetId: id,
        detail: { ...detail, revision },
      });
      return result;
    });
    await this.rules.read();
    return done;
  }
}
