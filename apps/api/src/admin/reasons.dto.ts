import { REASON_USES, type ReasonUse } from '#wasl/directory';
import { Choice, Flag, Group, Integer, Key, Shown } from '#wasl/platform';
import { LocalizedName } from '../agents/agents.dto.js';
import { PageMeta } from '../tickets/ticket.dto.js';
import { NameBody } from './directory.dto.js';

const POSITION = { min: 0, max: 1_000, description: 'agents see them in this order' };

export class ReasonBody {
  @Choice(REASON_USES) use: ReasonUse;
  @Key({ max: 40, description: 'unique within its use' }) key: string;
  @Group(() => NameBody) name: NameBody;
  @Integer({ ...POSITION, optional: true }) position?: number;
}

export class ReasonPatchBody {
  @Group(() => NameBody, { optional: true }) name?: NameBody;
  @Integer({ ...POSITION, optional: true }) position?: number;
  @Flag({ optional: true, description: 'false retires it' }) active?: boolean;
}

export class ReasonRecordAnswer {
  @Shown({ enum: REASON_USES }) use: ReasonUse;
  @Shown() key: string;
  @Shown() name: LocalizedName;
  @Shown({ type: 'integer' }) position: number;
  @Shown() active: boolean;
  @Shown({ type: 'integer' }) version: number;
}

export class ReasonRecordPage {
  @Shown({ type: [ReasonRecordAnswer] }) data: ReasonRecordAnswer[];
  @Shown() meta: PageMeta;
}
