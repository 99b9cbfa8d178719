import {
  type Audience,
  AUDIENCES,
  MESSAGE_KINDS,
  type MessageKind,
  PRIORITIES,
  type Priority,
  type Proof,
  PROOFS,
  REFERRAL_MESSAGE_KINDS,
  REFERRAL_OUTCOMES,
  REFERRAL_STATES,
  type ReferralMessageKind,
  type ReferralOutcome,
  type ReferralState,
  SHARED_REQUESTER,
  type SharedRequester,
  TICKET_KINDS,
  type TicketKind,
} from '#wasl/contracts';
import { Choice, NestedObject, ResponseField, Text, UuidList } from '#wasl/platform';
import { AttachmentAnswer, LocationShown, PageMeta } from '../tickets/ticket.dto.js';
import { AllOrIds, ALL_OR_IDS_SCHEMA } from './all-or-ids.js';

const ID = '0199d1c2-7a54-7c1e-9b1f-3f2a6f1c9d10';
const AT = { format: 'date-time' } as const;
const MAYBE_AT = { type: String, format: 'date-time', nullable: true } as const;

export class PartBody {
  @Text({ max: 120, example: 'The pipe below the road' }) title: string;
}
export class ShareBody {
  @Choice(SHARED_REQUESTER, { description: 'what of the requester' }) requester: SharedRequester;
  @AllOrIds({
    description: 'messages of and to the requester; `all` also what was filed, and what comes later',
  })
  messages: 'all' | string[];
  @AllOrIds({ description: 'files of the first contact and of such messages' }) attachments: 'all' | string[];
}
export class NewReferralBody {
  @Text({ max: 40, description: 'key of an entity', example: 'works' }) entity: string;
  @Text({ max: 5_000, lines: true, description: 'what the entity is asked to do' }) note: string;
  @NestedObject(() => PartBody, {
    optional: true,
    description: 'of a joint case; left out: the whole matter',
  })
  part?: PartBody;
  @NestedObject(() => ShareBody) share: ShareBody;
}
export class ReturnBody {
  @Text({ max: 2_000, lines: true }) reason: string;
  @Text({ max: 40, optional: true, description: 'key of the entity held responsible', example: 'water' })
  belongsTo?: string;
}
export class ReferralMessageBody {
  @Text({ max: 20_000, lines: true }) body: string;
  @Choice(REFERRAL_MESSAGE_KINDS) kind: ReferralMessageKind;
  @UuidList({ maxItems: 20, optional: true, description: 'files that the caller uploaded' })
  attachments?: string[];
}
export class CompleteBody {
  @Choice(REFERRAL_OUTCOMES) outcome: ReferralOutcome;
  @Text({ max: 20_000, lines: true, description: 'what the centre may tell the requester' }) note: string;
  @UuidList({ maxItems: 20, optional: true, description: 'files that the caller uploaded' }) proof?: string[];
}
export class RecallBody {
  @Text({ max: 2_000, lines: true }) reason: string;
}
export class DecideBody {
  @Text({ max: 40, description: 'key of an entity', example: 'works' }) entity: string;
  @Text({ max: 2_000, lines: true }) reason: string;
}

export class PartShown {
  @ResponseField() title: string;
}
export class ShareShown {
  @ResponseField({ enum: SHARED_REQUESTER }) requester: SharedRequester;
  @ResponseField({ ...ALL_OR_IDS_SCHEMA, example: 'all' } as object) messages: 'all' | string[];
  @ResponseField({ ...ALL_OR_IDS_SCHEMA, example: [ID] } as object) attachments: 'all' | string[];
}
export class DecisionShown {
  @ResponseField() entity: string;
  @ResponseField() reason: string;
  @ResponseField(AT) at: string;
}
export class AboutShown {
  @ResponseField() subject: string;
  @ResponseField({ type: String, nullable: true }) service: string | null;
  @ResponseField({ enum: TICKET_KINDS }) kind: TicketKind;
  @ResponseField({ enum: PRIORITIES }) priority: Priority;
  @ResponseField({ enum: PROOFS, description: 'what must be shown before it counts as fixed' }) proof: Proof;
}

export class ReferralAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ example: '2648-1937-0521' }) ticket: string;
  @ResponseField({ description: 'key', example: 'works' }) entity: string;
  @ResponseField({ type: PartShown, nullable: true, description: 'null: the whole matter' })
  part: PartShown | null;
  @ResponseField({ enum: REFERRAL_STATES }) state: ReferralState;
  @ResponseField({
    type: String,
    nullable: true,
    description: 'null once the entity gave it back or lost it',
  })
  note: string | null;
  @ResponseField(AT) sentAt: string;
  @ResponseField(MAYBE_AT) receivedAt: string | null;
  @ResponseField({ ...AT, description: 'by when it is to be accepted or returned' }) acceptBy: string;
  @ResponseField({ ...AT, description: 'by when it is to be completed' }) dueAt: string;
  @ResponseField({ type: 'integer', description: 'how often this part was returned' }) returns: number;
  @ResponseField() share: ShareShown;
  @ResponseField(MAYBE_AT) acceptedAt: string | null;
  @ResponseField({ ...MAYBE_AT, description: 'when it was completed, returned or recalled' }) endedAt:
    string | null;
  @ResponseField({ type: String, nullable: true, description: 'why it was returned or recalled' })
  reason: string | null;
  @ResponseField({ type: String, nullable: true, description: 'the entity held responsible on return' })
  belongsTo: string | null;
  @ResponseField({ type: String, enum: REFERRAL_OUTCOMES, nullable: true }) outcome: ReferralOutcome | null;
  @ResponseField({ type: String, nullable: true, description: 'what it was completed with' }) answer:
    string | null;
  @ResponseField({ description: 'by decision of the arbiter: it cannot be returned' }) binding: boolean;
  @ResponseField({ description: 'the entity waits for an answer of the centre' }) asked: boolean;
  @ResponseField({ ...MAYBE_AT, description: 'since when it lies with the arbiter' }) arbiterSince:
    string | null;
  @ResponseField({ type: DecisionShown, nullable: true }) decision: DecisionShown | null;
  @ResponseField({ type: AboutShown, nullable: true, description: 'of the ticket' }) about: AboutShown | null;
  @ResponseField(AT) updatedAt: string;
}
export class ReferralList {
  @ResponseField({ type: [ReferralAnswer] }) data: ReferralAnswer[];
}
export class ReferralPage {
  @ResponseField({ type: [ReferralAnswer] }) data: ReferralAnswer[];
  @ResponseField() meta: PageMeta;
}

export class SharedRequesterShown {
  @ResponseField({ required: false }) name?: string;
  @ResponseField({ required: false, enum: AUDIENCES }) audience?: Audience;
  @ResponseField({ required: false }) phone?: string;
  @ResponseField({ required: false }) email?: string;
}
export class SharedMessageShown {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ enum: MESSAGE_KINDS }) kind: MessageKind;
  @ResponseField() body: string;
  @ResponseField(AT) createdAt: string;
}
export class MatterShown {
  @ResponseField() subject: string;
  @ResponseField({ enum: TICKET_KINDS }) kind: TicketKind;
  @ResponseField({ enum: PRIORITIES }) priority: Priority;
  @ResponseField() language: string;
  @ResponseField({ type: String, nullable: true }) service: string | null;
  @ResponseField({ type: LocationShown, nullable: true }) location: LocationShown | null;
  @ResponseField(AT) createdAt: string;
  @ResponseField(MAYBE_AT) firstResponseDueAt: string | null;
  @ResponseField(MAYBE_AT) resolutionDueAt: string | null;
  @ResponseField({ type: String, nullable: true, description: 'null when messages are shared one by one' })
  description: string | null;
  @ResponseField({ type: SharedRequesterShown, nullable: true }) requester: SharedRequesterShown | null;
  @ResponseField({ type: [SharedMessageShown] }) messages: SharedMessageShown[];
  @ResponseField({ type: [AttachmentAnswer] }) attachments: AttachmentAnswer[];
}
export class ReferralMessageAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ enum: REFERRAL_MESSAGE_KINDS }) kind: ReferralMessageKind;
  @ResponseField({ enum: ['entity', 'centre'] }) from: 'entity' | 'centre';
  @ResponseField({ type: String, nullable: true, description: 'a name, among colleagues' }) author:
    string | null;
  @ResponseField() body: string;
  @ResponseField(AT) createdAt: string;
  @ResponseField({ type: [AttachmentAnswer] }) attachments: AttachmentAnswer[];
}
export class ReferralDetailAnswer extends ReferralAnswer {
  @ResponseField({ type: MatterShown, nullable: true, description: 'the ticket as far as it is shared' })
  matter: MatterShown | null;
  @ResponseField({ type: [ReferralMessageAnswer] }) messages: ReferralMessageAnswer[];
  @ResponseField({ type: [AttachmentAnswer] }) proof: AttachmentAnswer[];
}
export class NewReferralMessageAnswer {
  @ResponseField({ format: 'uuid' }) id: string;
  @ResponseField({ format: 'uuid' }) referral: string;
}
