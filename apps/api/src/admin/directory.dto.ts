import {
  ENTITY_KINDS,
  type EntityKind,
  type Proof,
  PROOFS,
  TICKET_KINDS,
  type TicketKind,
} from '#wasl/contracts';
import {
  ATTRIBUTE_DATATYPES,
  type AttributeDatatype,
  OPEN311_TYPES,
  type Open311Type,
} from '#wasl/directory';
import {
  Choice,
  Flag,
  NestedObject,
  NestedList,
  Integer,
  Key,
  ResponseField,
  Text,
  TextList,
  UuidList,
} from '#wasl/platform';
import { PageMeta } from '../tickets/ticket.dto.js';

export class NameBody {
  @Text({ max: 200 }) ar: string;
  @Text({ max: 200 }) en: string;
}
export class OptionalTextBody {
  @Text({ min: 0, max: 2_000, lines: true }) ar: string;
  @Text({ min: 0, max: 2_000, lines: true }) en: string;
}
export class AttributeValueBody {
  @Text({ max: 100 }) key: string;
  @NestedObject(() => NameBody) name: NameBody;
}
export class AttributeBody {
  @Key({ max: 60, upper: true, description: 'unique within the service' }) code: string;
  @Flag({ description: 'false when it only informs' }) variable: boolean;
  @Choice(ATTRIBUTE_DATATYPES) datatype: AttributeDatatype;
  @Flag() required: boolean;
  @NestedObject(() => OptionalTextBody, { description: 'the question' }) description: OptionalTextBody;
  @NestedObject(() => OptionalTextBody, { description: 'how to answer it' })
  datatypeDescription: OptionalTextBody;
  @NestedList(() => AttributeValueBody, { maxItems: 200, description: 'the choices of a list' })
  values: AttributeValueBody[];
}

const MINUTES = { min: 1, max: 1_000_000 };

/**
 * The optional fields of a service. A subclass must never redeclare a field of its base: validators are
 * inherited, and the base's would make the field optional.
 */
class ServiceFields {
  @NestedObject(() => OptionalTextBody, { optional: true }) description?: OptionalTextBody;
  @NestedObject(() => OptionalTextBody, { optional: true }) group?: OptionalTextBody;
  @Text({ min: 0, max: 1_000, optional: true, description: 'separated by spaces or commas' })
  keywords?: string;
  @Choice(TICKET_KINDS, { optional: true }) kind?: TicketKind;
  @Integer({ ...MINUTES, optional: true, description: 'working minutes' }) firstResponseMinutes?: number;
  @Integer({ ...MINUTES, optional: true, description: 'working minutes' }) resolutionMinutes?: number;
  @Choice(PROOFS, { optional: true, description: 'what must be shown before a matter counts as fixed' })
  proof?: Proof;
  @Choice(OPEN311_TYPES, { optional: true, description: 'null: not offered to programs' })
  open311?: Open311Type | null;
  @NestedList(() => AttributeBody, { maxItems: 50, optional: true }) attributes?: AttributeBody[];
  @Integer({ min: 0, max: 30_000, optional: true }) position?: number;
  @Flag({ optional: true, description: 'false retires it' }) active?: boolean;
  @Flag({ optional: true, description: 'only its groups may read its tickets, and each reading is audited' })
  restricted?: boolean;
  @TextList({
    max: 40,
    maxItems: 50,
    optional: true,
    description: 'groups of staff that may read its tickets',
  })
  readerGroups?: string[];
}
export class ServicePatchBody extends ServiceFields {
  @Text({ max: 40, optional: true, description: 'key of an entity' }) entity?: string;
  @Text({ max: 40, optional: true, description: 'key of a queue' }) queue?: string;
  @NestedObject(() => NameBody, { optional: true }) name?: NameBody;
}
export class ServiceBody extends ServiceFields {
  @Key({ max: 60 }) code: string;
  @Text({ max: 40, description: 'key of an entity' }) entity: string;
  @Text({ max: 40, description: 'key of a queue' }) queue: string;
  @NestedObject(() => NameBody) name: NameBody;
}

export class ServiceRecordAnswer {
  @ResponseField() code: string;
  @ResponseField() entity: string;
  @ResponseField() queue: string;
  @ResponseField() name: NameBody;
  @ResponseField() description: OptionalTextBody;
  @ResponseField() group: OptionalTextBody;
  @ResponseField() keywords: string;
  @ResponseField({ enum: TICKET_KINDS }) kind: TicketKind;
  @ResponseField({ type: 'integer' }) firstResponseMinutes: number;
  @ResponseField({ type: 'integer' }) resolutionMinutes: number;
  @ResponseField({ enum: PROOFS }) proof: Proof;
  @ResponseField({ type: String, enum: OPEN311_TYPES, nullable: true }) open311: Open311Type | null;
  @ResponseField({ type: [AttributeBody] }) attributes: AttributeBody[];
  @ResponseField({ type: 'integer' }) position: number;
  @ResponseField() active: boolean;
  @ResponseField() restricted: boolean;
  @ResponseField({ type: [String] }) readerGroups: string[];
  @ResponseField({ type: 'integer' }) version: number;
}
export class ServiceRecordPage {
  @ResponseField({ type: [ServiceRecordAnswer] }) data: ServiceRecordAnswer[];
  @ResponseField() meta: PageMeta;
}

export class LadderStepBody {
  @Integer({
    min: 0,
    max: 1_000_000,
    description: 'minutes of business time after the time for accepting is over; more than the step before',
  })
  afterMinutes: number;
  @UuidList({ maxItems: 20, description: 'staff of the entity' }) officers: string[];
}

/** The optional fields of an entity. */
class EntityFields {
  @Choice(ENTITY_KINDS, { optional: true }) kind?: EntityKind;
  @Text({ max: 40, optional: true, description: 'key of the entity it is a part of; null: of none' })
  parent?: string | null;
  @Text({ min: 0, max: 40, optional: true, description: 'how the centre reaches it' }) phone?: string;
  @Text({ min: 0, max: 254, optional: true }) email?: string;
  @Text({ min: 0, max: 500, optional: true, lines: true }) address?: string;
  @Text({
    min: 0,
    max: 40,
    optional: true,
    description: 'key of a calendar; empty: the hours of the country',
  })
  calendar?: string;
  @Integer({ ...MINUTES, optional: true, description: 'working minutes to accept or return a referral' })
  acceptMinutes?: number;
  @Integer({
    ...MINUTES,
    optional: true,
    description: 'working minutes to answer, where the ticket has no due time',
  })
  answerMinutes?: number;
  @NestedList(() => LadderStepBody, {
    maxItems: 10,
    optional: true,
    description: 'who is told, one after the other, when nobody takes a referral',
  })
  ladder?: LadderStepBody[];
}
export class EntityPatchBody extends EntityFields {
  @NestedObject(() => NameBody, { optional: true }) name?: NameBody;
  @Flag({ optional: true, description: 'false retires it' }) active?: boolean;
}
export class EntityBody extends EntityFields {
  @Key({ max: 40 }) key: string;
  @NestedObject(() => NameBody) name: NameBody;
}
export class EntityRecordAnswer {
  @ResponseField() key: string;
  @ResponseField() name: NameBody;
  @ResponseField({ enum: ENTITY_KINDS }) kind: EntityKind;
  @ResponseField({ type: String, nullable: true }) parent: string | null;
  @ResponseField() phone: string;
  @ResponseField() email: string;
  @ResponseField() address: string;
  @ResponseField({ type: String, nullable: true }) calendar: string | null;
  @ResponseField({ type: 'integer' }) acceptMinutes: number;
  @ResponseField({ type: 'integer' }) answerMinutes: number;
  @ResponseField({ type: [LadderStepBody] }) ladder: LadderStepBody[];
  @ResponseField() active: boolean;
  @ResponseField({ type: 'integer' }) version: number;
}
export class EntityRecordPage {
  @ResponseField({ type: [EntityRecordAnswer] }) data: EntityRecordAnswer[];
  @ResponseField() meta: PageMeta;
}

export class NewApiKeyBody {
  @Text({ max: 80, description: 'whose program it is' }) name: string;
}
export class ApiKeyAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField() name: string;
  @ResponseField() createdBy: string;
  @ResponseField({ format: 'date-time' }) createdAt: string;
  @ResponseField({ type: String, format: 'date-time', nullable: true, description: 'to the minute' })
  lastUsedAt: string | null;
  @ResponseField({ type: String, format: 'date-time', nullable: true }) revokedAt: string | null;
}
export class NewApiKeyAnswer extends ApiKeyAnswer {
  @ResponseField({ description: 'shown now and never again' }) key: string;
}
export class ApiKeyList {
  @ResponseField({ type: [ApiKeyAnswer] }) data: ApiKeyAnswer[];
}
