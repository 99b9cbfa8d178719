import { ApiExtraModels, type ApiPropertyOptions, getSchemaPath } from '@nestjs/swagger';
import { CHANNELS } from '#wasl/contracts';
import { Shown } from '#wasl/platform';
import {
  CLOSED_CALLS,
  type ClosedCalls,
  LANGUAGE_NEEDS,
  type LanguageNeed,
  type OrderRules,
  type RoutingRules,
  type Unserved,
  type WorkKind,
} from '#wasl/routing';

const SECONDS = { type: 'integer', description: 'seconds' } as const;
const LEVELS = { type: 'object', additionalProperties: { type: 'integer' } } as const;
const KEYS: ApiPropertyOptions = { type: [String], required: false };
const LEAST_NULL = { type: Number, nullable: true };

/** The routing rules as shown. Writes are validated as one document, by its own schema. */
export class SkillRuleShown {
  @Shown() skill: string;
  @Shown({ type: 'integer', minimum: 1, maximum: 5 }) level: number;
  @Shown({ enum: ['required', 'preferred'] }) need: 'required' | 'preferred';
}
export class LanguageRuleShown {
  @Shown({ enum: LANGUAGE_NEEDS }) need: LanguageNeed;
  @Shown({ type: 'integer', minimum: 1, maximum: 5 }) level: number;
}
export class RelaxStepShown {
  @Shown(SECONDS) afterSeconds: number;
  @Shown({ ...LEVELS, selfRequired: false, description: '0 no longer requires the skill' })
  levels?: Readonly<Record<string, number>>;
  @Shown({ enum: LANGUAGE_NEEDS, required: false }) language?: LanguageNeed;
  @Shown(KEYS) queues?: readonly string[];
  @Shown(KEYS) pools?: readonly string[];
  @Shown(KEYS) entities?: readonly string[];
}
export class StickyRulesShown {
  @Shown(SECONDS) preferSeconds: number;
  @Shown(SECONDS) holdSeconds: number;
}
export class LimitRulesShown {
  @Shown(LEAST_NULL) perAgent: number | null;
  @Shown(LEAST_NULL) total: number | null;
}
export class HourRulesShown {
  @Shown({ type: String, nullable: true, description: 'null: always open' }) calendar: string | null;
  @Shown({ enum: CLOSED_CALLS }) calls: ClosedCalls;
}
export class ReassignRulesShown {
  @Shown({ ...LEAST_NULL, description: 'null: never' }) offlineSeconds: number | null;
  @Shown({ ...LEAST_NULL, description: 'null: never' }) silentSeconds: number | null;
}
export class QueueSettingsShown {
  @Shown({ type: [SkillRuleShown] }) skills: readonly SkillRuleShown[];
  @Shown() language: LanguageRuleShown;
  @Shown({ type: [RelaxStepShown] }) steps: readonly RelaxStepShown[];
  @Shown() sticky: StickyRulesShown;
  @Shown() limits: LimitRulesShown;
  @Shown() hours: HourRulesShown;
  @Shown() reassign: ReassignRulesShown;
}
export class PromiseRulesShown {
  @Shown(SECONDS) leadSeconds: number;
  @Shown(SECONDS) mostSeconds: number;
}
export class OrderRulesShown {
  @Shown(LEVELS) headStarts: OrderRules['headStarts'];
  @Shown() promise: PromiseRulesShown;
}
export class ProfileRulesShown {
  @Shown() interruptible: boolean;
  @Shown({ enum: ['call', ...CHANNELS], isArray: true, nullable: true, description: 'null: everything' })
  kinds: readonly WorkKind[] | null;
}
@ApiExtraModels(QueueSettingsShown, ProfileRulesShown)
export class RulesShown {
  @Shown() order: OrderRulesShown;
  @Shown(LEVELS) units: RoutingRules['units'];
  @Shown({ type: 'object', additionalProperties: { $ref: getSchemaPath(ProfileRulesShown) } })
  profiles: Readonly<Record<string, ProfileRulesShown>>;
  @Shown({ description: 'of queues that are not named' }) defaults: QueueSettingsShown;
  @Shown({ type: 'object', additionalProperties: { $ref: getSchemaPath(QueueSettingsShown) } })
  queues: Readonly<Record<string, QueueSettingsShown>>;
}

export class UnservedShown {
  @Shown() queue: string;
  @Shown({ enum: ['no_agents', 'no_skills'] }) reason: Unserved;
}
export class CheckAnswer {
  @Shown({ type: [UnservedShown], description: 'queues that nobody could serve under these rules' })
  unserved: UnservedShown[];
}
