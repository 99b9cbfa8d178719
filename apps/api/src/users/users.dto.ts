import { ROLES, type Role } from '#wasl/contracts';
import type { StaffDraft } from '#wasl/identity';
import { UI_LANGUAGES } from '#wasl/kernel';
import { DEFAULT_PROFILE } from '#wasl/routing';
import { Choice, Email, Flag, NestedList, Integer, ResponseField, Text, TextList } from '#wasl/platform';
import { PageMeta } from '../tickets/ticket.dto.js';

const CAPACITY = {
  min: 0,
  max: 1_000,
  description: 'units of work that may be held at once; a call takes 100',
};

export class RatedSkillBody {
  @Text({ max: 40, description: 'key of a skill' }) skill: string;
  @Integer({ min: 1, max: 5 }) level: number;
}

export class UserBody {
  @Text({ max: 120 }) name: string;
  @Email() email: string;
  @Choice(ROLES) role: Role;
  @Choice(UI_LANGUAGES, { optional: true }) language?: string;
  @Text({ max: 40, optional: true, description: 'the telephone on the desk, as the exchange dials it' })
  extension?: string | null;
  @Integer({ ...CAPACITY, optional: true }) capacity?: number;
  @Text({ max: 60, optional: true, description: 'key of a profile of the routing rules' }) profile?: string;
  @Text({ max: 40, optional: true, description: 'key of the entity they belong to' }) entity?: string | null;
  @TextList({
    max: 40,
    maxItems: 50,
    optional: true,
    description: 'names of groups, which restricted services are opened to',
  })
  groups?: string[];
  @TextList({ max: 40, maxItems: 200, optional: true, description: 'keys of the queues they serve' })
  queues?: string[];
  @NestedList(() => RatedSkillBody, { maxItems: 100, optional: true }) skills?: RatedSkillBody[];
}

export class UserPatchBody {
  @Text({ max: 120, optional: true }) name?: string;
  @Email({ optional: true }) email?: string;
  @Choice(ROLES, { optional: true }) role?: Role;
  @Choice(UI_LANGUAGES, { optional: true }) language?: string;
  @Text({ max: 40, optional: true, description: 'null takes it away' }) extension?: string | null;
  @Integer({ ...CAPACITY, optional: true }) capacity?: number;
  @Text({ max: 60, optional: true, description: 'key of a profile of the routing rules' }) profile?: string;
  @Text({ max: 40, optional: true, description: 'null takes it away' }) entity?: string | null;
  @TextList({
    max: 40,
    maxItems: 50,
    optional: true,
    description: 'names of groups, which restricted services are opened to',
  })
  groups?: string[];
  @TextList({ max: 40, maxItems: 200, optional: true }) queues?: string[];
  @NestedList(() => RatedSkillBody, { maxItems: 100, optional: true }) skills?: RatedSkillBody[];
  @Flag({ optional: true, description: 'true ends every session and returns all work at once' })
  disabled?: boolean;
}

export class RatedSkill {
  @ResponseField() skill: string;
  @ResponseField({ type: 'integer' }) level: number;
}

export class LinkedIdentity {
  @ResponseField({ format: 'date-time' }) linkedAt: string;
  @ResponseField({ format: 'date-time' }) lastSignInAt: string;
}

export class UserAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() name: string;
  @ResponseField() email: string;
  @ResponseField({ enum: ROLES }) role: Role;
  @ResponseField({ enum: UI_LANGUAGES }) language: string;
  @ResponseField({ type: String, nullable: true }) extension: string | null;
  @ResponseField({ type: 'integer' }) capacity: number;
  @ResponseField() profile: string;
  @ResponseField({ type: String, nullable: true }) entity: string | null;
  @ResponseField({ type: [String] }) groups: string[];
  @ResponseField({ type: [String] }) queues: string[];
  @ResponseField({ type: [RatedSkill] }) skills: RatedSkill[];
  @ResponseField() disabled: boolean;
  @ResponseField({ description: 'has set a password' }) joined: boolean;
  @ResponseField({ description: 'is asked for a one-time code' }) otp: boolean;
  @ResponseField({ type: 'integer' }) passkeys: number;
  @ResponseField({
    type: LinkedIdentity,
    nullable: true,
    description: 'the account of the identity provider they sign in with',
  })
  identity: LinkedIdentity | null;
  @ResponseField({ format: 'date-time' }) createdAt: string;
  @ResponseField({ type: 'integer' }) version: number;
}

export class InvitationAnswer {
  @ResponseField({ description: 'opens the page where its owner sets a password; shown this once' })
  url: string;
  @ResponseField({ format: 'date-time' }) expiresAt: string;
}

export class NewUserAnswer extends UserAnswer {
  @ResponseField() invitation: InvitationAnswer;
}

export class UserPage {
  @ResponseField({ type: [UserAnswer] }) data: UserAnswer[];
  @ResponseField() meta: PageMeta;
}

/** Defaults of a new account. */
export const NEW_USER: Omit<StaffDraft, 'name' | 'email' | 'role'> = {
  language: 'en',
  extension: null,
  capacity: 100,
  profile: DEFAULT_PROFILE,
  entity: null,
  groups: [],
  queues: [],
  skills: [],
};
