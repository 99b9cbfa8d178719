import { REASON_USES, type ReasonUse } from '#wasl/directory';
import { Choice, Flag, NestedObject, Integer, Key, ResponseField } from '#wasl/platform';
import { LocalizedName } from '../agents/agents.dto.js';
import { PageMeta } from '../tickets/ticket.dto.js';
import { NameBody } from './directory.dto.js';

const POSITION = { min: 0, max: 1_000, description: 'agents see them in this order' };

export class ReasonBody {
  @Choice(REASON_USES) use: ReasonUse;
  @Key({ max: 40, description: 'unique within its use' }) key: string;
  @NestedObject(() => NameBody) name: NameBody;
  @Integer({ ...POSITION, optional: true }) position?: number;
}

export class ReasonPatchBody {
  @NestedObject(() => NameBody, { optional: true }) name?: NameBody;
  @Integer({ ...POSITION, optional: true }) position?: number;
  @Flag({ optional: true, description: 'false retires it' }) active?: boolean;
}

export class ReasonRecordAnswer {
  @ResponseField({ enum: REASON_USES }) use: ReasonUse;
  @ResponseField() key: string;
  @ResponseField() name: LocalizedName;
  @ResponseField({ type: 'integer' }) position: number;
  @ResponseField() active: boolean;
  @ResponseField({ type: 'integer' }) version: number;
}

export class ReasonRecordPage {
  @ResponseField({ type: [ReasonRecordAnswer] }) data: ReasonRecordAnswer[];
  @ResponseField() meta: PageMeta;
}
