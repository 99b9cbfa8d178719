import { AUDIT_ACTIONS, AUDIT_TARGETS, type AuditDetail } from '#wasl/contracts';
import { ResponseField } from '#wasl/platform';
import { PageMeta } from '../tickets/ticket.dto.js';

export class AuditActor {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ type: String, nullable: true }) name: string | null;
}

export class AuditTargetShown {
  @ResponseField({ enum: AUDIT_TARGETS }) kind: string;
  @ResponseField({ type: String, nullable: true }) id: string | null;
  @ResponseField({ type: String, nullable: true, description: 'of a member of staff' }) name: string | null;
}

export class AuditEntryAnswer {
  @ResponseField({ description: 'its place in the trail' }) id: string;
  @ResponseField({ format: 'date-time' }) at: string;
  @ResponseField({ type: AuditActor, nullable: true }) actor: AuditActor | null;
  @ResponseField({ enum: AUDIT_ACTIONS }) action: string;
  @ResponseField() target: AuditTargetShown;
  @ResponseField({
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
  @ResponseField({ type: [AuditEntryAnswer] }) data: AuditEntryAnswer[];
  @ResponseField() meta: PageMeta;
}

export class AuditHead {
  @ResponseField() id: string;
  @ResponseField({ description: 'kept elsewhere, it proves later that nothing up to here was changed' })
  link: string;
}

export class AuditBreak {
  @ResponseField() id: string;
  @ResponseField({ enum: ['missing', 'changed', 'cut_off'] }) fault: 'missing' | 'changed' | 'cut_off';
}

export class AuditVerdict {
  @ResponseField() intact: boolean;
  @ResponseField({ type: 'integer', description: 'entries found to be as they were written' })
  entries: number;
  @ResponseField({ type: AuditHead, nullable: true }) head: AuditHead | null;
  @ResponseField({ type: AuditBreak, nullable: true }) broken: AuditBreak | null;
}
