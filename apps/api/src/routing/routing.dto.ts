import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsObject, IsOptional } from 'class-validator';
import type { UnservedReason, SkillKind } from '#wasl/routing';
import { SKILL_KINDS, UNSERVED_REASONS } from '#wasl/routing';
import {
  Choice,
  Flag,
  NestedObject,
  Integer,
  Key,
  RecordFieldShape,
  ResponseField,
  Text,
  TextList,
} from '#wasl/platform';
import { NameBody } from '../admin/directory.dto.js';
import { LocalizedName } from '../agents/agents.dto.js';
import { PageMeta } from '../tickets/ticket.dto.js';
import { QueueSettingsShown, RulesShown } from './rules.dto.js';

/** A document that is validated by its reader, because its keys are chosen by the caller. */
function Document(options: { optional?: boolean; description: string }): PropertyDecorator {
  return applyDecorators(
    IsObject(),
    RecordFieldShape({ optional: options.optional ?? false }),
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
  @NestedObject(() => NameBody, { optional: true }) name?: NameBody;
}
export class QueueBody extends QueueFields {
  @Key({ max: 40 }) key: string;
  @NestedObject(() => NameBody) name: NameBody;
}

export class QueueRecordAnswer {
  @ResponseField() key: string;
  @ResponseField({ type: () => LocalizedName }) name: LocalizedName;
  @ResponseField() pool: string;
  @ResponseField({ description: 'mail to it waits in this queue' }) mailAddress: string;
  @ResponseField({ type: [String] }) dialNumbers: string[];
  @ResponseField({ type: 'integer' }) thresholdSeconds: number;
  @ResponseField({ type: 'integer' }) offerSeconds: number;
  @ResponseField({ type: 'integer' }) wrapUpSeconds: number;
  @ResponseField({ type: 'integer' }) position: number;
  @ResponseField() active: boolean;
  @ResponseField({ type: QueueSettingsShown, description: 'in force for it' }) routing: QueueSettingsShown;
  @ResponseField({ description: 'whether it has rules of its own' }) ownRules: boolean;
  @ResponseField({
    type: String,
    nullable: true,
    enum: UNSERVED_REASONS,
    description: 'why nobody can serve it',
  })
  unserved: UnservedReason | null;
  @ResponseField({ type: 'integer' }) version: number;
}
export class QueueRecordPage {
  @ResponseField({ type: [QueueRecordAnswer] }) data: QueueRecordAnswer[];
  @ResponseField() meta: PageMeta;
}

export class SkillPatchBody {
  @Choice(SKILL_KINDS, { optional: true }) kind?: SkillKind;
  @NestedObject(() => NameBody, { optional: true }) name?: NameBody;
}
export class SkillBody {
  @Key({ max: 40 }) key: string;
  @Choice(SKILL_KINDS) kind: SkillKind;
  @NestedObject(() => NameBody) name: NameBody;
}
export class SkillAnswer {
  @ResponseField() key: string;
  @ResponseField({ enum: SKILL_KINDS }) kind: SkillKind;
  @ResponseField({ type: () => LocalizedName }) name: LocalizedName;
  @ResponseField({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'how many, by level',
  })
  agents: Record<string, number>;
}
export class SkillPage {
  @ResponseField({ type: [SkillAnswer] }) data: SkillAnswer[];
  @ResponseField() meta: PageMeta;
}

export class RulesBody {
  @Document({ description: 'the whole of routing: order, units, profiles, defaults, queues' }) rules: object;
  @Text({ max: 500, optional: true, description: 'why' }) note?: string;
}
export class CheckBody {
  @Document({ description: 'the whole of routing, as it would be put in force' }) rules: object;
}
export class RulesAnswer {
  @ResponseField({ type: 'integer' }) version: number;
  @ResponseField({ type: RulesShown }) rules: RulesShown;
  @ResponseField({ type: 'integer', description: 'nothing is overtaken by what comes later than this' })
  mostOvertakenBySeconds: number;
}
export class RuleAuthor {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() name: string;
}
export class RulesVersionAnswer {
  @ResponseField({ type: 'integer' }) version: number;
  @ResponseField({ type: String, nullable: true }) note: string | null;
  @ResponseField({ type: RuleAuthor, nullable: true }) by: RuleAuthor | null;
  @ResponseField({ format: 'date-time' }) at: string;
}
export class RulesVersionPage {
  @ResponseField({ type: [RulesVersionAnswer] }) data: RulesVersionAnswer[];
  @ResponseField() meta: PageMeta;
}

export class DryRunBody {
  @Text({ max: 30, description: 'ISO 8601 with a zone' }) from: string;
  @Text({ max: 30, description: 'at most 31 hours later' }) to: string;
  @Document({ optional: true, description: 'those in force when left out' }) rules?: object | null;
}
export class WaitsShown {
  @ResponseField() mean: number;
  @ResponseField() p50: number;
  @ResponseField() p90: number;
  @ResponseField() longest: number;
}
export class AgentTally {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ type: 'integer' }) answered: number;
}
export class QueueFiguresShown {
  @ResponseField() queue: string;
  @ResponseField({ type: 'integer' }) arrived: number;
  @ResponseField({ type: 'integer' }) answered: number;
  @ResponseField({ type: 'integer' }) abandoned: number;
  @ResponseField({ type: 'integer', description: 'neither by the end' }) left: number;
  @ResponseField({ type: WaitsShown, nullable: true, description: 'seconds' }) wait: WaitsShown | null;
  @ResponseField({ type: Number, nullable: true, description: 'percent' }) serviceLevel: number | null;
  @ResponseField({ type: [AgentTally] }) agents: AgentTally[];
}
export class DryRunAnswer {
  @ResponseField({ type: [QueueFiguresShown], description: 'as recorded' }) was: QueueFiguresShown[];
  @ResponseField({ type: [QueueFiguresShown], description: 'run again under the rules in force' })
  inForce: QueueFiguresShown[];
  @ResponseField({ type: [QueueFiguresShown], description: 'under the rules asked about' })
  would: QueueFiguresShown[];
}

export class CareBody {
  @Flag({ description: 'goes before others, by the head start of the rules' }) vip: boolean;
  @Flag({ description: 'needs particular care: goes before others, by the head start of the rules' })
  vulnerable: boolean;
}
