import { ApiExtraModels, type ApiPropertyOptions, getSchemaPath } from '@nestjs/swagger';
import { CHANNELS } from '#wasl/contracts';
import { ResponseField } from '#wasl/platform';
import {
  CLOSED_CALLS,
  type ClosedCalls,
  LANGUAGE_NEEDS,
  type LanguageNeed,
  type OrderRules,
  type RoutingRules,
  type UnservedReason,
  type WorkKind,
  UNSERVED_REASONS,
} from '#wasl/routing';

const SECONDS = { type: 'integer', description: 'seconds' } as const;
const LEVELS = { type: 'object', additionalProperties: { type: 'integer' } } as const;
const KEYS: ApiPropertyOptions = { type: [String], required: false };
const LEAST_NULL = { type: Number, nullable: true };

/** The routing rules as shown. Writes are validated as one document, by its own schema. */
export class SkillRuleShown {
  @ResponseField() skill: string;
  @ResponseField({ type: 'integer', minimum: 1, maximum: 5 }) level: number;
  @ResponseField({ enum: ['required', 'preferred'] }) need: 'required' | 'preferred';
}
export class LanguageRuleShown {
  @ResponseField({ enum: LANGUAGE_NEEDS }) need: LanguageNeed;
  @ResponseField({ type: 'integer', minimum: 1, maximum: 5 }) level: number;
}
export class RelaxationStepShown {
  @ResponseField(SECONDS) afterSeconds: number;
  @ResponseField({ ...LEVELS, selfRequired: false, description: '0 no longer requires the skill' })
  levels?: Readonly<Record<string, number>>;
  @ResponseField({ enum: LANGUAGE_NEEDS, required: false }) language?: LanguageNeed;
  @ResponseField(KEYS) queues?: readonly string[];
  @ResponseField(KEYS) pools?: readonly string[];
  @ResponseField(KEYS) entities?: readonly string[];
}
export class StickyRulesShown {
  @ResponseField(SECONDS) preferSeconds: number;
  @ResponseField(SECONDS) holdSeconds: number;
}
export class LimitRulesShown {
  @ResponseField(LEAST_NULL) perAgent: number | null;
  @ResponseField(LEAST_NULL) total: number | null;
}
export class HourRulesShown {
  @ResponseField({ type: String, nullable: true, description: 'null: always open' }) calendar: string | null;
  @ResponseField({ enum: CLOSED_CALLS }) calls: ClosedCalls;
}
export class ReassignRulesShown {
  @ResponseField({ ...LEAST_NULL, description: 'null: never' }) offlineSeconds: number | null;
  @ResponseField({ ...LEAST_NULL, description: 'null: never' }) silentSeconds: number | null;
}
export class QueueSettingsShown {
  @ResponseField({ type: [SkillRuleShown] }) skills: readonly SkillRuleShown[];
  @ResponseField() language: LanguageRuleShown;
  @ResponseField({ type: [RelaxationStepShown] }) steps: readonly RelaxationStepShown[];
  @ResponseField() sticky: StickyRulesShown;
  @ResponseField() limits: LimitRulesShown;
  @ResponseField() hours: HourRulesShown;
  @ResponseField() reassign: ReassignRulesShown;
}
export class SlaRulesShown {
  @ResponseField(SECONDS) leadSeconds: number;
  @ResponseField(SECONDS) mostSeconds: number;
}
export class OrderRulesShown {
  @ResponseField(LEVELS) headStarts: OrderRules['headStarts'];
  @ResponseField() promise: SlaRulesShown;
}
export class ProfileRulesShown {
  @ResponseField() interruptible: boolean;
  @ResponseField({
    enum: ['call', ...CHANNELS],
    isArray: true,
    nullable: true,
    description: 'null: everything',
  })
  kinds: readonly WorkKind[] | null;
}
@ApiExtraModels(QueueSettingsShown, ProfileRulesShown)
export class RulesShown {
  @ResponseField() order: OrderRulesShown;
  @ResponseField(LEVELS) units: RoutingRules['units'];
  @ResponseField({ type: 'object', additionalProperties: { $ref: getSchemaPath(ProfileRulesShown) } })
  profiles: Readonly<Record<string, ProfileRulesShown>>;
  @ResponseField({ description: 'of queues that are not named' }) defaults: QueueSettingsShown;
  @ResponseField({ type: 'object', additionalProperties: { $ref: getSchemaPath(QueueSettingsShown) } })
  queues: Readonly<Record<string, QueueSettingsShown>>;
}

export class UnservedShown {
  @ResponseField() queue: string;
  @ResponseField({ enum: UNSERVED_REASONS }) reason: UnservedReason;
}
export class CheckAnswer {
  @ResponseField({ type: [UnservedShown], description: 'queues that nobody could serve under these rules' })
  unserved: UnservedShown[];
}
