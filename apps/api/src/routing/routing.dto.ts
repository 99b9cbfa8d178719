import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsObject, IsOptional } from 'class-validator';
import type { Unserved, SkillKind } from '#wasl/routing';
import { SKILL_KINDS } from '#wasl/routing';
import { Choice, Flag, Group, Integer, Key, Shaped, Shown, Text, TextList } from '#wasl/platform';
import { NameBody } from '../admin/directory.dto.js';
import { LocalizedName } from '../agents/agents.dto.js';
import { PageMeta } from '../tickets/ticket.dto.js';
import { QueueSettingsShown, RulesShown } from './rules.dto.js';

/** A document that is validated by its reader, because its keys are chosen by the caller. */
function Document(options: { optional?: boolean; description: string }): PropertyDecorator {
  return applyDecorators(
    IsObject(),
    Shaped({ optional: options.optional ?? false }),
    ...(options.optional ? [IsOptional()] : []),
    ApiProperty({
      type: 'object',
      additionalProperties: true,
      ...(options.optional && { required: false, nullable: true }),
      description: options.description,
    } as ApiPropertyOptions),
  );
}

const SETTINGS =
  'skills, language, steps that relax with waiting, sticky, limits, hours and reassign; null: the rules of all queues';
const SECONDS = { min: 1, max: 86_400 };

/** The optional fields of a queue. */
class QueueFields {
  @Key({ max: 40, optional: true, description: 'queues of one pool share agents and are routed together' })
  pool?: string;
  @Integer({ ...SECONDS, optional: true, description: 'of the service level' }) thresholdSeconds?: number;
  @Integer({ min: 5, max: 600, optional: true }) offerSeconds?: number;
  @Integer({ min: 0, max: 3_600, optional: true }) wrapUpSeconds?: number;
  @TextList({ max: 20, maxItems: 50, optional: true, description: 'in E.164, or short codes' })
  dialNumbers?: string[];
  @Integer({ min: 0, max: 30_000, optional: true }) position?: number;
  @Flag({ optional: true, description: 'false retires it' }) active?: boolean;
  @Document({ optional: true, description: SETTINGS }) routing?: object | null;
}
export class QueuePatchBody extends QueueFields {
  @Group(() => NameBody, { optional: true }) name?: NameBody;
}
export class QueueBody extends QueueFields {
  @Key({ max: 40 }) key: string;
  @Group(() => NameBody) name: NameBody;
}

export class QueueRecordAnswer {
  @Shown() key: string;
  @Shown({ type: () => LocalizedName }) name: LocalizedName;
  @Shown() pool: string;
  @Shown({ description: 'mail to it waits in this queue' }) mailAddress: string;
  @Shown({ type: [String] }) dialNumbers: string[];
  @Shown({ type: 'integer' }) thresholdSeconds: number;
  @Shown({ type: 'integer' }) offerSeconds: number;
  @Shown({ type: 'integer' }) wrapUpSeconds: number;
  @Shown({ type: 'integer' }) position: number;
  @Shown() active: boolean;
  @Shown({ type: QueueSettingsShown, description: 'in force for it' }) routing: QueueSettingsShown;
  @Shown({ description: 'whether it has rules of its own' }) ownRules: boolean;
  @Shown({
    type: String,
    nullable: true,
    enum: ['no_agents', 'no_skills'],
    description: 'why nobody can serve it',
  })
  unserved: Unserved | null;
  @Shown({ type: 'integer' }) version: number;
}
export class QueueRecordPage {
  @Shown({ type: [QueueRecordAnswer] }) data: QueueRecordAnswer[];
  @Shown() meta: PageMeta;
}

export class SkillPatchBody {
  @Choice(SKILL_KINDS, { optional: true }) kind?: SkillKind;
  @Group(() => NameBody, { optional: true }) name?: NameBody;
}
export class SkillBody {
  @Key({ max: 40 }) key: string;
  @Choice(SKILL_KINDS) kind: SkillKind;
  @Group(() => NameBody) name: NameBody;
}
export class SkillAnswer {
  @Shown() key: string;
  @Shown({ enum: SKILL_KINDS }) kind: SkillKind;
  @Shown({ type: () => LocalizedName }) name: LocalizedName;
  @Shown({ type: 'object', additionalProperties: { type: 'integer' }, description: 'how many, by level' })
  agents: Record<string, number>;
}
export class SkillPage {
  @Shown({ type: [SkillAnswer] }) data: SkillAnswer[];
  @Shown() meta: PageMeta;
}

export class RulesBody {
  @Document({ description: 'the whole of routing: order, units, profiles, defaults, queues' }) rules: object;
  @Text({ max: 500, optional: true, description: 'why' }) note?: string;
}
export class CheckBody {
  @Document({ description: 'the whole of routing, as it would be put in force' }) rules: object;
}
export class RulesAnswer {
  @Shown({ type: 'integer' }) version: number;
  @Shown({ type: RulesShown }) rules: RulesShown;
  @Shown({ type: 'integer', description: 'nothing is overtaken by what comes later than this' })
  mostOvertakenBySeconds: number;
}
export class RuleAuthor {
  @Shown({ format: 'uuid' }) id: string;
  @Shown() name: string;
}
export class RulesVersionAnswer {
  @Shown({ type: 'integer' }) version: number;
  @Shown({ type: String, nullable: true }) note: string | null;
  @Shown({ type: RuleAuthor, nullable: true }) by: RuleAuthor | null;
  @Shown({ format: 'date-time' }) at: string;
}
export class RulesVersionPage {
  @Shown({ type: [RulesVersionAnswer] }) data: RulesVersionAnswer[];
  @Shown() meta: PageMeta;
}

export class DryRunBody {
  @Text({ max: 30, description: 'ISO 8601 with a zone' }) from: string;
  @Text({ max: 30, description: 'at most 31 hours later' }) to: string;
  @Document({ optional: true, description: 'those in force when left out' }) rules?: object | null;
}
export class WaitsShown {
  @Shown() mean: number;
  @Shown() p50: number;
  @Shown() p90: number;
  @Shown() longest: number;
}
export class AgentTally {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ type: 'integer' }) answered: number;
}
export class QueueFiguresShown {
  @Shown() queue: string;
  @Shown({ type: 'integer' }) arrived: number;
  @Shown({ type: 'integer' }) answered: number;
  @Shown({ type: 'integer' }) abandoned: number;
  @Shown({ type: 'integer', description: 'neither by the end' }) left: number;
  @Shown({ type: WaitsShown, nullable: true, description: 'seconds' }) wait: WaitsShown | null;
  @Shown({ type: Number, nullable: true, description: 'percent' }) serviceLevel: number | null;
  @Shown({ type: [AgentTally] }) agents: AgentTally[];
}
export class DryRunAnswer {
  @Shown({ type: [QueueFiguresShown], description: 'as recorded' }) was: QueueFiguresShown[];
  @Shown({ type: [QueueFiguresShown], description: 'run again under the rules in force' })
  inForce: QueueFiguresShown[];
  @Shown({ type: [QueueFiguresShown], description: 'under the rules asked about' })
  would: QueueFiguresShown[];
}

export class CareBody {
  @Flag({ description: 'goes before others, by the head start of the rules' }) vip: boolean;
  @Flag({ description: 'needs particular care: goes before others, by the head start of the rules' })
  vulnerable: boolean;
}
