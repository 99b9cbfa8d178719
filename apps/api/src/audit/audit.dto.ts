import { AUDIT_ACTIONS, AUDIT_TARGETS, type AuditDetail } from '#wasl/contracts';
import { Shown } from '#wasl/platform';
import { PageMeta } from '../tickets/ticket.dto.js';

export class AuditActor {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ type: String, nullable: true }) name: string | null;
}

export class AuditTargetShown {
  @Shown({ enum: AUDIT_TARGETS }) kind: string;
  @Shown({ type: String, nullable: true }) id: string | null;
  @Shown({ type: String, nullable: true, description: 'of a member of staff' }) name: string | null;
}

export class AuditEntryAnswer {
  @Shown({ description: 'its place in the trail' }) id: string;
  @Shown({ format: 'date-time' }) at: string;
  @Shown({ type: AuditActor, nullable: true }) actor: AuditActor | null;
  @Shown({ enum: AUDIT_ACTIONS }) action: string;
  @Shown() target: AuditTargetShown;
  @Shown({
    type: 'object',
    additionalProperties: {
      nullable: true,
      oneOf: [
        { type: 'string' },
        { type: 'number' },
        { type: 'boolean' },
        { type: 'array', items: { type: 'string' } },
      ],
    },
  })
  detail: AuditDetail;
}

export class AuditPage {
  @Shown({ type: [AuditEntryAnswer] }) data: AuditEntryAnswer[];
  @Shown() meta: PageMeta;
}

export class AuditHead {
  @Shown() id: string;
  @Shown({ description: 'kept elsewhere, it proves later that nothing up to here was changed' }) link: string;
}

export class AuditBreak {
  @Shown() id: string;
  @Shown({ enum: ['missing', 'changed', 'cut_off'] }) fault: 'missing' | 'changed' | 'cut_off';
}

export class AuditVerdict {
  @Shown() intact: boolean;
  @Shown({ type: 'integer', description: 'entries found to be as they were written' }) entries: number;
  @Shown({ type: AuditHead, nullable: true }) head: AuditHead | null;
  @Shown({ type: AuditBreak, nullable: true }) broken: AuditBreak | null;
}
